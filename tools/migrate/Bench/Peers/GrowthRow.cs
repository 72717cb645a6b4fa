namespace Rustrt.Migrate.Bench.Peers;

/// <summary>The new runtime against itself: what more tasks or more schedulers do to a figure.</summary>
/// <param name="Of">The larger run; its name is that of the side.</param>
/// <param name="Against">The smaller one.</param>
/// <param name="Floor">How they must compare.</param>
internal sealed record GrowthRow(PeerRow Of, PeerRow Against, Floor Floor)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<GrowthRow> All { get; } =
    [
        // Enough yields for each task that those which make and join it count for little.
        Tasks("yield, 1M tasks", "yield", "tasks=1000 n=50000000", "tasks=1000000 n=50000000", atMostTimes: 2),
        Tasks("yield in random order, 1M tasks", "yield", "tasks=1000 n=20000000 order=random", "tasks=1000000 n=20000000 order=random", atMostExtraNs: 40),
        Tasks("spawn, 1M tasks", "spawn", "n=1000 iters=1000", "n=1000000", atMostTimes: 2),
        SpeedUp("fib(30), cut-off 12", timesFaster: 1.7),
        Crowd("ring"),
        Crowd("fan-in"),
        Crowd("fib(30), cut-off 12"),
    ];

    /// <summary>Unique among these and the <see cref="PeerRow"/>s.</summary>
    public string Name => Floor.Workload;

    /// <summary>Its two runs.</summary>
    public PeerContest Contest => new(Name, [.. new[] { Of, Against }.Select(row => new PeerRun(row.Name, row, PeerProgram.Ours))]);

    /// <summary>Its figures.</summary>
    public WorkloadResult Result(IReadOnlyList<SideResult> sides) => new(Name, Of.Operation, Of.Threads == 1 ? Figure.Cpu : Figure.Wall, sides);

    /// <summary>How the two compare; null when one gave no figure.</summary>
    public FloorVerdict? Judge(WorkloadResult result, IReadOnlyDictionary<string, string> inTheWay) =>
        (Floor with { InTheWay = inTheWay.Of(Name) }).Judge(result);

    private static GrowthRow Tasks(string name, string workload, string few, string many, double? atMostTimes = null, double? atMostExtraNs = null)
    {
        var small = PeerRow.All.First(row => row.Workload == workload) with { Name = "1000 tasks", Parameters = few };
        return Create(name, small with { Name = "1M tasks", Parameters = many }, small, atMostTimes: atMostTimes, atMostExtraNs: atMostExtraNs);
    }

    private static GrowthRow SpeedUp(string row, double timesFaster)
    {
        var two = OnTwoThreads(row) with { Name = "2 threads" };
        return Create(row + ": speed-up", two, two with { Name = "1 thread", Threads = 1 }, timesFaster: timesFaster);
    }

    private static GrowthRow Crowd(string row)
    {
        var two = OnTwoThreads(row) with { Name = "2 schedulers" };
        return Create(row + ", 8 schedulers", two with { Name = "8 schedulers", Threads = 8 }, two, atMostTimes: 1.5);
    }

    private static PeerRow OnTwoThreads(string row) => PeerRow.All.Single(known => known.Name == row + ", 2 threads");

    private static GrowthRow Create(string name, PeerRow of, PeerRow against, double? timesFaster = null, double? atMostTimes = null, double? atMostExtraNs = null) =>
        new(of, against, new Floor(name, of.Name, against.Name, InTheWay: "", timesFaster, atMostTimes, atMostExtraNs));
}
