using System.CommandLine;
using System.Diagnostics;
using Rustrt.Migrate.Bench;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Elf;
using Rustrt.Migrate.Parity;
using Rustrt.Migrate.Report;
using Rustrt.Migrate.Services;
using Rustrt.Migrate.Terminal;
using Rustrt.Parity;
using Rustrt.Parity.Report;
using Rustrt.Parity.Scenarios;
using Rustrt.Parity.Settings;
using Spectre.Console;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate demo</c>: the whole road with real programs, from all-legacy to all-new, in a few minutes.</summary>
internal sealed class DemoCommand : VerbCommand
{
    // The caller that is looked into: it uses the most services.
    private const string ShownCaller = "heap_and_locals";

    // One scenario for each example program; the whole set is for 'parity' and 'test'.
    private static readonly string[] s_scenarios =
        ["token-ring", "spawn-tree", "producer-consumer", "kill-and-fail", "heap-and-locals", "exit-and-weak", "logging-levels"];

    private static readonly string[] s_workloads = ["yield", "event", "spawn", "malloc"];

    private readonly RepositoryLayout _layout;
    private readonly Option<bool> _yes = CommonOptions.Yes();
    private readonly Option<FileInfo?> _html = CommonOptions.Html("what it showed (default: artifacts/reports/demo.html)");

    public DemoCommand(RepositoryLayout layout)
        : base("demo", "Builds everything, then moves real programs from the old runtime to the new one, step by step.",
            ["./migrate demo", "./migrate demo --yes      # installs missing Debian packages without asking"],
            [CommonOptions.CodeSuccess, (ExitCode.Failures, "a program behaved differently on some setting"), CommonOptions.CodeUsage,
             CommonOptions.CodePackages, CommonOptions.CodeBuild])
    {
        _layout = layout;
        Options.Add(_yes);
        Options.Add(_html);
    }

    protected override async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var screen = Screen.Create();
        var watch = Stopwatch.StartNew();
        await Prerequisites.Ensure(screen, _layout, arguments.GetValue(_yes), Prerequisites.Purpose.Build, stop);

        screen.Heading("1. Build both runtimes, the router between them, and programs that know only the old one");
        if (!await new StepRunner(_layout, screen).RunAll(BuildPlan.Steps(_layout), stop))
        {
            return ExitCode.BuildFailed;
        }
        var services = ShowServices(screen);
        var parity = await Migrate(screen, stop);
        var bench = await Measure(screen, stop);

