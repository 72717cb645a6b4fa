using Rustrt.Parity.Report;
using Rustrt.Parity.Running;
using Rustrt.Parity.Scenarios;
using Rustrt.Parity.Settings;

namespace Rustrt.Parity.Tests.Running;

/// <summary>The runner with shell scripts for callers: they tell by RUSTRT_SWITCH on which side they are.</summary>
public sealed class ParityRunnerTests : IDisposable
{
    private const string LeavesCounts = "[ -z \"$RUSTRT_CALLS\" ] || echo '{\"switch\":\"\",\"units\":{\"core\":{\"legacy\":0,\"new\":7}}}' > \"$RUSTRT_CALLS\"\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("parity-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Agrees_and_proves_it()
    {
        var cell = Assert.Single((await Run(LeavesCounts + "echo hello")).Cells);
        Assert.Equal(Verdict.Agrees, cell.Verdict);
        Assert.Equal("7 calls, none on the side not chosen", cell.Calls);
    }

    [Fact]
    public async Task Shows_the_first_divergence()
    {
        var result = await Run(LeavesCounts + "echo hello; [ -z \"$RUSTRT_SWITCH\" ] && echo old || echo new");
        Assert.False(result.Agrees);
        var cell = Assert.Single(result.Cells);
        Assert.Equal(Verdict.Diverges, cell.Verdict);
        Assert.Equal("standard output: line 2 differs", cell.Divergence!.What);
    }

    [Fact]
    public async Task Calls_on_the_other_side_fail_a_run_that_agrees()
    {
        var cell = Assert.Single((await Run(LeavesCounts + "echo hello", setting: "all=legacy")).Cells);
        Assert.Equal(Verdict.CallsAstray, cell.Verdict);
        Assert.Equal("core: 7 calls on new, legacy was chosen", cell.Divergence!.What);
    }

    [Fact]
    public async Task What_a_setting_does_not_serve_yet_is_not_compared()
    {
        var result = await Run(LeavesCounts + "echo hello; [ -z \"$RUSTRT_SWITCH\" ] || { echo 'rustrt: not migrated yet: rust_uv_run (io)' >&2; kill -ABRT $$; }");
        Assert.True(result.Agrees);
        var cell = Assert.Single(result.Cells);
        Assert.Equal((Verdict.NotMigrated, "not migrated yet: rust_uv_run (io)"), (cell.Verdict, cell.Calls));
        ParityReport report = new(DateTimeOffset.UnixEpoch, ["all=new"], [result]);
        Assert.Equal((0, 0, 1), (report.Agreeing, report.Failing, report.NotMigrated));
    }

    [Fact]
    public async Task Where_legacy_disagrees_with_itself_the_scenario_is_invalid_and_nothing_else_runs()
    {
        var result = await Run($"echo x >> {_folder}/count; wc -l < {_folder}/count");
        Assert.False(result.IsValid);
        Assert.Empty(result.Cells);
        Assert.Equal("standard output: line 1 differs", Assert.Single(result.NoiseFloor).Divergence!.What);
    }

    [Fact]
    public async Task Where_legacy_does_not_end_as_declared_the_scenario_is_invalid()
    {
        var result = await Run("echo trouble >&2; exit 3");
        Assert.Equal("the legacy library: exit status 3, the scenario says 0", Assert.Single(result.NoiseFloor).Divergence!.What);
    }

    [Fact]
    public async Task A_hang_is_ended_at_the_time_limit()
    {
        var result = await Run(LeavesCounts + "echo hello; [ -z \"$RUSTRT_SWITCH\" ] || exec tail -f /dev/null", timeLimitSeconds: 1);
        Assert.Equal("still running at its time limit, the reference: exit status 0", Assert.Single(result.Cells).Divergence!.What);
    }

    [Fact]
    public async Task Callers_see_the_scenarios_variables_and_none_of_the_users()
    {
        Environment.SetEnvironmentVariable("RUST_LOG_OF_THE_USER", "1");
        var result = await Run(LeavesCounts + "echo $RUST_THREADS $RUST_SEED $RUST_MIN_STACK ${RUST_LOG_OF_THE_USER-unset} $1 | grep -qx '2 42 262144 unset tasks=3'", threads: 2);
        Assert.True(result.Agrees, result.NoiseFloor[0].Divergence?.What);
    }

