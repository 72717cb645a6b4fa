using Rustrt.Migrate.Terminal;
using Spectre.Console;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>The table of the peers on the screen.</summary>
internal static class PeersTable
{
    public static void Show(Screen screen, PeersReport report)
    {
        var table = screen.NewTable().AddColumn("workload");
        var programs = PeerProgram.All.Where(program => report.Rows.Any(row => row.Program(program.Name) is not null)).ToList();
        foreach (var program in programs)
        {
            table.AddColumn(new TableColumn(program.Name.EscapeMarkup()).RightAligned());
        }
        table.AddColumn("against the best peer");
        foreach (var row in report.Rows)
        {
            table.AddRow([row.Row, .. programs.Select(program => row.Program(program.Name) is { } side ? PeerFigure.Text(side.Median, row.Unit) : "-"),
                Verdict(report.Verdicts.FirstOrDefault(verdict => verdict.Row == row.Row))]);
        }
        screen.Show(table);
        screen.Line("Medians: processor time of one operation on one thread, time on the wall on two. Last column: times faster than the best peer.");
        foreach (var verdict in report.Verdicts.Where(verdict => !verdict.Ahead))
        {
            screen.Line($"{verdict.Row} {verdict.Text}: {verdict.InTheWay}");
        }
        foreach (var failure in report.Failures)
        {
            screen.Line($"no figure: {failure.Row}, {failure.Program}: {failure.Reason}");
        }
        foreach (var peer in report.Peers.Where(peer => peer.Missing is not null))
        {
            screen.Line($"left out: {peer.Program}: {peer.Missing}");
        }
    }

    private static string Verdict(PeerVerdict? verdict) => verdict switch
    {
        null => "",
        { Ahead: true } => $"[green]{verdict.Short.EscapeMarkup()}[/]",
        _ => $"[yellow]{verdict.Short.EscapeMarkup()}[/]",
    };
}
