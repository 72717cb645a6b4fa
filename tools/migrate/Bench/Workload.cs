using System.Globalization;

namespace Rustrt.Migrate.Bench;

/// <summary>What tells what a workload costs.</summary>
internal enum Figure
{
    /// <summary>Processor time of the measuring thread: undisturbed by what else the machine does.</summary>
    Cpu,

    /// <summary>Time on the wall: the only one that sees two threads waiting for each other.</summary>
    Wall,

    /// <summary>Time on the wall of the whole process.</summary>
    Process,

    /// <summary>Resident memory, page tables included.</summary>
    Memory,
}

/// <summary>A workload of <c>artifacts/callers/bench</c>.</summary>
/// <param name="Name">Its name here.</param>
/// <param name="Operation">What one operation is.</param>
/// <param name="Figure">What it is measured by.</param>
/// <param name="Words">How the program is called for it; null: by the name.</param>
/// <param name="Cold">The process does not warm up, and the figure of this round alone counts; null: those of all rounds.</param>
/// <param name="StackBytes">RUST_MIN_STACK; null: what the program takes for its tasks.</param>
internal sealed record Workload(string Name, string Operation, Figure Figure = Figure.Cpu, IReadOnlyList<string>? Words = null, int? Cold = null,
    int? StackBytes = null)
{
    private static readonly string[] s_parked = ["parked", "n=100000"];

    public static IReadOnlyList<Workload> All { get; } =
    [
        new("call", "one exported function that does nothing"),
        new("yield", "one yield, two tasks on one thread"),
        new("event", "one round trip of an event between two tasks of one thread"),
        new("event2", "one round trip of an event between two threads", Figure.Wall),
        new("spawn", "one task spawned, run and ended"),
        new("alive", "one of 100,000 tasks: all spawned, all waiting inside a C-stack call, all woken and ended; the first in a process", Figure.Cpu, s_parked, Cold: 0),
        new("alive-again", "the same of 100,000 more, after the first have ended", Figure.Cpu, s_parked, Cold: 1),
        new("parked", "memory of one of the first 100,000 while all wait, on the smallest stacks", Figure.Memory, s_parked, Cold: 0, StackBytes: 768),
        new("shim", "one empty call on the C stack"),
        new("malloc", "one malloc and free in the local heap"),
        new("exchange", "one malloc and free in the exchange heap, through the C-stack call that old code made"),
        new("log", "one line logged, to nowhere"),
        new("fail", "one task that fails four frames deep, with a destructor in each"),
        new("start", "a program that starts the runtime and does nothing, from its start to its end", Figure.Process, ["call", "n=1"], Cold: 0),
    ];

    /// <summary>The words of the program's command line.</summary>
    public IReadOnlyList<string> Arguments(BenchOptions options) =>
        [.. Words ?? [Name], Invariant($"rounds={Rounds(options)}"), Invariant($"warm_ms={(Cold is null ? options.WarmMs : 0)}")];

    /// <summary>Its variables. The smallest stacks have no room for symbols that are resolved late.</summary>
    public IReadOnlyDictionary<string, string> Variables => StackBytes is { } bytes
        ? new Dictionary<string, string> { ["RUST_MIN_STACK"] = Invariant($"{bytes}"), ["LD_BIND_NOW"] = "1" } : new Dictionary<string, string>();

    /// <summary>How many figures a process prints.</summary>
    public int Rounds(BenchOptions options) => Cold + 1 ?? options.SamplesPerProcess;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
