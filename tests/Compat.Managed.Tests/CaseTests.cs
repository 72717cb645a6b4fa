using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Managed.Tests;

/// <summary>
/// Bodies in C# that give way, wait, are killed and fail, and all else that the runtime calls in C#: the same on every backend, while
/// another thread collects garbage.
/// </summary>
public sealed class CaseTests
{
    private const string Legacy = "all=legacy", New = "all=new", LegacyCore = "all=legacy;exchange-heap=new;logging=new",
        NewCore = "all=new;exchange-heap=legacy;logging=legacy";

    internal sealed record Expected(string Output, string Errors = "", int Status = 0);

    // What the old runtime's own programs see, word for word; "status" is what rust_start returned.
    internal static IReadOnlyDictionary<string, Expected> Cases { get; } = new Dictionary<string, Expected>(StringComparer.Ordinal)
    {
        ["yields"] = new("turns 60\n" + Good),
        ["waits"] = new("value 100\n" + Good),
        ["many"] = new("sum 4950\n" + Good),
        ["one-id"] = new("main is 1\n" + Good),
        ["killed"] = new("killed True\nfinally, unwinding 1\ncaught, of upcall_fail\ncleanup, data 5, failed 1\n" + Good),
        ["inhibited"] = new("inside: killed False, event 3, yield False\noutside: yield True\ncleanup, data 0, failed 0\n" + Good),
        ["fails"] = new("finally, unwinding 1\ncaught\ncleanup, data 0, failed 1\n" + Good, "rust: task failed at 'too deep', cases.cs:7\n"),
        ["swallows"] = new("finally, unwinding 1\ngoes on\ncleanup, data 0, failed 1\n" + Good, "rust: task failed at 'swallowed', cases.cs:7\n"),
        ["fails-again"] = new("finally, unwinding 1\n",
            "rust: task failed at 'first', cases.cs:7\nrust: task failed at 'second', cases.cs:8\n"
            + "rustrt: a task body in C# failed again while its first failure was passing through it\n", 134),
        ["main-fails"] = new("finally, unwinding 1\ncaught\nstatus 101, exchange 0\n",
            "rust: task failed at 'too deep', cases.cs:7\nrust: domain main @0x* root task failed\n", 101),
        ["yield-refused"] = new("caught, of rust_task_yield\nstatus 101, exchange 0\n",
            "rust: task * yielded in an atomic section\nrust: domain main @0x* root task failed\n", 101),
        ["throws"] = new("finally\ncleanup, failed 1\n" + Good,
            "rust: task failed at 'InvalidOperationException: no such thing', Rustrt.Compat.Managed.Caller:0\n"),
        ["delegate"] = new("a delegate with what it captured\nevent 1\n" + Good),
        ["environment"] = new("body with 42\ndropped 42, failed 0\n" + Good),
        ["environment-of-a-failing-task"] = new("caught with 43\ndropped 43, failed 1\n" + Good),
        ["annihilator"] = new(Good + "annihilated 4\n"),
        ["exit-function"] = new("exit function 1\nexit function 2\nexit function 3\n" + Good),
        ["loop"] = new("timer 7, status 0, task 1\ntimer closed\nwoken, event 3\nwake-up closed\nran\n" + Good),
        ["loop-fails"] = new("caught, of upcall_fail\nthe loop ended, unwinding 1\ncleanup, failed 1\n" + Good, "rust: task failed at 'in a callback', cases.cs:9\n"),
        ["loop-outside"] = new("turns 5\n" + Good),
        ["raw-thread"] = new("joined, ran 1\n" + Good),
        ["two-runs"] = new("body with 42\ndropped 42, failed 0\n" + Good + "joined, ran 1\n" + Good),
        ["foreign-thread"] = new("event 9\n" + Good),
        ["native-body"] = new("cleanup, threads 0\n" + Good),
        ["refused"] = new(string.Concat(new[] { "upcall_new_stack", "upcall_del_stack", "upcall_reset_stack_limit", "upcall_rust_personality" }.Select(function =>
            $"{function} cannot be called from a task body in C#: it is for compiled code on the task's own stack, and such a body has none\n")) + Good),
    };

    private const string Good = "status 0, exchange 0\n";

    public static TheoryData<string> Names => [.. Cases.Keys];

