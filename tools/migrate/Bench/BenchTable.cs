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
            table.AddRow([result.Workload, .. sides.Select(side => Spread(result, result.Side(side)!)), result.Compared("all=new", "all=legacy"), .. judged]);
        }
        screen.Show(table);
        screen.Line("Medians per operation, quartiles in brackets.");
    }

    private static string Spread(WorkloadResult result, SideResult side)
    {
        string median = result.Text(side.Median), low = result.Text(side.Low), high = result.Text(side.High);
        return $"{median} [grey]({InUnitOf(median, low)}-{InUnitOf(median, high)})[/]";
    }

    // The unit is said once, unless it is another.
    private static string InUnitOf(string median, string value) => value.Split(' ')[1] == median.Split(' ')[1] ? value.Split(' ')[0] : value;

    private static string Verdict(FloorVerdict? floor) => floor switch
    {
        null => "",
        { Met: true } => $"[green]met[/]: {floor.Measured.EscapeMarkup()}",
        _ => $"[yellow]falls short[/]: {floor.Measured.EscapeMarkup()}",
    };
}
