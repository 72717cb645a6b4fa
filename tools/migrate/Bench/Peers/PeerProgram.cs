using System.Globalization;
using Rustrt.Migrate.Report;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>What a program stands for in the table.</summary>
internal enum PeerRole
{
    /// <summary>The new runtime.</summary>
    Ours,

    /// <summary>What a user would pick instead: the new runtime is to be ahead of the best of them.</summary>
    Peer,

    /// <summary>A bare queue that no product could be: how far there is to go.</summary>
    Limit,
}

/// <summary>A program that runs the workloads, in one of its ways. Several may share a folder, and so an executable.</summary>
/// <param name="Name">Column of the table.</param>
/// <param name="Folder">Below benchmarks/peers; the new runtime has none.</param>
/// <param name="Role">What it stands for.</param>
/// <param name="Colour">In plots.</param>
/// <param name="Words">What it is told for a row besides its parameters; null: it does not have the row.</param>
internal sealed record PeerProgram(string Name, string Folder, PeerRole Role, SeriesColour Colour, Func<PeerRow, int, string[]?> Words)
{
    private const string NoFolder = "";

    /// <summary>The new runtime.</summary>
    public static PeerProgram Ours => All.Single(program => program.Role == PeerRole.Ours);

    /// <summary>All of them, in the order of the table.</summary>
    public static IReadOnlyList<PeerProgram> All { get; } =
    [
        new("new runtime", NoFolder, PeerRole.Ours, SeriesColour.New,
            (row, warmMs) => [.. Alike(row, "mode=exception", "on=pipe"), WarmMs(warmMs)]),
        new(".NET", "dotnet", PeerRole.Peer, SeriesColour.DotNet,
            (row, warmMs) => [.. Alike(row, null, "mode=own"), .. IsOnce(row) ? (string[])["warm=0"] : ["warm=2", WarmMs(warmMs)]]),
        // A channel that runs the other side's continuation inside a write is faster, and what it does to the writer is the user's problem.
        new(".NET, sync", "dotnet", PeerRole.Peer, SeriesColour.DotNet,
            (row, warmMs) => row.Workload is "pingpong" or "ring" ? ["sync=1", "warm=2", WarmMs(warmMs)] : null),
        new("tokio", "tokio", PeerRole.Peer, SeriesColour.Tokio, (row, _) => Compiled(row) is { } words ? [.. words, row.Threads == 1 ? "rt=current" : "rt=multi"] : null),
        new("Go", "go", PeerRole.Peer, SeriesColour.Go, (row, _) => Compiled(row)),
        new("Erlang", "erlang", PeerRole.Peer, SeriesColour.Erlang, (row, _) => row.Workload == "select" ? null : Compiled(row)),
        new("C# loop", "dotnet-loop", PeerRole.Limit, SeriesColour.Limit,
            (row, warmMs) => HasLimit(row) && !row.IsBesideDotNetAlone ? [WarmMs(warmMs)] : null),
        new("boost fibers", "boost", PeerRole.Limit, SeriesColour.Limit,
            // Not every machine has the memory for a million stacks of 4 KiB at least.
            (row, _) => HasLimit(row) && row.Workload is not ("fib" or "parked") ? Compiled(row) : null),
        new("C++ loop", "c++", PeerRole.Limit, SeriesColour.Limit, (row, _) => HasLimit(row) ? Compiled(row) : null),
    ];

    // What makes a row that only .NET has besides the same work.
    private static string[] Alike(PeerRow row, string? cancelByException, string parkedOnItsOwn) => row.Name switch
    {
        PeerRow.CancelByException when cancelByException is not null => [cancelByException],
        PeerRow.ParkedOnItsOwn => [parkedOnItsOwn],
        _ => [],
    };

    // Compiled ahead, so one pass to warm up is enough.
    private static string[]? Compiled(PeerRow row) => row.IsBesideDotNetAlone ? null : IsOnce(row) ? ["warm=0"] : ["warm=1"];

    private static bool HasLimit(PeerRow row) => row.Threads == 1 && row.Workload is not ("timers" or "select");

    // A figure of memory: a second pass would find what the first has left.
    private static bool IsOnce(PeerRow row) => row.Workload == "parked";

    private static string WarmMs(int ms) => string.Create(CultureInfo.InvariantCulture, $"warm_ms={ms}");
}
