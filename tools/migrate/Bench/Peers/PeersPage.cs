using System.Globalization;
using Rustrt.Migrate.Report;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>The table of the peers as a page.</summary>
internal static class PeersPage
{
    public static ReportPage Create(PeersReport report)
    {
        var ahead = report.Verdicts.Count(verdict => verdict.Ahead);
        return new ReportPage("The new runtime beside its peers", report.Machine,
            $"ahead of the best peer in {ahead} of {report.Verdicts.Count} rows",
            ahead == report.Verdicts.Count ? Tone.Good : Tone.Warn, [.. Sections(report)]);
    }

    private static IEnumerable<Section> Sections(PeersReport report)
    {
        var programs = PeerProgram.All.Where(program => report.Rows.Any(row => row.Program(program.Name) is not null)).ToList();
        yield return new TableSection("Medians", "The same work on each, in turn. Processor time of one operation on one pinned core, time on the wall on two threads; "
            + "less is better. The loops and the fibers are limits of one core and no products.",
            ["workload", .. programs.Select(program => new Column(program.Name, Right: true)), new Column("times faster than the best peer", Right: true)],
            [.. report.Rows.Select(row => Row(report, row, programs))]);
        if (report.Verdicts.Any(verdict => !verdict.Ahead))
        {
            yield return new TableSection("What is in the way", "Rows that fall short of the best peer, and where the difference goes.",
                ["workload", "beside the best peer", "in the way"],
                [.. report.Verdicts.Where(verdict => !verdict.Ahead).Select(verdict => (IReadOnlyList<Cell>)[verdict.Row, new Cell(verdict.Text, Tone.Warn), verdict.InTheWay!])]);
        }
        yield return new PlotSection("How many times faster than the best peer", "Median of the best peer divided by that of the new runtime; the dashed line is equal.",
            PlotKind.Bars, "times faster", Logarithmic: false, [new Series(Ours.Name, Ours.Colour)],
            [.. report.Verdicts.Select(verdict => new PlotPoint(verdict.Row, Ours.Name, Math.Round(verdict.TimesFaster, 2)))], Mark: 1);
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
                 .. report.Failures.Select(failure => (IReadOnlyList<Cell>)[$"{failure.Row}, {failure.Program}", failure.Reason])]);
        }
    }

    private static PeerProgram Ours => PeerProgram.All.Single(program => program.Role == PeerRole.Ours);

    private static IReadOnlyList<Cell> Row(PeersReport report, PeerRowResult row, IReadOnlyList<PeerProgram> programs)
    {
        var verdict = report.Verdicts.FirstOrDefault(verdict => verdict.Row == row.Row);
        return
        [
            new Cell(row.Row, Hint: row.Operation),
            .. programs.Select(program => row.Program(program.Name) is { } side
                ? new Cell(PeerFigure.Text(side.Median, row.Unit), program.Role == PeerRole.Limit ? Tone.Muted : Tone.None, Hint: string.Create(CultureInfo.InvariantCulture,
                    $"quartiles {PeerFigure.Text(side.Low, row.Unit)} to {PeerFigure.Text(side.High, row.Unit)}, {side.Samples.Count} samples"))
                : new Cell("-", Tone.Muted)),
            verdict is null ? "" : new Cell(verdict.Short, verdict.Ahead ? Tone.Good : Tone.Warn, Hint: verdict.Text),
        ];
    }
}
