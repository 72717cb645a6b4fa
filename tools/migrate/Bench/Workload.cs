namespace Rustrt.Migrate.Bench;

/// <summary>Which clock tells what a workload costs.</summary>
internal enum Clock
{
    /// <summary>Processor time of the measuring thread: undisturbed by what else the machine does.</summary>
    Cpu,

    /// <summary>Time on the wall: the only one that sees two threads waiting for each other.</summary>
    Wall,
}

/// <summary>A workload of <c>artifacts/callers/bench</c>.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Operation">What one operation is.</param>
/// <param name="Clock">What it is measured by.</param>
internal sealed record Workload(string Name, string Operation, Clock Clock = Clock.Cpu)
{
    public static IReadOnlyList<Workload> All { get; } =
    [
        new("call", "one exported function that does nothing"),
        new("yield", "one yield, two tasks on one thread"),
        new("event", "one round trip of an event between two tasks of one thread"),
        new("event2", "one round trip of an event between two threads", Clock.Wall),
        new("spawn", "one task spawned, run and ended"),
        new("malloc", "one malloc and free in the local heap"),
        new("exchange", "one malloc and free in the exchange heap, through the C-stack call that old code made"),
        new("fail", "one task that fails four frames deep, with a destructor in each"),
    ];
}
