using Rustrt.Migrate.Terminal;
using Spectre.Console;

namespace Rustrt.Migrate.Bench;

/// <summary>Benchmark results on the screen.</summary>
internal static class BenchTable
{
    public static void Show(Screen screen, IReadOnlyList<WorkloadResult> workloads, IReadOnlyList<string> sides, IReadOnlyList<FloorVerdict> floors)
    {
        var table = screen.NewTable().AddColumn("workload");
        foreach (var side in sides)
        {
            table.AddColumn(new TableColumn(side.EscapeMarkup()).RightAligned());
        }
        table.AddColumn("new, against legacy");
        if (floors.Count > 0)
        {
            table.AddColumn("floor").AddColumn("");
        }
        foreach (var result in workloads)
        {
            var floor = floors.FirstOrDefault(verdict => verdict.Workload == result.Workload);
            string[] judged = floors.Count > 0 ? [(floor?.Limit ?? "").EscapeMarkup(), Verdict(floor)] : [];
            table.AddRow([result.Workload, .. sides.Select(side => Spread(result.Side(side)!)),
                result.Ratio("all=new", "all=legacy") is { } ratio ? Nanoseconds.Compared(ratio) : "", .. judged]);
        }
        screen.Show(table);
        screen.Line("Medians of nanoseconds per operation, quartiles in brackets.");
    }

    private static string Spread(SideResult side) =>
        $"{Nanoseconds.Text(side.Median)} [grey]({Number(side.Low)}-{Number(side.High)})[/]";

    private static string Number(double ns) => Nanoseconds.Text(ns).Split(' ')[0];

    private static string Verdict(FloorVerdict? floor) => floor switch
    {
        null => "",
        { Met: true } => $"[green]met[/]: {floor.Measured.EscapeMarkup()}",
        _ => $"[yellow]falls short[/]: {floor.Measured.EscapeMarkup()}",
    };
}
