using Rustrt.Bindgen.Runtime.Switch;
using Rustrt.Migrate.Services;
using Rustrt.Migrate.Switch;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Tests.Switch;

public sealed class ExplanationTests
{
    private static readonly SwitchUnits s_units = new([new("core", ["scheduling"], null), new("io", ["io"], [new("core", "it blocks tasks")]), new("logging", ["logging"], null)]);
    private static readonly Coverage s_coverage = new([new("rust_uv_run", "io", "io", NewServes: false), new("rust_log_str", "logging", "logging", NewServes: true)]);

    [Fact]
    public void The_rule_that_decides_is_told_with_every_one_that_was_looked_at()
    {
        var explanation = Explain("logging", "all=legacy;logging=new,legacy");
        Assert.Equal(("new,legacy", "new", "logging=new,legacy (RUSTRT_SWITCH, character 12)"), (explanation.Value, explanation.Backend, explanation.Reason));
        Assert.Equal(["source: RUSTRT_SWITCH is set; no file is read", "rule: all=legacy at RUSTRT_SWITCH, character 1", "rule: logging=new,legacy at RUSTRT_SWITCH, character 12",
            "choice: logging=new,legacy (RUSTRT_SWITCH, character 12), which beats the rule for all", "backend: legacy loads", "backend: new loads"], explanation.Looked);
        Assert.Empty(explanation.Together);
        Assert.Equal(["async-log"], explanation.Improvements);
    }

    [Fact]
    public void A_backend_that_is_not_there_makes_it_fall_back()
    {
        var explanation = Explain("logging", "logging=new,legacy", (backend, _) => backend == Backend.New ? "no such file" : null);
        Assert.Equal("legacy", explanation.Backend);
        Assert.Contains("the new backend of librustrt.so cannot load: no such file; fell back to legacy for logging", explanation.Looked);
    }

    [Fact]
    public void A_refusal_is_in_the_words_of_the_switch_and_has_its_exit_code()
    {
        var torn = Explain("io", "core=new");
        Assert.Equal((123, null), (torn.ExitCode, torn.Backend));
        Assert.StartsWith("RUSTRT_SWITCH, character 1: not possible yet: unit 'io' must have the same value as unit 'core'", torn.Refused, StringComparison.Ordinal);
        Assert.Equal(["core"], torn.Together);
        Assert.Equal(["io with core: it blocks tasks"], torn.Edges);
        Assert.Equal(["rust_uv_run"], torn.NotServedByNew);
        Assert.Equal(120, Explain("io", "flogging=new").ExitCode);
        Assert.Equal(122, Explain("io", "all=new", (backend, _) => backend == Backend.New ? "no such file" : null).ExitCode);
    }

    [Fact]
    public void A_file_beside_the_program_counts_when_there_is_one()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["rustrt.switch"], "all = new\n");
        var explanation = Explanation.Of(s_units, s_coverage, "io", new LayoutEnvironment(null, folder.Path), (_, _) => null);
        Assert.Equal($"io=new (all=new at {folder.Path}/rustrt.switch:1:1)", explanation.Reason);
    }

    [Fact]
    public void A_unit_that_there_is_not_is_told()
    {
        Assert.Equal("there is no unit 'nothing'; there are core, io, logging.", Assert.Throws<UserErrorException>(() => Explain("nothing", "all=new")).Message);
        Assert.Equal("'scheduling' is a service of unit 'core', and units are what is switched.", Assert.Throws<UserErrorException>(() => Explain("scheduling", "all=new")).Message);
    }

    private static Explanation Explain(string unit, string setting, BackendLoader? load = null) =>
        Explanation.Of(s_units, s_coverage, unit, new LayoutEnvironment(setting, null), load ?? ((_, _) => null));
}
