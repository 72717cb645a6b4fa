using System.CommandLine;
using Rustrt.Migrate.Bench;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Report;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate bench</c>: the same caller on both runtimes, in turn, beside the floors.</summary>
internal sealed class BenchCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Option<string[]> _workloads = new("--workload")
    {
        Description = $"Only this workload; may be repeated. One of {string.Join(", ", Workload.All.Select(workload => workload.Name))}.",
        HelpName = "NAME",
    };
    private readonly Option<int> _rounds = CommonOptions.WholeNumber("--rounds", "Rounds: processes per workload and side.", 5);
    private readonly Option<int> _samples = CommonOptions.WholeNumber("--samples", "Figures per process.", 3);
    private readonly Option<int> _warm = CommonOptions.WholeNumber("--warm-ms", "How long each process runs before its first figure.", 100, least: 0);
    private readonly Option<bool> _strict = new("--strict") { Description = "Exit with 1 when a floor is not met." };
    private readonly Option<FileInfo?> _json = CommonOptions.Json("all figures");
    private readonly Option<FileInfo?> _html = CommonOptions.Html("the report (default: artifacts/reports/bench.html)");

    public BenchCommand(RepositoryLayout layout)
        : base("bench", "Measures the same caller on the legacy library, the router and the new runtime, in turn.",
            ["./migrate bench", "./migrate bench --workload yield --workload spawn --rounds 15", "./migrate bench --json figures.json --html figures.html"],
            [CommonOptions.CodeSuccess, (ExitCode.Failures, "a workload failed, or a floor is not met with --strict"), CommonOptions.CodeUsage, CommonOptions.CodeNotBuilt])
    {
        _layout = layout;
        foreach (var option in new Option[] { _workloads, _rounds, _samples, _warm, _strict, _json, _html })
        {
            Options.Add(option);
        }
        _workloads.AcceptOnlyFromAmong([.. Workload.All.Select(workload => workload.Name)]);
    }

    protected override async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var screen = Screen.Create(onStandardError: CommonOptions.JsonOnStandardOutput(arguments, _json));
        BuildPlan.RequireBuilt(_layout, _layout.LegacyLibrary, _layout.RouterLibrary, _layout.LegacyBackend, _layout.NewBackend,
            Path.Combine(_layout.CallersDirectory, "bench"));
        var floors = Floor.ReadAll(_layout.At("benchmarks", "floors.json"));
        var named = arguments.GetValue(_workloads) ?? [];
        var workloads = Workload.All.Where(workload => named.Length == 0 || named.Contains(workload.Name)).ToList();
        var options = new BenchOptions(arguments.GetValue(_rounds), arguments.GetValue(_samples), arguments.GetValue(_warm));
        var machine = MachineLine.Now(_layout, DateTimeOffset.Now);
        var current = "";
        IReadOnlyList<WorkloadResult> results = [];
        await screen.Working($"{workloads.Count} workloads on {BenchRunner.AllSides.Count} sides", () => current, async () =>
            results = await new BenchRunner(_layout, options).Run(workloads, BenchRunner.AllSides, new ImmediateProgress(text => current = text), stop));
        var report = new BenchReport(DateTimeOffset.Now, machine, options.Rounds, [.. BenchRunner.AllSides.Select(side => side.Name)], results,
            [.. floors.Select(floor => floor.Judge(results.FirstOrDefault(result => result.Workload == floor.Workload))).OfType<FloorVerdict>()]);
        BenchTable.Show(screen, report.Workloads, report.Sides, report.Floors);
        var page = arguments.GetValue(_html)?.FullName ?? Path.Combine(_layout.ReportsDirectory, "bench.html");
        HtmlPage.Write(BenchPage.Create(report), page);
        screen.Line($"{report.Floors.Count(floor => floor.Met)} of {report.Floors.Count} floors are met; page: {_layout.Shown(page)}");
        CommonOptions.WriteJson(arguments, _json, report.ToJson());
        return arguments.GetValue(_strict) && report.Floors.Any(floor => !floor.Met) ? ExitCode.Failures : ExitCode.Success;
    }
}
