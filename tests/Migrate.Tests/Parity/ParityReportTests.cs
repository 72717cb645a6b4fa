using Rustrt.Migrate.Parity;
using Rustrt.Migrate.Report;
using Rustrt.Migrate.Terminal;
using Rustrt.Migrate.Testing;
using Rustrt.Parity.Calls;
using Rustrt.Parity.Comparison;
using Rustrt.Parity.Report;

namespace Rustrt.Migrate.Tests.Parity;

/// <summary>One made-up report as a table, as a page and as test results.</summary>
public class ParityReportTests
{
    private static readonly Divergence s_difference = new("standard output: line 2 differs",
        [new ContextLine(LineOrigin.Both, "[one]"), new ContextLine(LineOrigin.ReferenceOnly, "two"), new ContextLine(LineOrigin.CandidateOnly, "three")]);

    private static readonly ParityReport s_report = new(DateTimeOffset.UnixEpoch, ["all=legacy", "all=new"],
    [
        new("ring", "A token hops.", ["exit status"], [new NoiseFloor(1, 2, null, [10]), new NoiseFloor(2, 2, null, [11])],
        [
            Cell("all=legacy", 1, Verdict.Agrees), Cell("all=legacy", 2, Verdict.Agrees),
            Cell("all=new", 1, Verdict.Agrees), Cell("all=new", 2, Verdict.Diverges, s_difference),
        ]),
        new("tree", "Tasks spawn tasks.", ["exit status"], [new NoiseFloor(1, 0, new Divergence("standard output: line 9 differs", []), [12])], []),
    ]);

    [Fact]
    public void The_table_shows_the_first_difference_with_its_context()
    {
        using var output = new StringWriter();
        ParityTable.Show(Screen.Create(output, isTerminal: false), s_report);
        var text = output.ToString();
        Assert.Matches(@"all=legacy +\| +2 \| +0 \| +0 \|", text);
        Assert.Matches(@"all=new +\| +1 \| +1 \| +0 \|", text);
        Assert.Contains("DIVERGES on all=new, RUST_THREADS=2: standard output: line 2 differs", text);
        Assert.Contains("      [one]\n    - two\n    + three\n", text);
        Assert.Contains("INVALID with RUST_THREADS=1: legacy against legacy: standard output: line 9 differs", text);
    }

    [Fact]
    public void On_the_page_every_failing_cell_leads_to_a_difference()
    {
        var page = ParityPage.Create(s_report, "machine");
        Assert.Equal(Tone.Bad, page.VerdictTone);
        Assert.StartsWith("2 of 5 comparisons do not hold", page.Verdict, StringComparison.Ordinal);
        var links = page.Sections.OfType<TableSection>().SelectMany(table => table.Rows).SelectMany(row => row)
            .Where(cell => cell.Link is not null).Select(cell => cell.Link!).ToList();
        Assert.Equal(2, links.Count);
        var blocks = Assert.Single(page.Sections.OfType<DiffSection>()).Blocks.Select(block => block.Id);
        Assert.Equal(links.Order(), blocks.Order());
    }

    [Fact]
    public void Rows_are_as_wide_as_their_headings()
    {
        foreach (var table in ParityPage.Create(s_report, "machine").Sections.OfType<TableSection>())
        {
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
        }
    }

    [Fact]
    public void Every_comparison_and_every_noise_floor_is_a_test()
    {
        var result = ParitySuite.Result(s_report);
        Assert.Equal(5, result.Passed);
        Assert.Equal(["parity ring: all=new, RUST_THREADS=2", "parity tree: invalid with RUST_THREADS=1"], result.Failures.Select(failure => failure.Name).Order());
        Assert.Contains(result.Failures, failure => failure.Rerun == "./migrate parity --scenario ring --setting 'all=new'");
    }

    [Fact]
    public void What_is_not_migrated_yet_is_skipped_and_does_not_hide_a_failure()
    {
        var ring = s_report.Scenarios[0];
        var waiting = s_report with { Scenarios = [ring with { Cells = [Cell("all=legacy", 1, Verdict.Agrees), Cell("all=new", 1, Verdict.NotMigrated)] }] };
        Assert.Equal((1, 0, 1), (waiting.Agreeing, waiting.Failing, waiting.NotMigrated));
        Assert.Equal((0, 1), (ParitySuite.Result(waiting).Failed, ParitySuite.Result(waiting).Skipped));
        Assert.Matches(@"all=new +\| +0 \| +0 \| +1 \|", Shown(waiting));
        var both = s_report with { Scenarios = [ring with { Cells = [Cell("all=new", 1, Verdict.NotMigrated), Cell("all=new", 2, Verdict.Diverges, s_difference)] }] };
        Assert.Matches(@"all=new +\| +0 \| +1 \| +1 \|", Shown(both));
        Assert.Contains("DIVERGES on all=new, RUST_THREADS=2", Shown(both));

        static string Shown(ParityReport report)
        {
            using var output = new StringWriter();
            ParityTable.Show(Screen.Create(output, isTerminal: false), report);
            return output.ToString();
        }
    }

    [Fact]
    public void Steps_of_one_setting_each_merge_into_one_report()
    {
        var steps = s_report.Settings.Select(setting => new ParityReport(DateTimeOffset.UnixEpoch, [setting],
            [s_report.Scenarios[0] with { Cells = [.. s_report.Scenarios[0].Cells.Where(cell => cell.Setting == setting)] }])).ToList();
        var merged = ParityReport.Merge(steps);
        Assert.Equal(s_report.Settings, merged.Settings);
        var ring = Assert.Single(merged.Scenarios);
        Assert.Equal(4, ring.Cells.Count);
        Assert.Equal([1, 2], ring.NoiseFloor.Select(floor => floor.Threads));
        Assert.Equal((3, 1), (merged.Agreeing, merged.Failing));
    }

    private static CellResult Cell(string setting, int threads, Verdict verdict, Divergence? divergence = null) => new(setting, threads, verdict, [10, 20],
        divergence, "10 calls", new Dictionary<string, UnitCalls> { ["core"] = new(5, 5) });
}