    [Fact]
    public async Task Each_side_gets_its_library()
    {
        var result = await Run(LeavesCounts + "case \"$RUSTRT_SWITCH:$LD_LIBRARY_PATH\" in :/legacy|all=new:/router) ;; *) exit 1; esac");
        Assert.True(result.Agrees, result.NoiseFloor[0].Divergence?.What);
    }

    [Fact]
    public async Task A_unit_alone_is_left_out_where_nothing_of_it_is_called()
    {
        var result = await Run(CountsOf("logging"), ["all=new", "all=legacy;time=new", "all=new;logging=legacy", "all=legacy;core=new", "all=legacy"], brief: true);
        Assert.Equal(["all=legacy", "all=new", "all=new;logging=legacy", "all=legacy;core=new"], result.Cells.Select(cell => cell.Setting));
    }

    [Fact]
    public async Task No_unit_is_left_out_where_the_calls_are_not_known()
    {
        var result = await Run("echo hello", ["all=legacy", "all=legacy;time=new", "all=new;time=legacy"], brief: true);
        Assert.Equal(["all=legacy", "all=new;time=legacy"], result.Cells.Select(cell => cell.Setting));
    }

    [Fact]
    public async Task A_unit_is_alone_on_one_side_with_one_of_the_numbers_of_threads()
    {
        string[] settings = ["all=legacy", "all=legacy;logging=new", "all=new;logging=legacy", "all=legacy;stacks=new"];

        var cells = (await Run(CountsOf("logging"), settings, threads: "1, 2", brief: true)).Cells;

        Assert.Equal([2, 0, 1, 2], settings.Select(setting => cells.Count(cell => cell.Setting == setting)));
    }

    [Fact]
    public async Task Nothing_is_left_out_unless_that_is_asked_for()
    {
        string[] settings = ["all=legacy", "all=legacy;time=new"];

        var result = await Run(CountsOf("logging"), settings, threads: "1, 2");

        Assert.Equal([.. settings, .. settings], result.Cells.Select(cell => cell.Setting));
    }

    [Fact]
    public async Task A_report_survives_its_json()
    {
        var report = new ParityReport(DateTimeOffset.UnixEpoch, ["all=new"], [await Run(LeavesCounts + "[ -z \"$RUSTRT_SWITCH\" ]")]);
        var copy = ParityJson.Read(ParityJson.Write(report));
        Assert.Equal(ParityJson.Write(report), ParityJson.Write(copy));
        Assert.Equal((0, 1), (copy.Agreeing, copy.Failing));
    }

    private static string CountsOf(string unit) =>
        $"[ -z \"$RUSTRT_CALLS\" ] || echo '{{\"switch\":\"\",\"units\":{{\"{unit}\":{{\"legacy\":3,\"new\":0}},\"time\":{{\"legacy\":0,\"new\":0}}}}}}' > \"$RUSTRT_CALLS\"\n";

    private Task<ScenarioResult> Run(string script, string setting = "all=new", int threads = 1, int timeLimitSeconds = 20) =>
        Run(script, [setting], $"{threads}", timeLimitSeconds);

    private async Task<ScenarioResult> Run(string script, string[] settings, string threads = "1", int timeLimitSeconds = 20, bool brief = false)
    {
        var program = Path.Combine(_folder, "caller");
        await File.WriteAllTextAsync(program, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var scenario = ScenarioFile.Parse($$"""
            { "name": "made-up", "summary": "A script.", "program": "caller", "arguments": ["tasks=3"], "environment": { "RUST_SEED": "42" },
              "threads": [{{threads}}], "timeout": {{timeLimitSeconds}}, "services": ["scheduling"], "exit": 0,
              "compare": [ { "what": "exit" }, { "what": "stdout", "as": "exact" } ] }
            """, "made-up");
        return await new ParityRunner(new CallerRunner("/legacy", "/router"), _folder, new ParityOptions(Brief: brief))
            .Run(scenario, [.. settings.Select(SwitchSetting.Routed)], CancellationToken.None);
    }
}
