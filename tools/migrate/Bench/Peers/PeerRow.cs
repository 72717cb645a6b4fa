namespace Rustrt.Migrate.Bench.Peers;

/// <summary>A row of the table: a workload with its parameters, and the figure that is compared. Less is better in all of them.</summary>
/// <param name="Name">Unique among these and the <see cref="GrowthRow"/>s.</param>
/// <param name="Workload">Its name, the same in every program.</param>
/// <param name="Parameters">Words that every program understands alike.</param>
/// <param name="Threads">On how many threads.</param>
/// <param name="Operation">What the figure is the cost of.</param>
/// <param name="Figure">The field of the output line.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Aim">What the new runtime is to reach whatever the peers do; null: to be ahead of them is all.</param>
internal sealed record PeerRow(string Name, string Workload, string Parameters, int Threads, string Operation, string Figure, string Unit, double? Aim = null)
{
    private const int MostCores = 2;

    private const string Spawn = "n=1000000", PingPong = "n=500000", Ring = "tasks=503 n=5000000", FanIn = "producers=1000 msgs=1000 cap=64",
        Fib = "n=30 cutoff=12 iters=20", FineFib = "n=25 cutoff=2 iters=10";

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<PeerRow> All { get; } =
    [
        OneThread("spawn", "spawn", Spawn, "one empty task spawned, run and waited for", aim: 25),
        OneThread("yield, 2 tasks", "yield", "tasks=2 n=2000000", "one yield", aim: 10),
        OneThread("yield, 1000 tasks", "yield", "tasks=1000 n=2000000", "one yield", aim: 10),
        OneThread("ping-pong", "pingpong", PingPong, "one round trip of a message between two tasks", aim: 30),
        OneThread("ring", "ring", Ring, "one hop of a token round 503 tasks", aim: 15),
        OneThread("fan-in", "fanin", FanIn, "one message of 1000 senders through one bounded pipe", aim: 15),
        OneThread("select", "select", "pipes=4 n=1000000", "one message from whichever of four pipes is ready"),
        OneThread("fib(30), cut-off 12", "fib", Fib, "one whole fib"),
        OneThread("fib(25), cut-off 2", "fib", FineFib, "one whole fib", aim: 12_000_000),
        OneThread("cancel", "cancel", "n=100000 depth=1", "one waiting task cancelled and waited for", aim: 60),
        OneThread(CancelByException, "cancel", "n=20000 depth=1", "one waiting task cancelled by exception and waited for"),
        new("parked, 1M tasks", "parked", "n=1000000", 1, "resident memory of one waiting task", "bytes_per_op", "B", Aim: 120),
        new(ParkedOnItsOwn, "parked", "n=1000000", 1, "resident memory of one waiting task and of what it alone waits for", "bytes_per_op", "B"),
        new("timers, 100k: lateness", "timers", "n=100000 within_ms=1000", 1, "99 of 100 sleeping tasks wake no later", "late_p99_us", "us", Aim: 3000),
        new("timers, 1M: processor time", "timers", "n=1000000 within_ms=1000", 1, "a million tasks that sleep up to a second", "cpu_ms", "ms", Aim: 600),
        TwoThreads("spawn, 2 threads", "spawn", Spawn, "one empty task spawned, run and waited for"),
        TwoThreads("ping-pong, 2 threads", "pingpong", PingPong, "one round trip, tasks placed by the scheduler", aim: 124),
        TwoThreads("ring, 2 threads", "ring", Ring, "one hop of a token round 503 tasks", aim: 92),
        TwoThreads("fan-in, 2 threads", "fanin", FanIn, "one message of 1000 senders through one bounded pipe"),
        TwoThreads("fib(30), cut-off 12, 2 threads", "fib", Fib, "one whole fib"),
        TwoThreads("fib(25), cut-off 2, 2 threads", "fib", FineFib, "one whole fib"),
    ];

    /// <summary>What others than .NET do not have: they have no exceptions.</summary>
    public const string CancelByException = "cancel by exception";

    /// <summary>A pipe for each task; .NET's tasks otherwise wait for one thing all together, which takes less.</summary>
    public const string ParkedOnItsOwn = "parked, 1M tasks, each on its own";

    /// <summary>Whether the row stands beside .NET alone.</summary>
    public bool IsBesideDotNetAlone => Name is CancelByException or ParkedOnItsOwn;

    /// <summary>To how many cores the process is pinned: one for each thread, but two for any number, so that all machines measure the same.</summary>
    public int Cores => Math.Min(Threads, MostCores);

    /// <summary>Its runs, on those programs that have it.</summary>
    public PeerContest On(IEnumerable<PeerProgram> programs) =>
        new(Name, [.. programs.Where(program => program.Words(this, 0) is not null).Select(program => new PeerRun(program.Name, this, program))]);

    /// <summary>Its figures.</summary>
    public PeerRowResult Result(IReadOnlyList<SideResult> programs) => new(Name, Threads, Operation, Unit, Aim, programs);

    // On one pinned core the two clocks tell the same, but processor time does not count what else the machine does.
    private static PeerRow OneThread(string name, string workload, string parameters, string operation, double? aim = null) =>
        new(name, workload, parameters, 1, operation, "cpu_ns_per_op", "ns", aim);

    // Only the clock on the wall sees threads wait for each other.
    private static PeerRow TwoThreads(string name, string workload, string parameters, string operation, double? aim = null) =>
        new(name, workload, parameters, 2, operation, "ns_per_op", "ns", aim);
}
