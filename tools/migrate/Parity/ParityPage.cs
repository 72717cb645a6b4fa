using System.Globalization;
using Rustrt.Migrate.Report;
using Rustrt.Parity.Comparison;
using Rustrt.Parity.Report;

namespace Rustrt.Migrate.Parity;

/// <summary>A parity report as a page.</summary>
internal static class ParityPage
{
    private const string DirectSeries = "legacy library";

    public static ReportPage Create(ParityReport report, string machine)
    {
        var total = report.Agreeing + report.Failing;
        var threads = report.Scenarios.SelectMany(scenario => scenario.NoiseFloor).Select(floor => floor.Threads).Distinct().Order();
        var verdict = report.Failing == 0
            ? $"All {total} comparisons agree: {report.Scenarios.Count} scenarios on {report.Settings.Count} settings"
            : $"{report.Failing} of {total} comparisons {(report.Failing == 1 ? "does" : "do")} not hold";
        return new ReportPage("Parity of the old and the new runtime", machine, $"{verdict}; RUST_THREADS {string.Join(" and ", threads)}",
            report.Failing == 0 ? Tone.Good : Tone.Bad, [.. Sections(report)]);
    }

    /// <summary>The table, the differences, the calls and the times: also parts of the demo's page.</summary>
    public static IEnumerable<Section> Sections(ParityReport report)
    {
        yield return Matrix(report);
        var differences = Differences(report).ToList();
        if (differences.Count > 0)
        {
            yield return new DiffSection("First differences", "- only in the legacy library's run, + only in the setting's run.", differences);
        }
        if (Calls(report) is { Points.Count: > 0 } calls)
        {
            yield return calls;
        }
        yield return Times(report);
        yield return Scenarios(report);
    }

    private static TableSection Matrix(ParityReport report) => new("Scenarios and settings",
        "Each scenario runs on the legacy library first, more than once: where it disagrees with itself the scenario is invalid. Then every "
        + "setting of the switch is compared with it. A cell agrees when all that the scenario declares is the same and no call reached the side "
        + "that was not chosen. What a setting does not serve yet is not compared.",
        ["scenario", "legacy, again", .. report.Settings.Select(setting => new Column(setting))],
        [.. report.Scenarios.Select(scenario => (IReadOnlyList<Cell>)
        [
            new Cell(scenario.Name, Hint: scenario.Summary),
            scenario.IsValid ? new Cell("agrees", Tone.Good) : new Cell("invalid", Tone.Bad, Id(scenario, "floor", Bad(scenario.NoiseFloor).Threads)),
            .. report.Settings.Select(setting => MatrixCell(scenario, setting)),
        ])]);

    private static Cell MatrixCell(ScenarioResult scenario, string setting)
    {
        var cells = scenario.Cells.Where(cell => cell.Setting == setting).ToList();
        if (cells.Count == 0)
        {
            return new Cell("not run", Tone.Muted);
        }
        var hint = string.Join("; ", cells.Select(cell => $"{Threads(cell.Threads)}: {cell.Calls ?? "no router"}"));
        return cells.Find(cell => cell.Verdict is Verdict.Diverges or Verdict.CallsAstray) is { } failing
            ? new Cell(failing.Verdict == Verdict.CallsAstray ? "calls astray" : "diverges", Tone.Bad, Id(scenario, setting, failing.Threads), hint)
            : cells.Exists(cell => cell.Verdict == Verdict.NotMigrated) ? new Cell("not migrated", Tone.Muted, Hint: hint)
            : new Cell("agrees", Tone.Good, Hint: hint);
    }

    private static IEnumerable<DiffBlock> Differences(ParityReport report)
    {
        foreach (var scenario in report.Scenarios)
        {
            foreach (var floor in scenario.NoiseFloor)
            {
                if (floor.Divergence is { } divergence)
                {
                    yield return Block(Id(scenario, "floor", floor.Threads), $"{scenario.Name}: legacy against itself, {Threads(floor.Threads)}", divergence);
                }
            }
            foreach (var cell in scenario.Cells)
            {
                if (cell.Divergence is { } divergence)
                {
                    yield return Block(Id(scenario, cell.Setting, cell.Threads), $"{scenario.Name}: {cell.Setting}, {Threads(cell.Threads)}", divergence);
                }
            }
        }
    }

    private static PlotSection Calls(ParityReport report)
    {
        var points = report.Scenarios.SelectMany(scenario => scenario.Cells).Where(cell => cell.UnitCalls is not null)
            .SelectMany(cell => cell.UnitCalls!.SelectMany(unit => new[]
            {
                (cell.Setting, Side: "served by legacy", Calls: unit.Value.Legacy),
                (cell.Setting, Side: "served by new", Calls: unit.Value.New),
            }))
            .GroupBy(call => (call.Setting, call.Side)).Select(group => new PlotPoint(group.Key.Setting, group.Key.Side, group.Sum(call => call.Calls)));
        return new PlotSection("Who served the calls", "Counted by the router over all scenarios. A call on the side that was not chosen fails the run.",
            PlotKind.Bars, "calls", Logarithmic: true, [new Series("served by legacy", SeriesColour.Legacy), new Series("served by new", SeriesColour.New)], [.. points]);
    }

    private static PlotSection Times(ParityReport report)
    {
        string[] shown = [DirectSeries, .. report.Settings.Where(setting => setting is "all=legacy" or "all=new")];
        var points = report.Scenarios.SelectMany(scenario =>
            scenario.NoiseFloor.SelectMany(floor => floor.Milliseconds.Select(time => new PlotPoint(scenario.Name, DirectSeries, time)))
                .Concat(scenario.Cells.Where(cell => shown.Contains(cell.Setting))
                    .SelectMany(cell => cell.Milliseconds.Select(time => new PlotPoint(scenario.Name, cell.Setting, time)))));
        return new PlotSection("How long the runs took", "Whole processes, start to exit, all numbers of threads. This is no benchmark (./migrate bench is): it "
            + "shows start-up and anything that hangs.", PlotKind.Strips, "milliseconds", Logarithmic: true, [.. shown.Select(Series.OfSide)], [.. points]);
    }

    private static TableSection Scenarios(ParityReport report) => new("What each scenario does", null, ["scenario", "what happens", "compared"],
        [.. report.Scenarios.Select(scenario => (IReadOnlyList<Cell>)[scenario.Name, scenario.Summary, string.Join("; ", scenario.Compared)])]);

    private static NoiseFloor Bad(IEnumerable<NoiseFloor> floors) => floors.First(floor => floor.Divergence is not null);

    private static DiffBlock Block(string id, string title, Divergence divergence) =>
        new(id, title, divergence.What, [.. divergence.Context.Select(line => (line.Mark, line.Text))]);

    private static string Threads(int threads) => threads == 1 ? "1 thread" : string.Create(CultureInfo.InvariantCulture, $"{threads} threads");

    private static string Id(ScenarioResult scenario, string setting, int threads) =>
        string.Create(CultureInfo.InvariantCulture, $"{scenario.Name}-{setting.Replace('=', '-').Replace(';', '-')}-{threads}");
}