        var page = arguments.GetValue(_html)?.FullName ?? Path.Combine(_layout.ReportsDirectory, "demo.html");
        HtmlPage.Write(Page(services, parity, bench), page);
        screen.Heading(parity.Failing == 0
            ? $"Done in {Screen.Seconds(watch.Elapsed)}: {parity.Agreeing} comparisons, all the same on both runtimes"
            : $"Done in {Screen.Seconds(watch.Elapsed)}: {parity.Failing} of {parity.Failing + parity.Agreeing} comparisons do not hold");
        screen.Line($"The page: {_layout.Shown(page)}");
        screen.Line($"Try it:   ./migrate run --switch all=new --calls -- {_layout.Shown(Path.Combine(_layout.CallersDirectory, ShownCaller))}");
        return parity.Failing == 0 ? ExitCode.Success : ExitCode.Failures;
    }

    private IReadOnlyList<ServiceUse> ShowServices(Screen screen)
    {
        screen.Heading($"2. What {ShownCaller} uses, read from the program itself");
        var services = Coverage.Read(_layout).UsedBy(ElfImage.Read(Path.Combine(_layout.CallersDirectory, ShownCaller)));
        var table = screen.NewTable().AddColumns("unit of the switch", "service", "functions", "new runtime serves");
        foreach (var use in services)
        {
            table.AddRow(use.Unit.EscapeMarkup(), use.Service.EscapeMarkup(), string.Join(", ", use.Functions).EscapeMarkup(),
                use.NotServedByNew.Count == 0 ? "[green]all[/]" : $"[yellow]not {string.Join(", ", use.NotServedByNew).EscapeMarkup()}[/]");
        }
        screen.Show(table);
        return services;
    }

    private async Task<ParityReport> Migrate(Screen screen, CancellationToken stop)
    {
        screen.Heading("3. The same programs with one unit more on the new runtime at each step, compared with the old library");
        var scenarios = ParityInputs.Select(ParityInputs.Scenarios(_layout), s_scenarios);
        var runner = ParityInputs.ParityRunner(_layout, scenarios, new ParityOptions(NoiseRuns: 1));
        var steps = new List<ParityReport>();
        foreach (var setting in ParityInputs.Units(_layout).Road)
        {
            var watch = Stopwatch.StartNew();
            var current = "";
            ParityReport report = null!;
            await screen.Working(setting.Name, () => current,
                async () => report = await runner.Run(scenarios, [setting], new ImmediateProgress(text => current = text), stop));
            if (report.Failing == 0)
            {
                screen.Done(setting.Name, watch.Elapsed, $"{report.Scenarios.Count} programs behave the same; {Served(report)}");
            }
            else
            {
                screen.Failed(setting.Name, watch.Elapsed, $"{report.Failing} of {report.Failing + report.Agreeing} comparisons do not hold");
            }
            steps.Add(report);
        }
        var all = ParityReport.Merge(steps);
        if (all.Failing > 0)
        {
            ParityTable.Show(screen, all);
        }
        return all;
    }

    private async Task<BenchReport> Measure(Screen screen, CancellationToken stop)
    {
        screen.Heading("4. Both runtimes side by side, the same compiled program in turn");
        var machine = MachineLine.Now(_layout, DateTimeOffset.Now);
        var workloads = Workload.All.Where(workload => s_workloads.Contains(workload.Name)).ToList();
        var sides = BenchRunner.AllSides.Where(side => side != SwitchSetting.Direct).ToList();
        var options = new BenchOptions(Rounds: 3, SamplesPerProcess: 2, WarmMs: 50);
        var current = "";
        IReadOnlyList<WorkloadResult> results = [];
        await screen.Working("measuring", () => current, async () =>
            results = await new BenchRunner(_layout, options).Run(workloads, sides, new ImmediateProgress(text => current = text), stop));
        var report = new BenchReport(DateTimeOffset.Now, machine, options.Rounds, [.. sides.Select(side => side.Name)], results, []);
        BenchTable.Show(screen, report.Workloads, report.Sides, report.Floors);
        screen.Line("A first look, on whatever else this machine is doing; './migrate bench' measures properly.");
        return report;
    }

    private static string Served(ParityReport report)
    {
        var calls = report.Scenarios.SelectMany(scenario => scenario.Cells).SelectMany(cell => cell.UnitCalls?.Values ?? []).ToList();
        return string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{calls.Sum(unit => unit.Legacy):N0} calls served by legacy, {calls.Sum(unit => unit.New):N0} by new");
    }

    private static ReportPage Page(IReadOnlyList<ServiceUse> services, ParityReport parity, BenchReport bench)
    {
        var total = parity.Agreeing + parity.Failing;
        return new ReportPage("From the old runtime to the new one, step by step", bench.Machine,
            parity.Failing == 0 ? $"All {total} comparisons agree on every step" : $"{parity.Failing} of {total} comparisons do not hold",
            parity.Failing == 0 ? Tone.Good : Tone.Bad,
            [
                new TableSection($"What {ShownCaller} uses", "Read from the program's own imports: it is not recompiled, and it does not know that there is a choice.",
                    ["unit of the switch", "service", "functions", "new runtime serves"],
                    [.. services.Select(use => (IReadOnlyList<Cell>)[use.Unit, use.Service, string.Join(", ", use.Functions),
                        use.NotServedByNew.Count == 0 ? new Cell("all", Tone.Good) : new Cell("not " + string.Join(", ", use.NotServedByNew), Tone.Warn)])]),
                .. ParityPage.Sections(parity),
                .. BenchPage.Sections(bench),
            ]);
    }
}
