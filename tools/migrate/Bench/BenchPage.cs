using System.Globalization;
using Rustrt.Migrate.Report;

namespace Rustrt.Migrate.Bench;

/// <summary>Benchmark results as a page.</summary>
internal static class BenchPage
{
    public static ReportPage Create(BenchReport report)
    {
        var met = report.Floors.Count(floor => floor.Met);
        return new ReportPage("Speed of the old and the new runtime", report.Machine,
            report.Floors.Count == 0 ? $"{report.Workloads.Count} workloads measured" : $"{met} of {report.Floors.Count} floors are met",
            report.Floors.Count == 0 ? Tone.None : met == report.Floors.Count ? Tone.Good : Tone.Warn, [.. Sections(report)]);
    }

    /// <summary>Table, ratios and samples: also part of the demo's page.</summary>
    public static IEnumerable<Section> Sections(BenchReport report)
    {
        yield return Medians(report);
        if (report.Floors.Count > 0)
        {
            yield return new TableSection("What is in the way", "Where the time of the measured side goes, and what would improve it.",
                ["workload", "measured", "in the way"],
                [.. report.Floors.Select(floor => (IReadOnlyList<Cell>)[floor.Workload, Measured(floor), floor.InTheWay])]);
        }
        yield return new PlotSection("How many times faster the new runtime is", "Median of all=legacy divided by that of all=new; the dashed line is equal speed.",
            PlotKind.Bars, "times faster", Logarithmic: false, [Series.OfSide("all=new")],
            [.. report.Workloads.Where(workload => workload.Figure != Figure.Memory && workload.Ratio("all=legacy", "all=new") is not null)
                .Select(workload => new PlotPoint(workload.Workload, "all=new", Math.Round(workload.Ratio("all=legacy", "all=new")!.Value, 2)))],
            Mark: 1);
        yield return Samples(report, "All samples", "nanoseconds per operation", workload => workload.Figure != Figure.Memory,
            $"The sides ran in turn, {report.Rounds} rounds, so that what else the machine did hit all of them.");
        if (report.Workloads.Any(workload => workload.Figure == Figure.Memory))
        {
            yield return Samples(report, "Memory", "bytes per operation", workload => workload.Figure == Figure.Memory, "Resident, page tables included.");
        }
    }

    private static PlotSection Samples(BenchReport report, string title, string axis, Func<WorkloadResult, bool> which, string note) =>
        new(title, $"Each dot is one figure; the bar is the median. {note} Logarithmic axis.", PlotKind.Dots, axis, Logarithmic: true,
            [.. report.Sides.Select(Series.OfSide)],
            [.. report.Workloads.Where(which).SelectMany(workload => workload.Sides.SelectMany(side =>
                side.Samples.Select(sample => new PlotPoint(workload.Workload, side.Side, sample))))]);

    private static TableSection Medians(BenchReport report) => new("Medians",
        "The same compiled caller on every side. Processor time of the measuring thread, or wall-clock time where two threads work; memory and whole processes where it says so. "
        + "A floor is what must at least be reached (benchmarks/floors.json).",
        ["workload", "one operation is", .. report.Sides.Select(side => new Column(side, Right: true)), new Column("new against legacy", Right: true),
            .. report.Floors.Count > 0 ? new Column[] { "floor", "measured" } : []],
        [.. report.Workloads.Select(workload => Row(report, workload))]);

    private static IReadOnlyList<Cell> Row(BenchReport report, WorkloadResult workload)
    {
        var floor = report.Floors.FirstOrDefault(verdict => verdict.Workload == workload.Workload);
        return
        [
            workload.Workload,
            workload.Operation + (workload.Figure == Figure.Wall ? " (wall clock)" : ""),
            .. report.Sides.Select(side => workload.Side(side) is { } result
                ? new Cell(workload.Text(result.Median), Hint: string.Create(CultureInfo.InvariantCulture,
                    $"quartiles {workload.Text(result.Low)} to {workload.Text(result.High)}, {result.Samples.Count} samples"))
                : new Cell("-")),
            workload.Compared("all=new", "all=legacy"),
            .. report.Floors.Count > 0 ? new Cell[] { floor?.Limit ?? "", Measured(floor) } : [],
        ];
    }

    private static Cell Measured(FloorVerdict? floor) => floor switch
    {
        null => "",
        { Met: true } => new Cell($"met: {floor.Measured}", Tone.Good),
        _ => new Cell($"falls short: {floor.Measured}", Tone.Warn),
    };
}
