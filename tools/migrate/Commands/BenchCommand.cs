using System.CommandLine;
using Rustrt.Migrate.Bench;
using Rustrt.Migrate.Bench.Peers;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Report;
using Rustrt.Migrate.Running;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Commands;

/// <summary>
/// <c>./migrate bench</c>: the same caller on both runtimes, in turn, beside the floors; one workload of managed tasks; or all
/// of these beside other runtimes.
/// </summary>
internal sealed class BenchCommand : VerbCommand
{
    private const int SwitchWarmMs = 100, PeersWarmMs = 5000;
    private readonly RepositoryLayout _layout;
    private readonly Option<BenchSuite?> _suite = new("--suite")
    {
        Description = "What is measured: the native caller on the sides of the switch; one workload of managed tasks, as one line; all of those beside "
            + "other runtimes. Words NAME=VALUE mean runtime; otherwise the default is switch.",
        HelpName = "switch|runtime|peers",
    };
    private readonly Option<string[]> _workloads = new("--workload")
    {
        Description = $"Only this workload; may be repeated, but for runtime, which runs one. Switch: {string.Join(", ", SwitchNames)}. "
            + $"Peers: {string.Join(", ", PeerNames)}. Runtime: these and others, which './migrate bench --suite runtime' lists.",
        HelpName = "NAME",
    };
    private readonly Option<int> _rounds = CommonOptions.WholeNumber("--rounds", "Rounds: processes per workload and side (not for runtime).", 5);
    private readonly Option<int> _samples = CommonOptions.WholeNumber("--samples", "Figures per process (switch only).", 3);
    private readonly Option<int?> _warm = new("--warm-ms")
    {
        Description = $"How long each process runs before its first figure; for peers: each process of .NET (default: {SwitchWarmMs}, for peers {PeersWarmMs}; not for runtime).",
        HelpName = "N",
    };
    private readonly Option<bool> _strict = new("--strict") { Description = "Exit with 1 when a floor is not met, or a row falls short of a peer, its aim or its limit of growth (not for runtime)." };
    private readonly Option<FileInfo?> _json = CommonOptions.Json("all figures");
    private readonly Option<FileInfo?> _html = CommonOptions.Html("the report (default: artifacts/reports/bench.html or peers.html)");
    private readonly Option<FileInfo?> _markdown = CommonOptions.Output("--markdown", "Write the tables of the report as Markdown to FILE, to be kept.");
    private readonly Option<FileInfo?> _from = new("--from")
    {
        Description = "Measure nothing: report on the figures that an earlier --json has written to FILE (peers only).",
        HelpName = "FILE",
    };
    private readonly Argument<string[]> _parameters = new("PARAMETERS")
    {
        Description = "Parameters of the one workload of --suite runtime.",
        HelpName = "NAME=VALUE...",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public BenchCommand(RepositoryLayout layout)
        : base("bench", "Measures the runtimes: the same caller on both, or managed tasks beside other runtimes.",
            ["./migrate bench", "./migrate bench --workload yield --workload spawn --rounds 15", "./migrate bench --json figures.json --html figures.html",
             "taskset -c 0 ./migrate bench --workload ring tasks=503 n=5000000 threads=1", "./migrate bench --suite peers --workload fib --rounds 3"],
            [CommonOptions.CodeSuccess, (ExitCode.Failures, "a workload failed, or a floor is not met or a row falls short with --strict"), CommonOptions.CodeUsage,
             CommonOptions.CodeBuild, CommonOptions.CodeNotBuilt])
    {
        _layout = layout;
        CommonOptions.RequireWholeNumber(_warm, least: 0);
        CommonOptions.RefuseFolders(_from);
        _suite.AcceptOnlyFromAmong([.. Enum.GetValues<BenchSuite>().Select(Shown)]);
        foreach (var option in new Option[] { _suite, _workloads, _rounds, _samples, _warm, _strict, _json, _html, _markdown, _from })
        {
            Options.Add(option);
        }
        Arguments.Add(_parameters);
    }

    private static IEnumerable<string> SwitchNames => Workload.All.Select(workload => workload.Name);

    private static IEnumerable<string> PeerNames => PeerRow.All.Select(row => row.Workload).Distinct();

    protected override async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var parameters = arguments.GetValue(_parameters) ?? [];
        var named = arguments.GetValue(_workloads) ?? [];
        var suite = arguments.GetValue(_suite) ?? (parameters.Length > 0 ? BenchSuite.Runtime : BenchSuite.Switch);
        if (suite != BenchSuite.Runtime && parameters.Length > 0)
        {
            throw new UserErrorException(ExitCode.Usage, $"{parameters[0]}: only --suite runtime has parameters.");
        }
        switch (suite)
        {
            case BenchSuite.Runtime:
                Refuse(arguments, suite, _rounds, _samples, _warm, _strict, _json, _html, _markdown, _from);
                return await RunRuntime(named, parameters, stop);
            case BenchSuite.Peers:
                Refuse(arguments, suite, arguments.GetValue(_from) is null ? [_samples] : [_samples, _rounds, _warm, _workloads]);
                RequireKnown(named, PeerNames, suite);
                return await RunPeers(arguments, named, stop);
            default:
                Refuse(arguments, suite, _from);
                RequireKnown(named, SwitchNames, suite);
                return await RunSwitch(arguments, named, stop);
        }
    }

