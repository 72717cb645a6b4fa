// A native task as the schedulers of NewRuntime see it, and the transitions of its state word (new_core_words.state), which
// other threads share with it:
//
//   who                     when                      transition                        then
//   its scheduler           it left for an event      +WAITING, unless EVENT or         parked, or runs again
//                           (after resume returned)   it must fail already
//   signal, any thread      any time                  +LOCKED, the event is stored,     schedules it if WAITING was set
//                                                     -LOCKED and -WAITING or +EVENT
//   kill, any thread        any time                  +KILLED, -WAITING if killable     schedules it if WAITING was set
//   the task itself         its wait returns          -EVENT under LOCKED, if set       (native: core.c, switch.S)
//   its scheduler           it left for block()       +BLOCKED, or -PERMIT              parked, or runs again
//   wake, any thread        any time                  -BLOCKED, else +PERMIT            schedules it if BLOCKED was set
//
// Every transition is one compare-and-swap of the whole word (a signal: one more plain store, which is allowed because
// everybody waits while LOCKED is set), so exactly one waker finds WAITING (or BLOCKED) set and schedules the task, and
// nobody can before the park is committed. LOCKED binds event and mark together: without it a wait could return an event
// whose mark is set only afterwards, and the next wait would return it again. It is held for two stores.
using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>A native task: a C function on a stack of its own. Pooled together with its stack and block.</summary>
internal sealed unsafe class NativeTask : TaskCell
{
    private int _left;

    public NativeTask(rustrt_task_block* block, nuint stackBytes)
    {
        Block = block;
        Words = CoreWords.Of(block);
        StackBytes = stackBytes;
    }

    public rustrt_task_block* Block { get; }

    public CoreWords* Words { get; }

    /// <summary>What its stack was made for.</summary>
    public nuint StackBytes { get; }

    /// <summary>The scheduler that a calling task runs on, for callers who would otherwise look it up by thread: a running
    /// native task is bound to it. Null is for any other thread.</summary>
    public static Scheduler? SchedulerOf(rustrt_task_block* caller) => caller == null ? null : TaskTable.Of(caller).Home;

    /// <summary>The run of the runtime that it belongs to.</summary>
    public RuntimeRun Run { get; private set; } = null!;

    /// <summary>How many boxes it may have until cycles among them are collected.</summary>
    public nint CollectBoxesAt { get; set; }

    public bool IsStarted => Volatile.Read(ref Words->Life) == TaskLife.Started;

    /// <summary>A new life: newborn, owned by itself alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeBorn(RuntimeRun run, nint id, byte* name)
    {
        if (Run != run) Run = run; // cheaper than a write barrier
        Block->run = run.Words;
        CollectBoxesAt = CycleCollection.FirstAt;
        rustrt_task_block* block = Block;
        block->ref_count = 1;
        block->id = id;
        block->name = name;
        block->live_allocs = null;
        CoreWords* words = Words;
        words->State = 0;
        words->Unkillable = 0;
        words->Unyieldable = 0;
        words->Life = TaskLife.Newborn;
        words->Home = null;
        StackWords.Of(block)->Unwinding = 0;
        TaskStack.Bear(block, StackBytes);
        words->Event = 0;
        words->PlainEnding = id == RuntimeRun.RootId ? null : run.PlainEnding;
    }

    /// <summary>Killed, killable and not inside Rust code that C called back.</summary>
    public bool MustFail => (Volatile.Read(ref Words->State) & TaskState.Killed) != 0 && StackWords.Of(Block)->Reentered == 0 && Words->Unkillable == 0;

    /// <summary>Newborn to running: the body will be called as f(NULL, env, arg).</summary>
    public void Start(nint body, rust_opaque_box* env, nint arg, Scheduler? current)
    {
        if (Words->Life != TaskLife.Newborn)
            Fatal.Assertion("get_state() == src", "rust_task.cpp", 0, "void rust_task::transition(rust_task_state, rust_task_state, rust_cond*, const char*)");
        Words->Body = body;
        Words->Env = env;
        Words->Arg = arg;
        Volatile.Write(ref Words->Life, TaskLife.Started);
        // A killed kernel dooms whatever starts. Kill-all sets the flag, fences the whole process (TaskTable.KillAll) and then
        // looks for started tasks: one of the two sees the other, and starting a task needs no fence.
        if (Run.Federation.Kernel.Killed) Kill();
        MakeRunnable(current);
    }

    protected internal override Turn RunTurn(Scheduler on)
    {
        NativeTask task = this;
        return Resume(ref task, on, mayHandOver: false);
    }

    // Inlined into the scheduler's loop: the return behind a resume is mispredicted, and without a frame there is none. 8 ns of
    // a yield, 20 of a spawn.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Turn Resume(ref NativeTask task, Scheduler on, bool mayHandOver)
    {
        HostThread here = HostThread.Of(on)!;
        here.BeginTurn(task, on, mayHandOver);
        int left = Binding.Api->Resume(task.Block);
        task = here.EndTurn(task, on, left);
        task._left = left;
        return left switch
        {
            Left.Yield => Turn.Yielded,
            Left.Ended => Turn.Finished,
            _ => Turn.Parked,
        };
    }

