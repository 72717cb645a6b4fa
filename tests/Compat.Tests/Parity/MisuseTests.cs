using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Outcomes that docs/legacy/observed-behaviour.md states, failures, aborts and hangs included: the legacy library itself,
/// the router with everything legacy and the router with everything new end alike, with one thread and with two. Heaps and log
/// do so also where their unit is switched alone, and so do those about units where the unit is.
/// </summary>
public sealed class MisuseTests
{
    public static TheoryData<string> ShimCases => CasesOf("misuse_shims.cpp");

    public static TheoryData<string> TaskCases => CasesOf("misuse_tasks.cpp");

    public static TheoryData<string> FailureCases => CasesOf("misuse_failure.cpp");

    public static TheoryData<string> KillCases => CasesOf("misuse_kills.cpp");

    public static TheoryData<string> DropGlueCases => CasesOf("misuse_drop_glue.cpp");

    public static TheoryData<string> CleanupCases => CasesOf("misuse_cleanups.cpp");

    public static TheoryData<string> AnnihilatorCases => CasesOf("misuse_annihilator.cpp");

    public static TheoryData<string> ExitCases => CasesOf("misuse_exit.cpp");

    public static TheoryData<string> HeapCases => CasesOf("misuse_heaps.cpp");

    public static TheoryData<string> LogCases => CasesOf("misuse_log.cpp");

    public static TheoryData<string> ServiceCases => CasesOf("misuse_services.cpp");

    public static TheoryData<string> IoTurnCases => CasesOf("misuse_io_turns.cpp");

    public static TheoryData<string> IoSocketCases => CasesOf("misuse_io_sockets.cpp");

    public static TheoryData<string> SystemCases => CasesOf("misuse_system.cpp");

    public static TheoryData<string> UnitCases => CasesOf("misuse_units.cpp");

    public static TheoryData<string> PipeCases => CasesOf("misuse_pipes.cpp");

    public static TheoryData<string> SharedCases => CasesOf("misuse_shared.cpp");

    public static TheoryData<string> TaskGroupCases => CasesOf("misuse_task_groups.cpp");

    public static TheoryData<string> WeakTaskCases => CasesOf("misuse_weak_tasks.cpp");

    public static TheoryData<string> LibraryIoCases => CasesOf("misuse_library_io.cpp");

    public static TheoryData<string> ExceptionCases => CasesOf("exceptions.cpp");

    /// <summary>Which stack, which call, and exceptions that meet the shims.</summary>
    [Theory]
    [MemberData(nameof(ShimCases))]
    public void Of_the_shims(string name) => OfTheCore("misuse_shims.cpp", name);

    /// <summary>Starts, tasks, schedulers, events.</summary>
    [Theory]
    [MemberData(nameof(TaskCases))]
    public void Of_tasks(string name) => OfTheCore("misuse_tasks.cpp", name);

    /// <summary>Failing and unwinding.</summary>
    [Theory]
    [MemberData(nameof(FailureCases))]
    public void Of_failures(string name) => OfTheCore("misuse_failure.cpp", name);

    [Theory]
    [MemberData(nameof(KillCases))]
    public void Of_kills(string name) => OfTheCore("misuse_kills.cpp", name);

    [Theory]
    [MemberData(nameof(DropGlueCases))]
    public void Of_drop_glue(string name) => OfTheCore("misuse_drop_glue.cpp", name);

    [Theory]
    [MemberData(nameof(CleanupCases))]
    public void Of_cleanups(string name) => OfTheCore("misuse_cleanups.cpp", name, "task-local-data");

    [Theory]
    [MemberData(nameof(AnnihilatorCases))]
    public void Of_the_annihilator(string name) => OfTheCore("misuse_annihilator.cpp", name);

    /// <summary>The end of the runtime.</summary>
    [Theory]
    [MemberData(nameof(ExitCases))]
    public void Of_the_exit(string name) => OfTheCore("misuse_exit.cpp", name, "at-exit");

    [Theory]
    [MemberData(nameof(HeapCases))]
    public void Of_the_heaps(string name) => CaseProgram.Check(Compiler.Cases("misuse_heaps.cpp"), name, [.. Backing.All, .. Backing.MixturesOf("exchange-heap", "local-heap")]);

