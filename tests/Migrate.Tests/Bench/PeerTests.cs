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
        Assert.Equal(PeerRow.All.Count, PeerRow.All.Select(row => row.Name).Distinct().Count());
        Assert.Equal(PeerProgram.All.Count, PeerProgram.All.Select(program => program.Name).Distinct().Count());
    }

    [Fact]
    public void Every_row_is_measured_on_the_new_runtime_and_on_a_peer() =>
        Assert.All(PeerRow.All, row => Assert.Equal(2, PeerProgram.All.Where(program => program.Words(row, 0) is not null).Select(program => program.Role)
            .Where(role => role != PeerRole.Limit).Distinct().Count()));

    [Fact]
    public void Every_peer_has_a_script_that_builds_it() =>
        Assert.All(PeerProgram.All.Where(program => program.Role != PeerRole.Ours),
            program => Assert.True(File.Exists(Repository.Layout.At("benchmarks", "peers", program.Folder, "build.sh")), program.Name));

    [Fact]
    public void One_thread_is_pinned_to_one_core()
    {
        Assert.Equal(["taskset", "-c", "0", Repository.Layout.At("artifacts", "workloads", "workloads"), "ring", "tasks=503", "n=5000000", "threads=1", "warm_ms=5000"],
            s_runner.Command(Row("ring"), Program("new runtime")));
        Assert.Equal([Repository.Layout.At("artifacts", "peers", "tokio", "peer"), "ring", "tasks=503", "n=5000000", "threads=2", "warm=1", "rt=multi"],
            s_runner.Command(Row("ring, 2 threads"), Program("tokio")));
    }

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
        Assert.Equal(("tokio", 5.0, true, null), (verdict.BestPeer, verdict.TimesFaster, verdict.Ahead, verdict.InTheWay));
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

    [Fact]
    public void What_was_not_measured_is_not_judged() =>
        Assert.Null(Result("ring", ("new runtime", 150), ("C++ loop", 6)).Judge(new Dictionary<string, string>()));

    [Fact]
    public void The_page_names_what_falls_short_and_what_was_left_out()
    {
        PeerRowResult[] rows = [Result("ring", ("new runtime", 150), ("Go", 100)), Result("spawn", ("new runtime", 10), ("Go", 100))];
        var reasons = new Dictionary<string, string> { ["ring"] = "the wires" };
        var html = HtmlPage.Render(PeersPage.Create(new PeersReport(DateTimeOffset.UnixEpoch, "this machine", 1, 5000, [new PeerState("erlang", "no Erlang on PATH; apt-get install")],
            rows, [.. rows.Select(row => row.Judge(reasons)!)], [new PeerFailure("ring", "tokio", "exit status 3")])));
        foreach (var words in new[] { "ahead of the best peer in 1 of 2 rows", "falls short of Go: 1.50 times as much", "the wires", "no Erlang on PATH; apt-get install", "exit status 3" })
        {
            Assert.Contains(words, html);
        }
    }

    [Fact]
    public void The_screen_shows_figures_and_what_to_install()
    {
        StringWriter output = new();
        PeerRowResult[] rows = [Result("ring", ("new runtime", 150), ("Go", 100))];
        PeersTable.Show(Screen.Create(output, isTerminal: false), new PeersReport(DateTimeOffset.UnixEpoch, "this machine", 1, 5000,
            [new PeerState("erlang", "no Erlang on PATH; apt-get install")], rows, [.. rows.Select(row => row.Judge(new Dictionary<string, string>())!)], []));
        Assert.Matches(@"ring +\| +150 ns \| 100 ns \| 0\.67 \(Go\)", output.ToString());
        Assert.Contains("ring falls short of Go: 1.50 times as much: not yet looked into", output.ToString());
        Assert.Contains("left out: erlang: no Erlang on PATH; apt-get install", output.ToString());
    }

    [Fact]
    public void A_reason_for_no_row_is_refused() =>
        Assert.Contains("no row 'jump'", Assert.Throws<InvalidDataException>(() => InTheWay.Parse("""{"jump": "the wires"}""")).Message);

    [Fact]
    public void The_repositorys_reasons_can_be_read() => InTheWay.Read(Repository.Layout.At("benchmarks", "peers.json"));

    [Theory]
    [InlineData(5_780_000, "ns", "5.78 ms")]
    [InlineData(24_498, "ns", "24.5 us")]
    [InlineData(11.5, "ns", "11.5 ns")]
    [InlineData(132.4, "B", "132 B")]
    [InlineData(80, "B", "80.0 B")]
    public void Figures_have_three_digits_that_matter(double value, string unit, string text) => Assert.Equal(text, PeerFigure.Text(value, unit));

    private static PeerRow Row(string name) => PeerRow.All.Single(row => row.Name == name);

    private static PeerProgram Program(string name) => PeerProgram.All.Single(program => program.Name == name);

    private static PeerRowResult Result(string row, params (string Program, double Figure)[] figures) =>
        new(row, 1, "", "ns", [.. figures.Select(figure => new SideResult(figure.Program, [figure.Figure]))]);
}
