using System.Globalization;
using Rustrt.Migrate.Terminal;
using Rustrt.Parity.Calls;
using Spectre.Console;

namespace Rustrt.Migrate.Running;

/// <summary>The router's call counts as a table: which side served each unit, and how often.</summary>
internal static class CallsTable
{
    public static void Show(Screen screen, CallReport? report)
    {
        if (report is null)
        {
            screen.Line("no call counts: the program ended by an abort or a signal, or never called the router.");
            return;
        }
        var table = screen.NewTable().AddColumns("unit", "side").AddColumn(new TableColumn("legacy calls").RightAligned())
            .AddColumn(new TableColumn("new calls").RightAligned());
        foreach (var (unit, calls) in report.Units.OrderByDescending(unit => unit.Value.Legacy + unit.Value.New).ThenBy(unit => unit.Key, StringComparer.Ordinal))
        {
            table.AddRow(unit.EscapeMarkup(), (calls.Side ?? "").EscapeMarkup(), Count(calls.Legacy), Count(calls.New));
        }
        screen.Show(table);
    }

    private static string Count(long calls) => calls.ToString("N0", CultureInfo.InvariantCulture);
}
