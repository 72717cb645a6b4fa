using Rustrt.Migrate.Bench;
using Rustrt.Migrate.Bench.Peers;
using Rustrt.Migrate.Report;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Tests.Bench;

public class PeerTests
{
    private static readonly PeerRunner s_runner = new(Repository.Layout, rounds: 1, warmMs: 5000);

    [Fact]
    public void Rows_and_columns_have_names_of_their_own()
    {
        string[] rows = [.. PeerRow.All.Select(row => row.Name), .. GrowthRow.All.Select(row => row.Name)];
        Assert.Equal(rows.Length, rows.Distinct().Count());
        Assert.Equal(PeerProgram.All.Count, PeerProgram.All.Select(program => program.Name).Distinct().Count());
    }

    [Fact]
    public void Every_row_is_measured_on_the_new_runtime_and_on_a_peer() =>
        Assert.All(PeerRow.All, row => Assert.Equal(2, PeerProgram.All.Where(program => program.Words(row, 0) is not null).Select(program => program.Role)
            .Where(role => role != PeerRole.Limit).Distinct().Count()));

    [Theory]
    [InlineData(PeerRow.CancelByException, "mode=exception", null)]
    [InlineData(PeerRow.ParkedOnItsOwn, "on=pipe", "mode=own")]
    public void What_only_net_has_alike_stands_beside_it_alone(string row, string ours, string? net)
    {
        Assert.Equal(["new runtime", ".NET"], PeerProgram.All.Where(program => program.Words(Row(row), 0) is not null).Select(program => program.Name));
        Assert.Contains(ours, PeerProgram.Ours.Words(Row(row), 0)!);
        if (net is not null) Assert.Contains(net, Program(".NET").Words(Row(row), 0)!);
        Assert.DoesNotContain("on=pipe", PeerProgram.Ours.Words(Row("parked, 1M tasks"), 0)!);
    }

    [Fact]
    public void Every_peer_has_a_script_that_builds_it() =>
        Assert.All(PeerProgram.All.Where(program => program.Role != PeerRole.Ours),
            program => Assert.True(File.Exists(Repository.Layout.At("benchmarks", "peers", program.Folder, "build.sh")), program.Name));

    [Fact]
    public void Threads_are_pinned_to_a_core_each_but_to_two_at_most()
    {
        Assert.Equal(["taskset", "-c", "0", Repository.Layout.At("artifacts", "workloads", "workloads"), "ring", "tasks=503", "n=5000000", "threads=1", "warm_ms=5000"],
            s_runner.Command(Row("ring"), Program("new runtime")));
        Assert.Equal(["taskset", "-c", "0-1", Repository.Layout.At("artifacts", "peers", "tokio", "peer"), "ring", "tasks=503", "n=5000000", "threads=2", "warm=1", "rt=multi"],
            s_runner.Command(Row("ring, 2 threads"), Program("tokio")));
        Assert.Equal(["taskset", "-c", "0-1"], s_runner.Command(Growth("ring, 8 schedulers").Of, PeerProgram.Ours).Take(3));
    }

    [Fact]
    public void Growth_compares_two_runs_of_the_same_work() => Assert.All(GrowthRow.All, row =>
    {
        Assert.Equal((row.Of.Workload, row.Of.Figure, "ns"), (row.Against.Workload, row.Against.Figure, row.Of.Unit));
        Assert.NotEqual(s_runner.Command(row.Of, PeerProgram.Ours), s_runner.Command(row.Against, PeerProgram.Ours));
    });

    [Fact]
    public void The_figure_of_a_row_is_taken_from_its_line()
    {
        const string output = "warming up\nworkload=ring threads=1 ns_per_op=9.5 ops=5 cpu_ns_per_op=8.25\n";
        Assert.Equal(8.25, PeerRunner.Figure(output, Row("ring")));
        Assert.Equal(9.5, PeerRunner.Figure(output, Row("ring, 2 threads")));
        Assert.Null(PeerRunner.Figure(output, Row("spawn")));
        Assert.Null(PeerRunner.Figure("workload=ring ns_per_op=9.5", Row("ring")));
    }

    [Fact]
    public void The_best_peer_is_no_limit()
    {
        var verdict = Result("ring", ("new runtime", 20), (".NET", 110), ("tokio", 100), ("C++ loop", 6)).Judge(new Dictionary<string, string>())!;
        Assert.Equal(("tokio", 5.0, true, false, null), (verdict.BestPeer, verdict.TimesFaster, verdict.Ahead, verdict.FallsShort, verdict.InTheWay));
        Assert.Equal("5.0 times ahead of tokio", verdict.Text);
        Assert.Equal("5.0 (tokio)", verdict.Short);
    }

