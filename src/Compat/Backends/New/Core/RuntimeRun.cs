using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// One run of the runtime, from rust_start to its return: the federation with the old start-up and shutdown around it
/// (legacy-runtime.md sections 3 and 4).
/// </summary>
internal sealed unsafe class RuntimeRun
{
    public const nint RootId = 1;

    /// <summary>Once each in a process: kill-all, and a root task that failed.</summary>
    private static int s_killedAll, s_rootFailed;

    private static RuntimeRun? s_latest;

    private static readonly byte* s_mainName = Text("main"u8), s_atExitName = Text("at_exit"u8);

    private readonly nuint _minStack;
    private readonly crate_map* _map;
    private ulong _platformLimit; // limit word of the platform group's tasks; 0 while it has had none
    private Action<Scheduler>? _startMain;

    private RuntimeRun(rustrt_environment* environment, bool roundRobin, crate_map* map)
    {
        ExitDeadline? deadline = ExitDeadline.For(this);
        _minStack = environment->min_stack_size;
        _map = map;
        Words = RunWords.Make();
        RuntimeEnvironment.In(Words) = environment;
        PlainEnding = ServiceHooks.HasEndings ? null : CrateMaps.AnnihilatorWord(map);
        Federation = new Federation.Federation(new FederationOptions
        {
            MainSchedulers = (int)environment->num_threads,
            Policy = RuntimeEnvironment.Seed(environment) is { } seed ? SchedulingPolicy.LegacyOrder(seed)
                : roundRobin ? SchedulingPolicy.RoundRobin : SchedulingPolicy.Stealing,
            Turns = TurnLoop.For<NativeTask.Kind>(),
            EventLoops = static () => new FutexEventLoop(), // the services of this backend watch nothing yet
            StallAfter = Timeout.InfiniteTimeSpan, // programs of the old runtime see the threads that it had, and its tasks stay where they are
            ThreadStarted = ThreadStarted,
            ThreadEnding = HostThread.CloseFor,
            StartAtExitTask = _ => StartAtExitTask(),
            PhaseBegan = deadline == null ? null : (_, phase) => deadline.Enter(phase),
        });
    }

    /// <summary>The run that began last and has not ended; null: there is none.</summary>
    public static RuntimeRun? Latest { get => Volatile.Read(ref s_latest); private set => Volatile.Write(ref s_latest, value); }

    public Federation.Federation Federation { get; }

    /// <summary>Called at the end of every task; read anew each time, since the map is the caller's to change.</summary>
    public nint Annihilator => CrateMaps.Annihilator(_map);

    /// <summary>Where the annihilator stands, if no service has to do with the ends of tasks; else null.</summary>
    public nint* PlainEnding { get; }

    /// <summary>The words of services, one per unit.</summary>
    public void** Words { get; }

    /// <summary>The whole of rust_start.</summary>
    public static int Execute(nint entry, int argc, byte** argv, crate_map* map, bool insideTask)
    {
        rustrt_environment* environment = RuntimeEnvironment.Capture(argc, argv);
        bool roundRobin = Placement.IsRoundRobin();
        Binding.Api->CheckStackSizes(environment);
        _ = map->version; // a null map crashes here, as it did
        LocalHeap.Start(map);
        Logging.Start(environment->log_spec, map);
        // The old runtime's own objects lay in the exchange heap: the count is never 0 while it runs.
        Interlocked.Increment(ref *(long*)Binding.Api->ExchangeCount);
        RuntimeRun run = new(environment, roundRobin, map);
        RuntimeRun? around = Latest;
        Latest = run;
        NativeTask main = run.NewTask(run.Federation.MainGroup, s_mainName, null)!;
        run._startMain = platform => main.Start(entry, null, 0, platform);
        int status = insideTask ? run.RunBesideTask() : run.Federation.Run();
        Latest = around;
        // Observed: the starting thread keeps the stack-limit word of its last task, so that its next C call asserts.
        Binding.Api->SetLimitWord(run._platformLimit);
        RunWords.Release(run.Words);
        RuntimeEnvironment.Release(environment);
        Interlocked.Decrement(ref *(long*)Binding.Api->ExchangeCount);
        CheckExchangeHeap();
        LogWriter.Flush();
        return status;
    }