    private async Task<int> RunSwitch(ParseResult arguments, string[] named, CancellationToken stop)
    {
        var screen = Screen.Create(onStandardError: CommonOptions.JsonOnStandardOutput(arguments, _json));
        BuildPlan.RequireBuilt(_layout, _layout.LegacyLibrary, _layout.RouterLibrary, _layout.LegacyBackend, _layout.NewBackend,
            Path.Combine(_layout.CallersDirectory, "bench"));
        var floors = Floor.ReadAll(_layout.At("benchmarks", "floors.json"));
        var workloads = Workload.All.Where(workload => named.Length == 0 || named.Contains(workload.Name)).ToList();
        var options = new BenchOptions(arguments.GetValue(_rounds), arguments.GetValue(_samples), arguments.GetValue(_warm) ?? SwitchWarmMs);
        var machine = MachineLine.Now(_layout, DateTimeOffset.Now);
        var current = "";
        IReadOnlyList<WorkloadResult> results = [];
        await screen.Working($"{workloads.Count} workloads on {BenchRunner.AllSides.Count} sides", () => current, async () =>
            results = await new BenchRunner(_layout, options).Run(workloads, BenchRunner.AllSides, new ImmediateProgress(text => current = text), stop));
        var report = new BenchReport(DateTimeOffset.Now, machine, options.Rounds, [.. BenchRunner.AllSides.Select(side => side.Name)], results,
            [.. floors.Select(floor => floor.Judge(results.FirstOrDefault(result => result.Workload == floor.Workload))).OfType<FloorVerdict>()]);
        BenchTable.Show(screen, report.Workloads, report.Sides, report.Floors);
        var page = WritePage(arguments, BenchPage.Create(report), "bench.html");
        screen.Line($"{report.Floors.Count(floor => floor.Met)} of {report.Floors.Count} floors are met; page: {page}");
        CommonOptions.WriteJson(arguments, _json, report.ToJson());
        return arguments.GetValue(_strict) && report.Floors.Any(floor => !floor.Met) ? ExitCode.Failures : ExitCode.Success;
    }

    // Standard output is the one line alone; the program itself knows its workloads and refuses what is wrong.
    private async Task<int> RunRuntime(string[] named, string[] parameters, CancellationToken stop)
    {
        if (named.Length != 1 && (named.Length > 1 || parameters.Length > 0))
        {
            throw new UserErrorException(ExitCode.Usage, $"--suite runtime runs one --workload NAME with its parameters, not {named.Length}.");
        }
        await new PeerBuild(_layout, Screen.Create(onStandardError: true)).BuildWorkloads(stop);
        return ForegroundProgram.Run(PeerBuild.Workloads(_layout), [.. named, .. parameters], new Dictionary<string, string>());
    }

