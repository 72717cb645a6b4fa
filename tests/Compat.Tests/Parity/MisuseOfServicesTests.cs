using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Outcomes of the services beside tasks: everything legacy and everything new end alike, with one thread and with two; so do the units that a file
/// is about where they are on another side than the rest.
/// </summary>
public sealed class MisuseOfServicesTests
{
    private static readonly Dictionary<string, string[]> s_files = new()
    {
        ["misuse_local_heap.cpp"] = ["exchange-heap", "local-heap"],
        ["misuse_exchange_heap.cpp"] = ["exchange-heap", "local-heap"],
        ["misuse_safe_points.cpp"] = ["local-heap"],
        ["misuse_glue.cpp"] = ["local-heap"],
        ["misuse_log.cpp"] = ["logging"],
        ["misuse_log_lines.cpp"] = ["logging"],
        ["misuse_log_levels.cpp"] = ["logging"],
        ["misuse_random.cpp"] = ["random"],
        ["misuse_time.cpp"] = ["time"],
        ["misuse_locks.cpp"] = ["locks"],
        ["misuse_threads.cpp"] = ["threads"],
        ["misuse_environment.cpp"] = ["environment"],
        ["misuse_io_turns.cpp"] = ["io"],
        ["misuse_io_sockets.cpp"] = ["io"],
        ["misuse_system.cpp"] = [],
        // What a core and its services know of each other.
        ["misuse_units.cpp"] = ["environment", "local-heap", "random", "vectors", "filesystem"],
    };

    public static TheoryData<string, string> Cases => CaseProgram.OfFiles(s_files.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void End_alike(string file, string name) =>
        CaseProgram.Check(Compiler.Cases(file), name, [.. Backing.All, .. s_files[file] is { Length: > 0 } units ? Backing.MixturesFor(name, units) : []]);

    public static TheoryData<string, string> Exceptions => CaseProgram.OfFiles(["exceptions.cpp"]);

    /// <summary>Exceptions of the caller stay with their tasks over every kind of park.</summary>
    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Stay_with_their_tasks(string file, string name) => CaseProgram.Check(Compiler.Cases(file), name, Backing.All);
}