    /// <summary>A newborn task in a group; null when the group has ended. The caller says which scheduler it is on, null for none.</summary>
    public NativeTask? NewTask(SchedulerGroup group, byte* name, Scheduler? current)
    {
        HostThread? here = HostThread.Of(current);
        TaskPool? pool = here?.Pool;
        NativeTask task = TaskPool.Take(pool, _minStack);
        task.BeBorn(this, (nint)Federation.Kernel.NextTaskId(), name);
        if (!group.Place(task))
        {
            TaskStack.End(task.Block);
            TaskPool.Return(pool, task);
            return null;
        }
        if (group == Federation.PlatformGroup) _platformLimit = StackWords.Of(task.Block)->RustLimit;
        here?.MayStart(task, current!);
        ServiceHooks.Bear(task.Block);
        return task;
    }

    /// <summary>rust_task_kill_all: the second in a process is an assertion, after the work was done again.</summary>
    public void KillAll(rustrt_task_block* task)
    {
        Fail(task);
        if (Interlocked.Exchange(ref s_killedAll, 1) != 0)
            Fatal.Assertion("!main_taskgroup_failed", "rust_builtin.cpp", 0, "void rust_task_kill_all(rust_task*)");
    }

    /// <summary>A root task without task-local cleanup that failed, or ended while killed.</summary>
    public void RootFailed(rustrt_task_block* task)
    {
        Fail(task);
        if (Interlocked.Exchange(ref s_rootFailed, 1) != 0)
            Fatal.Assertion("!failed_already", "rust_task.cpp", 0, "void cleanup_task(cleanup_args*)");
    }

    private void Fail(rustrt_task_block* task)
    {
        Logging.Write($"domain main @0x{(nint)task:x} root task failed");
        Federation.Kernel.Kill();
        TaskTable.KillAll(Federation.ParkedInOrder());
    }

    /// <summary>Inside a task of another run, whose scheduler is held up meanwhile. All goes well until the end, where that
    /// run's objects are found in the exchange heap.</summary>
    private int RunBesideTask()
    {
        int status = 0;
        Thread platform = new(() => status = Federation.Run(), Federation.Options.ThreadStackBytes);
        platform.Start();
        platform.Join();
        return status;
    }

    private void ThreadStarted(Scheduler scheduler)
    {
        HostThread.OpenFor(scheduler);
        // Not before the platform thread has what it needs: the main task may take all memory there is.
        if (scheduler.Group == scheduler.Group.Federation.PlatformGroup) _startMain!(scheduler);
    }

    private void StartAtExitTask()
    {
        nint runner = AtExit.Close(Words, out nint list);
        if (runner != 0) NewTask(Federation.MainGroup, s_atExitName, Scheduler.Current)!.Start(runner, null, list, Scheduler.Current);
    }

    private static void CheckExchangeHeap()
    {
        nint left = Volatile.Read(ref *Binding.Api->ExchangeCount);
        if (left == 0) return;
        CStdout.Print("exchange heap not empty on on exit");
        CStdout.Print($"{left} dangling allocations\n");
        // Standard output may never be written, since abort drops what is buffered: say it where it is seen.
        Fatal.Write($"exchange heap not empty on on exit: {left} dangling allocations\n");
        LibC.Abort();
    }

    private static byte* Text(ReadOnlySpan<byte> text)
    {
        byte* copy = (byte*)NativeMemory.AllocZeroed((nuint)text.Length + 1);
        text.CopyTo(new Span<byte>(copy, text.Length));
        return copy;
    }
}