    [Fact]
    public void A_row_that_falls_short_says_by_how_much_and_why()
    {
        var verdict = Result("ring", ("new runtime", 150), ("Go", 100)).Judge(new Dictionary<string, string> { ["ring"] = "the wires" })!;
        Assert.False(verdict.Ahead);
        Assert.Equal("falls short of Go: 1.50 times as much", verdict.Text);
        Assert.Equal("the wires", verdict.InTheWay);
    }

    [Theory]
    [InlineData(15, false, "15.0 ns: reached")]
    [InlineData(15.1, true, "15.0 ns: missed")]
    public void A_row_that_misses_its_aim_falls_short_however_far_ahead_it_is(double figure, bool isMissed, string text)
    {
        var verdict = (Result("ring", ("new runtime", figure), ("Go", 100)) with { Aim = 15 }).Judge(new Dictionary<string, string> { ["ring"] = "the wires" })!;
        Assert.Equal((true, isMissed, isMissed, text, isMissed ? "the wires" : null), (verdict.Ahead, verdict.MissesAim, verdict.FallsShort, verdict.AimText, verdict.InTheWay));
    }

    [Fact]
    public void The_aim_of_a_row_goes_with_its_figures() => Assert.Equal(15, Row("ring").Result([]).Aim);

    [Fact]
    public void Growth_is_held_against_its_limit()
    {
        var row = Growth("yield, 1M tasks");
        var verdict = row.Judge(Grown(row, of: 25, against: 10), new Dictionary<string, string> { [row.Name] = "the cache" })!;
        Assert.Equal(("at most 2 times as long as 1000 tasks", "2.50 times as long", 1.25, false, "the cache"),
            (verdict.Limit, verdict.Measured, verdict.Taken, verdict.Met, verdict.InTheWay));
        Assert.True(row.Judge(Grown(row, of: 20, against: 10), new Dictionary<string, string>())!.Met);
    }

    [Fact]
    public void What_was_not_measured_is_not_judged()
    {
        Assert.Null(Result("ring", ("new runtime", 150), ("C++ loop", 6)).Judge(new Dictionary<string, string>()));
        Assert.Null(Growth("yield, 1M tasks").Judge(Growth("yield, 1M tasks").Result([new SideResult("1M tasks", [1])]), new Dictionary<string, string>()));
    }

    [Fact]
    public void The_page_names_what_falls_short_and_what_was_left_out()
    {
        PeerRowResult[] rows = [Result("ring", ("new runtime", 150), ("Go", 100)) with { Aim = 15 }, Result("spawn", ("new runtime", 10), ("Go", 100)) with { Aim = 25 }];
        var html = HtmlPage.Render(PeersPage.Create(Report(rows, [new PeerFailure("ring", "tokio", "exit status 3")])));
        foreach (var words in new[] { "ahead of the best peer in 1 of 2 rows, 1 of 2 aims reached, 1 of 2 limits of growth kept", "falls short of Go: 1.50 times as much",
            "25.0 ns: reached", "15.0 ns: missed", "the wires", "45.0 ns with 1M tasks", "at most 40 ns more than 1000 tasks", "+35.00 ns", "2.50 times as long", "the cache",
            "no Erlang on PATH; apt-get install", "exit status 3" })
        {
            Assert.Contains(words, html);
        }
    }

    [Fact]
    public void The_screen_shows_figures_and_what_to_install()
    {
        StringWriter output = new();
        PeerRowResult[] rows = [Result("ring", ("new runtime", 150), ("Go", 100)), Result("fan-in", ("new runtime", 28), ("Go", 31)) with { Aim = 15 }];
        PeersTable.Show(Screen.Create(output, isTerminal: false), Report(rows));
        Assert.Matches(@"ring +\| +150 ns \| +100 ns \| 0\.67 \(Go\)", output.ToString());
        Assert.Matches(@"fan-in +\| +28\.0 ns \| 31\.0 ns \| 1\.11 \(Go\) +\| 15\.0 ns: missed", output.ToString());
        Assert.Contains("ring falls short of Go: 1.50 times as much: the wires", output.ToString());
        Assert.Contains("fan-in 1.11 times ahead of Go, its figure is 28.0 ns, its aim 15.0 ns: not yet looked into", output.ToString());
        Assert.Matches(@"yield, 1M tasks +\| 25\.0 ns with 1M tasks \| 10\.0 ns with 1000 tasks \| at most 2 times as long as 1000 tasks +\| 2\.50 times as long", output.ToString());
        Assert.Contains("yield, 1M tasks falls short of its limit, 2.50 times as long: the cache", output.ToString());
        Assert.Contains("left out: erlang: no Erlang on PATH; apt-get install", output.ToString());
    }

    [Fact]
    public void An_earlier_run_is_judged_anew()
    {
        PeerRowResult[] rows = [Result("ring", ("new runtime", 150), ("Go", 100)) with { Aim = 15 }];
        var before = Report(rows);
        var after = PeersFigures.Parse(before.ToJson()).Judge(new Dictionary<string, string> { ["ring"] = "the weather" });
        Assert.Equal("the weather", Assert.Single(after.Verdicts).InTheWay);
        Assert.Equal(before.Summary, after.Summary);
        Assert.Equal(before.Growth[1].Sides[0].Median, after.Growth[1].Sides[0].Median);
    }

