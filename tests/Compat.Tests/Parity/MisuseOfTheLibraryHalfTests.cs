using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Outcomes of the core library: everything legacy and everything new end alike, with one thread and with two; so do the units that a file is about
/// where they are on another side than the rest.
/// </summary>
public sealed class MisuseOfTheLibraryHalfTests
{
    private static readonly Dictionary<string, string[]> s_files = new()
    {
        ["misuse_pipes.cpp"] = ["pipes"],
        ["misuse_task_groups.cpp"] = ["task-groups"],
        ["misuse_weak_tasks.cpp"] = ["task-groups"],
        // io of the runtime is what I/O tasks, timers and TCP are over.
        ["misuse_library_io.cpp"] = ["library-io", "io"],
        ["misuse_shared.cpp"] = ["local-data", "shared-state"],
    };

    public static TheoryData<string, string> Cases => CaseProgram.OfFiles(s_files.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void End_alike(string file, string name) =>
        CaseProgram.Check(Compiler.CoreCases(file), name, [.. Backing.All, .. s_files[file].SelectMany(unit => Backing.AloneFor(name, unit))]);
}