    private async Task<int> RunPeers(ParseResult arguments, string[] named, CancellationToken stop)
    {
        var screen = Screen.Create(onStandardError: CommonOptions.JsonOnStandardOutput(arguments, _json));
        var inTheWay = InTheWay.Read(_layout.At("benchmarks", "peers.json"));
        var figures = arguments.GetValue(_from) is { } earlier ? PeersFigures.Read(earlier.FullName)
            : await MeasurePeers(screen, named, arguments.GetValue(_rounds), arguments.GetValue(_warm) ?? PeersWarmMs, stop);
        var report = figures.Judge(inTheWay);
        PeersTable.Show(screen, report);
        var page = WritePage(arguments, PeersPage.Create(report), "peers.html");
        screen.Line($"{report.Summary}; page: {page}");
        CommonOptions.WriteJson(arguments, _json, report.ToJson());
        return report.Failures.Count > 0 || (arguments.GetValue(_strict) && report.FallsShort) ? ExitCode.Failures : ExitCode.Success;
    }

    private async Task<PeersFigures> MeasurePeers(Screen screen, string[] named, int rounds, int warm, CancellationToken stop)
    {
        PeerBuild build = new(_layout, screen);
        await build.BuildWorkloads(stop);
        var peers = await build.BuildPeers(PeerProgram.All, stop);
        var programs = PeerProgram.All.Where(program => !peers.Any(peer => peer.Program == program.Folder && peer.Missing is not null)).ToList();
        var rows = PeerRow.All.Where(IsMeasured).ToList();
        var growth = GrowthRow.All.Where(row => IsMeasured(row.Of)).ToList();
        var machine = MachineLine.Now(_layout, DateTimeOffset.Now);
        var current = "";
        IReadOnlyList<PeerContest> contests = [.. rows.Select(row => row.On(programs)), .. growth.Select(row => row.Contest)];
        IReadOnlyDictionary<string, IReadOnlyList<SideResult>> sides = new Dictionary<string, IReadOnlyList<SideResult>>();
        IReadOnlyList<PeerFailure> failures = [];
        await screen.Working($"{contests.Count} rows on {programs.Count} programs", () => current, async () =>
            (sides, failures) = await new PeerRunner(_layout, rounds, warm).Run(contests, new ImmediateProgress(text => current = text), stop));
        return new PeersFigures(DateTimeOffset.Now, machine, rounds, warm, peers, [.. rows.Select(row => row.Result(sides[row.Name]))],
            [.. growth.Select(row => row.Result(sides[row.Name]))], failures);

        bool IsMeasured(PeerRow row) => (named.Length == 0 || named.Contains(row.Workload)) && row.Cores <= Environment.ProcessorCount;
    }

    private string WritePage(ParseResult arguments, ReportPage page, string name)
    {
        var file = arguments.GetValue(_html)?.FullName ?? Path.Combine(_layout.ReportsDirectory, name);
        HtmlPage.Write(page, file);
        if (arguments.GetValue(_markdown) is { } markdown)
        {
            MarkdownPage.Write(page, markdown.FullName);
        }
        return _layout.Shown(file);
    }

    private static void Refuse(ParseResult arguments, BenchSuite suite, params Option[] options)
    {
        if (options.FirstOrDefault(option => arguments.GetResult(option) is { Implicit: false }) is { } option)
        {
            throw new UserErrorException(ExitCode.Usage, $"{option.Name} is not an option of --suite {Shown(suite)}.");
        }
    }

    private static void RequireKnown(string[] named, IEnumerable<string> known, BenchSuite suite)
    {
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new UserErrorException(ExitCode.Usage, $"--workload {unknown}: there is none in --suite {Shown(suite)}; there are {string.Join(", ", known)}. "
                + "With --suite runtime there are others.");
        }
    }

    private static string Shown(BenchSuite suite) => suite.ToString().ToLowerInvariant();
}
