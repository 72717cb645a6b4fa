using Rustrt.Migrate.Terminal;
using Rustrt.Parity.Report;
using Spectre.Console;

namespace Rustrt.Migrate.Parity;

/// <summary>A parity report on the screen: a row per scenario, a column per setting, then what differs.</summary>
internal static class ParityTable
{
    public static void Show(Screen screen, ParityReport report)
    {
        var table = screen.NewTable().AddColumns("scenario", "legacy\nagain");
        foreach (var setting in report.Settings)
        {
            table.AddColumn(new TableColumn(setting.Replace(";", ";\n").EscapeMarkup()));
        }
        foreach (var scenario in report.Scenarios)
        {
            table.AddRow([scenario.Name.EscapeMarkup(), scenario.IsValid ? "[green]ok[/]" : "[red]INVALID[/]",
                .. report.Settings.Select(setting => Summary(scenario.Cells.Where(cell => cell.Setting == setting)))]);
        }
        screen.Show(table);
        foreach (var scenario in report.Scenarios.Where(scenario => !scenario.Agrees))
        {
            ShowFailures(screen, scenario);
        }
    }

    private static string Summary(IEnumerable<CellResult> cells)
    {
        var all = cells.ToList();
        var failing = all.Where(cell => cell.Verdict is not (Verdict.Agrees or Verdict.NotMigrated)).ToList();
        return all.Count == 0 ? "-"
            : failing.Count == 0 ? all.Exists(cell => cell.Verdict == Verdict.NotMigrated) ? "[grey]not migrated[/]" : "[green]ok[/]"
            : "[red]" + string.Join(", ", failing.Select(cell => $"{Word(cell.Verdict)} ({cell.Threads} thread{(cell.Threads == 1 ? "" : "s")})")) + "[/]";
    }

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Agrees => "ok",
        Verdict.CallsAstray => "CALLS ASTRAY",
        Verdict.NotMigrated => "not migrated",
        _ => "DIVERGES",
    };

    private static void ShowFailures(Screen screen, ScenarioResult scenario)
    {
        screen.Heading(scenario.Name);
        foreach (var floor in scenario.NoiseFloor)
        {
            if (floor.Divergence is { } divergence)
            {
                Show(screen, $"invalid with RUST_THREADS={floor.Threads}: legacy against legacy", divergence);
            }
        }
        // The first one in full: the others of a scenario are often the same difference again.
        var failing = scenario.Cells.Where(cell => cell.Divergence is not null).ToList();
        foreach (var cell in failing.Take(1))
        {
            Show(screen, $"{cell.Setting}, RUST_THREADS={cell.Threads}", cell.Divergence!);
        }
        foreach (var cell in failing.Skip(1))
        {
            screen.Line($"  {cell.Setting}, RUST_THREADS={cell.Threads}: {cell.Divergence!.What}");
        }
    }

    private static void Show(Screen screen, string where, Rustrt.Parity.Comparison.Divergence divergence)
    {
        screen.Line($"  {where}: {divergence.What}");
        foreach (var line in divergence.Context)
        {
            screen.Line($"    {line.Mark} {line.Text}");
        }
    }
}
