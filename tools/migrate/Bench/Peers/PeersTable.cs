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
        table.AddColumn("against the best peer").AddColumn("aim");
        foreach (var row in report.Rows)
        {
            var verdict = report.Verdicts.FirstOrDefault(verdict => verdict.Row == row.Row);
            table.AddRow([row.Row, .. programs.Select(program => row.Program(program.Name) is { } side ? PeerFigure.Text(side.Median, row.Unit) : "-"),
                .. verdict is null ? ["", ""] : new[] { Marked(verdict.Short, verdict.Ahead), Marked(verdict.AimText, !verdict.MissesAim) }]);
        }
        screen.Show(table);
        screen.Line("Medians: processor time of one operation on one thread, time on the wall on two. Against the best peer: times faster.");
        foreach (var verdict in report.Verdicts.Where(verdict => verdict.FallsShort))
        {
            var aim = verdict.MissesAim ? $", its figure is {PeerFigure.Text(verdict.Figure, verdict.Unit)}, its aim {PeerFigure.Text(verdict.Aim!.Value, verdict.Unit)}" : "";
            screen.Line($"{verdict.Row} {verdict.Text}{aim}: {verdict.InTheWay}");
        }
        if (report.GrowthVerdicts.Count > 0)
        {
            ShowGrowth(screen, report);
        }
        foreach (var failure in report.Failures)
        {
            screen.Line($"no figure: {failure.Row}, {failure.Side}: {failure.Reason}");
        }
        foreach (var peer in report.Peers.Where(peer => peer.Missing is not null))
        {
            screen.Line($"left out: {peer.Program}: {peer.Missing}");
        }
    }

    private static void ShowGrowth(Screen screen, PeersReport report)
    {
        var table = screen.NewTable().AddColumn("growth").AddColumn("larger").AddColumn("smaller").AddColumn("limit").AddColumn("measured");
        foreach (var verdict in report.GrowthVerdicts)
        {
            table.AddRow([verdict.Workload, .. report.Growth.Single(row => row.Workload == verdict.Workload).Sides.Select(side =>
                $"{PeerFigure.Text(side.Median, "ns")} with {side.Side}"), verdict.Limit, Marked(verdict.Measured, verdict.Met)]);
        }
        screen.Show(table);
        foreach (var verdict in report.GrowthVerdicts.Where(verdict => !verdict.Met))
        {
            screen.Line($"{verdict.Workload} falls short of its limit, {verdict.Measured}: {verdict.InTheWay}");
        }
    }

    private static string Marked(string text, bool good) => $"[{(good ? "green" : "yellow")}]{text.EscapeMarkup()}[/]";
}
