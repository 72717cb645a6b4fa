using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Outcomes of tasks and schedulers that docs/legacy/observed-behaviour.md states, failures, aborts and hangs included: everything legacy and
/// everything new end alike, with one thread and with two; so do stacks and core on another side than the rest, but for what differs there and
/// is accepted.
/// </summary>
public sealed class MisuseOfTheCoreTests
{
    // The cases of each file, and the units besides stacks and core that they are about.
    private static readonly Dictionary<string, string[]> s_files = new()
    {
        ["misuse_shims.cpp"] = [],
        ["misuse_tasks.cpp"] = [],
        ["misuse_failure.cpp"] = [],
        ["misuse_kills.cpp"] = [],
        ["misuse_drop_glue.cpp"] = [],
        ["misuse_cleanups.cpp"] = ["task-local-data"],
        ["misuse_annihilator.cpp"] = [],
        ["misuse_exit.cpp"] = ["at-exit"],
    };

    public static TheoryData<string, string> Cases => CaseProgram.OfFiles(s_files.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public void End_alike(string file, string name) => CaseProgram.Check(Compiler.Cases(file), name,
        [.. Backing.All, .. Backing.MixturesFor(name, ["core", "stacks", .. s_files[file]])]);
}
