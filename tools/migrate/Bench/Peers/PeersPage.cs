using System.Globalization;
using Rustrt.Migrate.Report;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>The table of the peers as a page.</summary>
internal static class PeersPage
{
    private static readonly Series s_ours = new(PeerProgram.Ours.Name, PeerProgram.Ours.Colour);

    public static ReportPage Create(PeersReport report) =>
        new("The new runtime beside its peers", report.Machine, report.Summary, report.FallsShort ? Tone.Warn : Tone.Good, [.. Sections(report)]);

    private static IEnumerable<Section> Sections(PeersReport report)
    {
        var programs = PeerProgram.All.Where(program => report.Rows.Any(row => row.Program(program.Name) is not null)).ToList();
        yield return new TableSection("Medians", "The same work on each, in turn. Processor time of one operation on one pinned core, time on the wall on two threads; "
            + "less is better. The loops and the fibers are limits of one core and no products.",
            ["workload", new Column("aim", Right: true), .. programs.Select(program => new Column(program.Name, Right: true)), new Column("times faster (best peer)", Right: true)],
            [.. report.Rows.Select(row => Row(report, row, programs))]);
        if (report.Verdicts.Any(verdict => verdict.FallsShort))
        {
            yield return new TableSection("What is in the way", "Rows that fall short of the best peer or of their aim, and where the difference goes.",
                ["workload", new Column("new runtime", Right: true), new Column("aim", Right: true), "beside the best peer", "in the way"],
                [.. report.Verdicts.Where(verdict => verdict.FallsShort).Select(verdict => (IReadOnlyList<Cell>)
                    [verdict.Row, PeerFigure.Text(verdict.Figure, verdict.Unit), Aim(verdict), new Cell(verdict.Text, Of(verdict.Ahead)), verdict.InTheWay!])]);
        }
        yield return new PlotSection("How many times faster than the best peer", "Median of the best peer divided by that of the new runtime; the dashed line is equal.",
            PlotKind.Bars, "times faster", Logarithmic: false, [s_ours],
            [.. report.Verdicts.Select(verdict => new PlotPoint(verdict.Row, s_ours.Name, Math.Round(verdict.TimesFaster, 2)))], Mark: 1);
        if (report.GrowthVerdicts.Count > 0)
        {
            yield return new TableSection("What growth costs", "The new runtime against itself, two runs of the same work in turn. "
                + "Processor time of one operation on one core; with more schedulers than one, time on the wall on two cores.",
                ["workload", new Column("larger", Right: true), new Column("smaller", Right: true), "limit", "measured"],
                [.. report.GrowthVerdicts.Select(verdict => (IReadOnlyList<Cell>)
                    [verdict.Workload, .. report.Growth.Single(row => row.Workload == verdict.Workload).Sides.Select(side =>
                        new Cell($"{PeerFigure.Text(side.Median, "ns")} with {side.Side}", Hint: Quartiles(side, "ns"))),
                     verdict.Limit, new Cell(verdict.Measured, Of(verdict.Met))])]);
            if (report.GrowthVerdicts.Any(verdict => !verdict.Met))
            {
                yield return new TableSection("What is in the way of growth", null, ["workload", "measured", "in the way"],
                    [.. report.GrowthVerdicts.Where(verdict => !verdict.Met).Select(verdict => (IReadOnlyList<Cell>)
                        [verdict.Workload, new Cell(verdict.Measured, Tone.Warn), verdict.InTheWay])]);
            }
            yield return new PlotSection("How much of its limit growth takes", "Median of the larger run divided by the most that the smaller one allows; the dashed line is the limit.",
                PlotKind.Bars, "part of the limit", Logarithmic: false, [s_ours],
                [.. report.GrowthVerdicts.Select(verdict => new PlotPoint(verdict.Workload, s_ours.Name, Math.Round(verdict.Taken, 2)))], Mark: 1);
        }
        // Bytes and lateness have no place on an axis of nanoseconds.
        if (report.Rows.Any(row => row.Unit == "ns"))
        {
            yield return new PlotSection("All samples", $"Each dot is one process; the bar is the median (rounds: {report.Rounds}). Logarithmic axis.", PlotKind.Dots,
                "nanoseconds per operation", Logarithmic: true, [.. programs.Select(program => new Series(program.Name, program.Colour))],
                [.. report.Rows.Where(row => row.Unit == "ns").SelectMany(row => row.Programs.SelectMany(side => side.Samples.Select(sample => new PlotPoint(row.Row, side.Side, sample))))]);
        }
        if (report.Failures.Count > 0 || report.Peers.Any(peer => peer.Missing is not null))
        {
            yield return new TableSection("Left out", null, ["what", "why"],
                [.. report.Peers.Where(peer => peer.Missing is not null).Select(peer => (IReadOnlyList<Cell>)[peer.Program, peer.Missing!]),
                 .. report.Failures.Select(failure => (IReadOnlyList<Cell>)[$"{failure.Row}, {failure.Side}", failure.Reason])]);
        }
    }

    private static IReadOnlyList<Cell> Row(PeersReport report, PeerRowResult row, IReadOnlyList<PeerProgram> programs)
    {
        var verdict = report.Verdicts.FirstOrDefault(verdict => verdict.Row == row.Row);
        return
        [
            new Cell(row.Row, Hint: row.Operation),
            verdict is null ? "" : Aim(verdict),
            .. programs.Select(program => row.Program(program.Name) is { } side
                ? new Cell(PeerFigure.Text(side.Median, row.Unit), program.Role == PeerRole.Limit ? Tone.Muted : Tone.None, Hint: Quartiles(side, row.Unit))
                : new Cell("-", Tone.Muted)),
            verdict is null ? "" : new Cell(verdict.Short, Of(verdict.Ahead), Hint: verdict.Text),
        ];
    }

    private static Cell Aim(PeerVerdict verdict) => new(verdict.AimText, Of(!verdict.MissesAim));

    private static Tone Of(bool good) => good ? Tone.Good : Tone.Warn;

    private static string Quartiles(SideResult side, string unit) => string.Create(CultureInfo.InvariantCulture,
        $"quartiles {PeerFigure.Text(side.Low, unit)} to {PeerFigure.Text(side.High, unit)}, {side.Samples.Count} samples");
}
