using Rustrt.Migrate.Terminal;
using Rustrt.Parity.Report;
using Spectre.Console;

namespace Rustrt.Migrate.Parity;

/// <summary>
/// A parity report on the screen: a row per setting, since there are dozens of them, then each scenario that does not agree. The
/// page has them all.
/// </summary>
internal static class ParityTable
{
    public static void Show(Screen screen, ParityReport report)
    {
        var table = screen.NewTable().AddColumn("setting");
        foreach (var column in new[] { "agree", "do not", "not migrated" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }
        var invalid = report.Scenarios.Sum(scenario => scenario.NoiseFloor.Count(floor => floor.Divergence is not null));
        table.AddRow("legacy library, again", $"{report.Scenarios.Sum(scenario => scenario.NoiseFloor.Count) - invalid}", Failing(invalid), "");
        foreach (var setting in report.Settings)
        {
            var cells = report.Scenarios.SelectMany(scenario => scenario.Cells).Where(cell => cell.Setting == setting).ToLookup(cell => cell.Verdict);
            table.AddRow(setting.EscapeMarkup(), $"{cells[Verdict.Agrees].Count()}",
                Failing(cells[Verdict.Diverges].Count() + cells[Verdict.CallsAstray].Count()), $"{cells[Verdict.NotMigrated].Count()}");
        }
        screen.Show(table);
        foreach (var scenario in report.Scenarios.Where(scenario => !scenario.Agrees))
        {
            ShowFailures(screen, scenario);
        }
    }

    private static string Failing(int count) => count == 0 ? "0" : $"[red]{count}[/]";

    private static void ShowFailures(Screen screen, ScenarioResult scenario)
    {
        screen.Heading(scenario.Name);
        foreach (var floor in scenario.NoiseFloor)
        {
            if (floor.Divergence is { } divergence)
            {
                Show(screen, $"INVALID with RUST_THREADS={floor.Threads}: legacy against legacy", divergence);
            }
        }
        // The first one in full: the others of a scenario are often the same difference again.
        var failing = scenario.Cells.Where(cell => cell.Divergence is not null).ToList();
        foreach (var cell in failing.Take(1))
        {
            Show(screen, Where(cell), cell.Divergence!);
        }
        foreach (var cell in failing.Skip(1))
        {
            screen.Line($"  {Where(cell)}: {cell.Divergence!.What}");
        }
    }

    private static string Where(CellResult cell) =>
        $"{(cell.Verdict == Verdict.CallsAstray ? "CALLS ASTRAY" : "DIVERGES")} on {cell.Setting}, RUST_THREADS={cell.Threads}";

    private static void Show(Screen screen, string where, Rustrt.Parity.Comparison.Divergence divergence)
    {
        screen.Line($"  {where}: {divergence.What}");
        foreach (var line in divergence.Context)
        {
            screen.Line($"    {line.Mark} {line.Text}");
        }
    }
}