    [Theory]
    [InlineData("{}", "JSON deserialization")]
    [InlineData("[", "")]
    public void What_is_no_earlier_run_is_refused(string text, string words)
    {
        using TemporaryFolder folder = new();
        var file = Path.Combine(folder.Path, "figures.json");
        File.WriteAllText(file, text);
        var error = Assert.Throws<UserErrorException>(() => PeersFigures.Read(file));
        Assert.Contains($"--from {file}: ", error.Message);
        Assert.Contains(words, error.Message);
        Assert.Equal(ExitCode.Usage, error.Code);
    }

    [Fact]
    public void A_program_that_is_gone_is_named() => Assert.Contains("'Ada'", Assert.Throws<InvalidDataException>(
        () => PeersFigures.Parse(Report([Result("ring", ("new runtime", 1), ("Go", 2))]).ToJson().Replace("\"Go\"", "\"Ada\"", StringComparison.Ordinal))).Message);

    [Fact]
    public void The_tables_can_be_kept_as_Markdown()
    {
        var text = MarkdownPage.Render(PeersPage.Create(Report([Result("ring", ("new runtime", 150), ("Go", 100)) with { Aim = 15 }])));
        Assert.Contains("| ring | 15.0 ns: missed | 150 ns | 100 ns | 0.67 (Go) |\n", text);
        Assert.Contains("| ring | 150 ns | 15.0 ns: missed | falls short of Go: 1.50 times as much | the wires |\n", text);
    }

    [Fact]
    public void The_kept_tables_are_those_of_the_kept_figures() => Assert.Equal(File.ReadAllText(Repository.Layout.At("docs", "figures.md")),
        MarkdownPage.Render(PeersPage.Create(PeersFigures.Read(Repository.Layout.At("benchmarks", "figures.json"))
            .Judge(InTheWay.Read(Repository.Layout.At("benchmarks", "peers.json"))))));

    [Fact]
    public void A_reason_for_no_row_is_refused() =>
        Assert.Contains("no row 'jump'", Assert.Throws<InvalidDataException>(() => InTheWay.Parse("""{"jump": "the wires"}""")).Message);

    [Fact]
    public void The_repositorys_reasons_can_be_read() => InTheWay.Read(Repository.Layout.At("benchmarks", "peers.json"));

    [Theory]
    [InlineData(20, 15, 10, false)]
    [InlineData(200, 150, 10, true)]
    [InlineData(20, 25, 10, true)]
    [InlineData(20, 15, 25, true)]
    public void A_peer_an_aim_and_a_limit_are_all_there_is_to_fall_short_of(double aim, double figure, double grown, bool fallsShort)
    {
        PeerRowResult[] rows = [Result("ring", ("new runtime", figure), ("Go", 100)) with { Aim = aim }];
        Assert.Equal(fallsShort, Report(rows, grown: grown).FallsShort);
    }

    [Theory]
    [InlineData(5_780_000, "ns", "5.78 ms")]
    [InlineData(24_498, "ns", "24.5 us")]
    [InlineData(11.5, "ns", "11.5 ns")]
    [InlineData(132.4, "B", "132 B")]
    [InlineData(80, "B", "80.0 B")]
    public void Figures_have_three_digits_that_matter(double value, string unit, string text) => Assert.Equal(text, PeerFigure.Text(value, unit));

    private static PeerRow Row(string name) => PeerRow.All.Single(row => row.Name == name);

    private static PeerProgram Program(string name) => PeerProgram.All.Single(program => program.Name == name);

    private static GrowthRow Growth(string name) => GrowthRow.All.Single(row => row.Name == name);

    private static WorkloadResult Grown(GrowthRow row, double of, double against) => row.Result([new SideResult(row.Of.Name, [of]), new SideResult(row.Against.Name, [against])]);

    private static PeersReport Report(PeerRowResult[] rows, PeerFailure[]? failures = null, double grown = 25)
    {
        var reasons = new Dictionary<string, string> { ["ring"] = "the wires", ["yield, 1M tasks"] = "the cache" };
        var (fifo, random) = (Growth("yield, 1M tasks"), Growth("yield in random order, 1M tasks"));
        WorkloadResult[] growth = [Grown(fifo, grown, 10), Grown(random, 45, 10)];
        return new PeersFigures(DateTimeOffset.UnixEpoch, "this machine", 1, 5000, [new PeerState("erlang", "no Erlang on PATH; apt-get install")],
            rows, growth, failures ?? []).Judge(reasons);
    }

    private static PeerRowResult Result(string row, params (string Program, double Figure)[] figures) =>
        new(row, 1, "", "ns", null, [.. figures.Select(figure => new SideResult(figure.Program, [figure.Figure]))]);
}