    [Theory]
    [MemberData(nameof(LogCases))]
    public void Of_the_log(string name) => CaseProgram.Check(Compiler.Cases("misuse_log.cpp"), name, [.. Backing.All, .. Backing.MixturesOf("logging")]);

    [Theory]
    [MemberData(nameof(ServiceCases))]
    public void Of_the_services(string name) => CaseProgram.Check(Compiler.Cases("misuse_services.cpp"), name, Backing.All);

    /// <summary>Event loops: the order of callbacks within a turn, and what they may do.</summary>
    [Theory]
    [MemberData(nameof(IoTurnCases))]
    public void Of_the_turns_of_event_loops(string name) =>
        CaseProgram.Check(Compiler.Cases("misuse_io_turns.cpp"), name, [.. Backing.All, .. Backing.MixturesOf("io")]);

    [Theory]
    [MemberData(nameof(IoSocketCases))]
    public void Of_sockets(string name) => CaseProgram.Check(Compiler.Cases("misuse_io_sockets.cpp"), name, [.. Backing.All, .. Backing.MixturesOf("io")]);

    [Theory]
    [MemberData(nameof(SystemCases))]
    public void Of_the_system(string name) => CaseProgram.Check(Compiler.Cases("misuse_system.cpp"), name, Backing.All);

    /// <summary>What a core and its services know of each other.</summary>
    [Theory]
    [MemberData(nameof(UnitCases))]
    public void Of_units(string name) => CaseProgram.Check(Compiler.Cases("misuse_units.cpp"), name,
        [.. Backing.All, .. Backing.MixturesOf("environment", "local-heap", "random", "vectors", "filesystem")]);

    [Theory]
    [MemberData(nameof(PipeCases))]
    public void Of_pipes(string name) => CaseProgram.Check(Compiler.CoreCases("misuse_pipes.cpp"), name, [.. Backing.All, .. Backing.Alone("pipes")]);

    [Theory]
    [MemberData(nameof(TaskGroupCases))]
    public void Of_task_groups(string name) =>
        CaseProgram.Check(Compiler.CoreCases("misuse_task_groups.cpp"), name, [.. Backing.All, .. Backing.Alone("task-groups")]);

    [Theory]
    [MemberData(nameof(WeakTaskCases))]
    public void Of_weak_tasks(string name) =>
        CaseProgram.Check(Compiler.CoreCases("misuse_weak_tasks.cpp"), name, [.. Backing.All, .. Backing.Alone("task-groups")]);

    /// <summary>I/O tasks, timers and TCP of the library half; io of the first half is what they are over.</summary>
    [Theory]
    [MemberData(nameof(LibraryIoCases))]
    public void Of_io_of_the_library_half(string name) =>
        CaseProgram.Check(Compiler.CoreCases("misuse_library_io.cpp"), name, [.. Backing.All, .. Backing.Alone("library-io"), .. Backing.Alone("io")]);

    /// <summary>Local data and shared state of the library half.</summary>
    [Theory]
    [MemberData(nameof(SharedCases))]
    public void Of_shared_and_local_data(string name) => CaseProgram.Check(Compiler.CoreCases("misuse_shared.cpp"), name,
        [.. Backing.All, .. Backing.Alone("local-data"), .. Backing.Alone("shared-state")]);

    /// <summary>Exceptions of the caller stay with their tasks over every kind of park.</summary>
    [Theory]
    [MemberData(nameof(ExceptionCases))]
    public void Exceptions(string name) => CaseProgram.Check(Compiler.Cases("exceptions.cpp"), name, Backing.All);

    /// <summary>Also where core, stacks and these units are on another side than the rest, but for what differs there and is accepted.</summary>
    private static void OfTheCore(string file, string name, params string[] units) => CaseProgram.Check(Compiler.Cases(file), name,
        [.. Backing.All, .. Backing.MixturesOf(["core", "stacks", .. units]).Where(backing => !Backing.Accepted.Any(rule => rule.Covers(backing.Switch, name)))]);

    private static TheoryData<string> CasesOf(string file) => [.. CaseProgram.Cases(Compiler.Own(file))];
}