    // In the short tier with one thread only where everything is new.
    private static IReadOnlyList<(string Setting, int Threads)> Runs { get; } =
        [(New, 2), (Legacy, 2), (NewCore, 2), (LegacyCore, 2), (New, 1), .. Tier.IsFull ? [(Legacy, 1), (NewCore, 1), (LegacyCore, 1)] : Array.Empty<(string, int)>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_ends_the_same_way_on_every_backend(string name)
    {
        // All at a time: half of a case is waiting.
        var ended = Runs.AsParallel().AsOrdered().WithDegreeOfParallelism(Runs.Count)
            .Select(run => (run, Outcome: CallerProcess.Run(name, run.Setting, run.Threads))).ToList();

        Assert.Equal(ended.Select(one => (one.run, Cases[name])),
            ended.Select(one => (one.run, new Expected(one.Outcome.Output, CallerProcess.Errors(one.Outcome), one.Outcome.Status))));
    }

    [Theory]
    [InlineData(Legacy)]
    [InlineData(New)]
    public void Structs_pass_through_a_body_whole(string setting)
    {
        Outcome outcome = CallerProcess.Run("structs", setting);

        Assert.Equal(("10.1.2.3 4660 ::1 4660\n" + Good, 0), (outcome.Output, outcome.Status));
    }

    [Theory]
    [InlineData(Legacy, "ManagedTasks.Spawn: the unit core is legacy, which has no async tasks; valid with core=new\n")]
    [InlineData(LegacyCore, "ManagedTasks.Spawn: the unit core is legacy, which has no async tasks; valid with core=new\n")]
    [InlineData(New, "ended 1000\n")]
    [InlineData(NewCore, "ended 1000\n")]
    public void Async_bodies_run_on_a_new_core_and_are_refused_on_a_legacy_one(string setting, string expected)
    {
        Outcome outcome = CallerProcess.Run("async", setting);

        Assert.Equal((expected + Good, 0), (outcome.Output, outcome.Status));
    }

    /// <summary>Then two .NET runtimes are in the process, and the second has the new core.</summary>
    [Theory]
    [MemberData(nameof(SettingsWithOtherRuntime))]
    public void Native_code_may_be_the_first_to_call(string setting, string spawn)
    {
        Outcome outcome = CallerProcess.Run("router-first", setting);

        Assert.Equal(RouterFirst(spawn), new Expected(outcome.Output, CallerProcess.Errors(outcome), outcome.Status));
    }

    public static TheoryData<string, string> SettingsWithOtherRuntime => new()
    {
        { Legacy, LegacySpawn }, { New, ElsewhereSpawn }, { LegacyCore, ElsewhereSpawn }, { NewCore, ElsewhereSpawn },
    };

    internal const string LegacySpawn = "ManagedTasks.Spawn: the unit core is legacy, which has no async tasks; valid with core=new\n",
        ElsewhereSpawn = "ManagedTasks.Spawn: the new side is librustrt_new.so, which native code of this process had loaded by "
            + "the first call of the old API, and is another .NET runtime; valid if that call is one of NativeMethods\n";

    internal static Expected RouterFirst(string spawn) =>
        new($"a delegate with what it captured\nevent 1\n{Good}sum 4950\n{Good}{spawn}{Good}");

    [Fact]
    public void A_signal_to_what_is_no_task_is_told_before_the_process_ends()
    {
        Outcome outcome = CallerProcess.Run("signals-nothing", New);

        Assert.Equal(new Outcome(134, "", "rustrt: task_signal_event was given a null or bad pointer, aborting\n"), outcome);
    }

    /// <summary>Without it a collection that meets a null reference ends the process: CoreCLR's alternate stack has no room for both signals.</summary>
    [Fact]
    public void The_handler_of_memory_faults_keeps_the_mask_of_the_one_behind_it()
    {
        Outcome outcome = CallerProcess.Run("fault-handler", New);

        Assert.Equal(new Outcome(0, "handler changed True, mask empty False, kept True\n", ""), outcome);
    }

    [Fact]
    public void The_cost_is_told_once()
    {
        Assert.Equal(1, CallerProcess.Notices(CallerProcess.Run("many", New)));
        Assert.Equal(1, CallerProcess.Notices(CallerProcess.Run("many", Legacy)));
    }

    [Fact]
    public void A_legacy_library_in_the_place_of_the_router_serves_too()
    {
        Outcome outcome = CallerProcess.Run("killed", [("LD_LIBRARY_PATH", $"{Repository.Legacy}:{Repository.Router}")]);

        Assert.Equal(Cases["killed"], new Expected(outcome.Output, CallerProcess.Errors(outcome), outcome.Status));
    }

    [Fact]
    public void A_new_backend_comes_from_the_process_itself()
    {
        string folder = Directory.CreateTempSubdirectory("rustrt-managed-").FullName;
        try
        {
            foreach (string library in new[] { "librustrt.so", "librustrt_managed.so" })
            {
                File.Copy(Path.Combine(Repository.Router, library), Path.Combine(folder, library));
            }

            Outcome outcome = CallerProcess.Run("fails", [("LD_LIBRARY_PATH", folder), ("RUSTRT_SWITCH", New)]);

            Assert.Equal(Cases["fails"], new Expected(outcome.Output, CallerProcess.Errors(outcome), outcome.Status));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
