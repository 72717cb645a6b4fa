using Rustrt.Parity.Settings;
using Rustrt.Migrate.Commands;
using Rustrt.Migrate.Parity;
using Rustrt.Migrate.Services;
using Rustrt.Migrate.Status;
using Rustrt.Migrate.Terminal;
using Rustrt.Migrate.Testing;
using Rustrt.Parity.Comparison;
using Rustrt.Parity.Report;

namespace Rustrt.Migrate.Tests.Status;

public sealed class StatusTests
{
    [Fact]
    public void A_verdict_counts_cases_and_comparisons_of_its_setting_alone()
    {
        ParityReport parity = new(DateTimeOffset.UnixEpoch, ["all=new", "all=legacy"],
            [new("ring", "", [], [], [Cell("all=new", Verdict.Agrees), Cell("all=new", Verdict.Diverges), Cell("all=new", Verdict.NotMigrated), Cell("all=legacy", Verdict.Diverges)])]);
        ConformanceVerdict[] conformance = [new("all=new", 80, ["d_a.b", "d_a.c"], ["d_x.y"]), new("all=legacy", 83, [], [])];
        Assert.Equal(new SettingVerdict("all=new", 81, 3, 2), StatusInputs.VerdictOf("all=new", parity, conformance));
        Assert.Equal("3 FAIL", StatusInputs.VerdictOf("all=new", parity, conformance).Word);
        Assert.Equal("not tested", StatusInputs.VerdictOf("all=new", null, []).Word);

        static CellResult Cell(string setting, Verdict verdict) => new(setting, 1, verdict, [], new Divergence("", []), null, null);
    }

    [Fact]
    public void This_repository_has_a_row_with_lines_for_each_unit()
    {
        var units = ParityInputs.Units(Repository.Layout);
        var report = StatusInputs.Read(Repository.Layout, units, Coverage.Read(Repository.Layout));
        Assert.Equal(units.Units.Select(unit => unit.Name), report.Units.Select(unit => unit.Unit));
        Assert.Equal(190 + 107, report.Units.Sum(unit => unit.Functions));
        Assert.All(report.Units, unit => Assert.True(unit.NativeLines > 10 && unit.Settings.Count == 2, unit.Unit));
        Assert.Contains("log-on-the-rust-stack-while-unwinding", report.Units.Single(unit => unit.Unit == "logging").Differences);
        Assert.True(report.NativeLines > 3000);
    }

    [Fact]
    public void What_failed_is_seen_and_is_the_exit_code()
    {
        StatusReport report = new([new("logging", ["logging"], 3, ["rust_log_str"], [], [new("a", 5, 0, 0), new("b", 5, 2, 0)], [], 39)], [new("all=new", 7, 0, 1)], null, 4000,
            new Dictionary<string, IReadOnlyList<string>> { ["any-time"] = [], ["tidy"] = ["core", "logging"] });
        Assert.True(report.Fails);
        using var output = new StringWriter();
        StatusCommand.Show(Screen.Create(output, isTerminal: false), report);
        Assert.Matches(@"logging +\| 3 +\| 2 +\| yes +\| 5 agree +\| 2 FAIL +\| 0 +\| 39", output.ToString());
        Assert.Contains("all=new: 7 agree, 1 not migrated\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("RUSTRT_IMPROVE names them: any-time, tidy (needs core=new and logging=new)\n", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("not tested in this checkout yet", output.ToString(), StringComparison.Ordinal);
    }
}
