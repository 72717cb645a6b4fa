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
        var table = screen.NewTable().AddColumn("unit").AddColumn(new TableColumn("legacy calls").RightAligned())
            .AddColumn(new TableColumn("new calls").RightAligned());
        var called = report.Units.Where(unit => unit.Value.Legacy + unit.Value.New > 0).ToList();
        foreach (var (unit, calls) in called.OrderByDescending(unit => unit.Value.Legacy + unit.Value.New))
        {
            table.AddRow(unit.EscapeMarkup(), Count(calls.Legacy), Count(calls.New));
        }
        screen.Show(table);
        screen.Line($"not called: {string.Join(", ", report.Units.Keys.Except(called.Select(unit => unit.Key)).Order(StringComparer.Ordinal))}");
    }

    private static string Count(long calls) => calls.ToString("N0", CultureInfo.InvariantCulture);
}