    protected internal override bool CommitPark()
    {
        bool forEvent = _left == Left.Wait;
        while (true)
        {
            int state = Unlocked();
            if (forEvent)
            {
                if ((state & (TaskState.Event | TaskState.Killed)) != 0 && ((state & TaskState.Event) != 0 || MustFail))
                    return false;
                if (TrySwap(state, state | TaskState.Waiting)) return true;
            }
            else if ((state & TaskState.Permit) != 0)
            {
                if (TrySwap(state, state & ~TaskState.Permit)) return false;
            }
            else if (TrySwap(state, state | TaskState.Blocked))
            {
                return true;
            }
        }
    }

    /// <summary>Native tasks, for the scheduler's loop.</summary>
    internal readonly struct Kind : ITaskKind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool TryRunTurn(ref TaskCell task, Scheduler scheduler, out Turn turn)
        {
            if (task is not NativeTask native)
            {
                turn = default;
                return false;
            }
            turn = Resume(ref native, scheduler, mayHandOver: true);
            task = native;
            return true;
        }
    }

    /// <summary>Stores an event and wakes the task if it waits for one. Events do not queue: the newest overwrites.</summary>
    public void Signal(nint value, Scheduler? current)
    {
        int state;
        do state = Unlocked();
        while (!TrySwap(state, state | TaskState.Locked));
        Words->Event = value;
        bool waits = (state & TaskState.Waiting) != 0;
        Volatile.Write(ref Words->State, waits ? state & ~TaskState.Waiting : state | TaskState.Event);
        if (waits) MakeRunnable(current);
    }

    /// <summary>Drops an event that is pending.</summary>
    public void ForgetEvent()
    {
        int state;
        do state = Unlocked();
        while ((state & TaskState.Event) != 0 && !TrySwap(state, state & ~TaskState.Event));
    }

    /// <summary>Sets the kill flag once, and wakes the task if it waits for an event and may be killed.</summary>
    public void Kill()
    {
        while (true)
        {
            int state = Unlocked();
            if ((state & TaskState.Killed) != 0) return;
            // A waiting task does not change its own depths, so they may be read here.
            bool wakes = (state & TaskState.Waiting) != 0 && Words->Unkillable == 0 && StackWords.Of(Block)->Reentered == 0;
            if (!TrySwap(state, (state | TaskState.Killed) & (wakes ? ~TaskState.Waiting : ~0))) continue;
            if (wakes) MakeRunnable(Scheduler.Current);
            return;
        }
    }

    /// <summary>Ends the task's block() of the core table, or leaves one permit.</summary>
    public void Wake(nint value)
    {
        Words->Result = (ulong)value;
        while (true)
        {
            int state = Unlocked();
            bool blocked = (state & TaskState.Blocked) != 0;
            if (!TrySwap(state, blocked ? state & ~TaskState.Blocked : state | TaskState.Permit)) continue;
            if (blocked) MakeRunnable(Scheduler.Current);
            return;
        }
    }

    /// <summary>The state word; waits while a signaller holds it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Unlocked()
    {
        int state = Volatile.Read(ref Words->State);
        return (state & TaskState.Locked) == 0 ? state : WaitUntilUnlocked();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int WaitUntilUnlocked()
    {
        SpinWait spin = default;
        int state;
        do
        {
            spin.SpinOnce(sleep1Threshold: -1);
            state = Volatile.Read(ref Words->State);
        }
        while ((state & TaskState.Locked) != 0);
        return state;
    }

    private void MakeRunnable(Scheduler? current)
    {
        HostThread.Of(current)?.MakesRunnable(current!);
        Group.Schedule(this, current);
    }

    private bool TrySwap(int from, int to) => Interlocked.CompareExchange(ref Words->State, to, from) == from;

    /// <summary>One more owner: the task's block stays after its death.</summary>
    public void AddReference() => Interlocked.Increment(ref *(long*)&Block->ref_count);

    /// <summary>One owner less; the last one releases the task, on its own thread.</summary>
    public void DropReference()
    {
        if (Interlocked.Decrement(ref *(long*)&Block->ref_count) == 0) Release(Scheduler.Current);
    }

    protected internal override void Finished(Scheduler on)
    {
        Words->Life = TaskLife.Dead;
        TaskStack.End(Block);
        // Only an owner can add an owner: a single reference is the task's own and needs no interlocked operation.
        if (Volatile.Read(ref Block->ref_count) == 1) Release(on);
        else DropReference();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Release(Scheduler? on)
    {
        ServiceHooks.Bury(Block);
        LocalHeap.Bury(Block);
        if (TaskLocalData.IsOwn) TaskLocalDataService.Bury(Block);
        SchedulerGroup group = Group;
        TaskPool.Return(HostThread.Of(on)?.Pool, this);
        group.TaskReleased(); // counted one by one (not by TaskUnits): a program sees when the last one has ended
    }
}
