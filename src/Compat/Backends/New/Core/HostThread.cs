// Tasks that a turn makes runnable, and turns that are handed over.
//
// A signal to a task that waits on the signaller's own thread makes no upcall, nor does the start of one that this thread alone may run:
// the router puts it into a list of the thread, the upcoming (core.c). Its order is that of the wakes, and stays so: the list is taken
// in when the turn is over, and before the turn makes any other task runnable.
//
// A task that waits, or yields, gives its turn to the first of the list without C# in between, where that one is whom the scheduler
// would take anyway:
//   1. Before a turn, all that the scheduler has to run moves to the list, if those are few native tasks in one line. Other orders (that
//      of the old runtime, which draws; newborns in between; what thieves may take) have no such line.
//   2. A task that yields goes to the end of the list, as it would to that of the line; one that waits is parked.
//   3. When somebody leaves his turn in another way, the list goes back as it is, and he behind it.
// It is done when the turn before was left for others: it yielded, or waited while others came next. And it holds for so many turns,
// short ones, since others may send something meanwhile. A turn that makes a task runnable in another way hands nothing over.
using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>What the core keeps for each scheduler of native tasks (its HostState): tasks that nobody uses, and those that come next.
/// Of other schedulers of the process there is none.</summary>
internal sealed unsafe class HostThread
{
    private const int MostHandOvers = 16;

    private readonly UpcomingTasks* _upcoming = Binding.Api->ThreadInit();
    private readonly RouterHost* _host = Binding.Api->Host();
    private readonly uint* _killed = Binding.Api->KernelKilled;
    private bool _wasForOthers; // the last turn yielded, or waited while others came next
    private bool _hands; // this turn may be handed over

    private HostThread() => TaskStack.Thread(begins: 1);

    /// <summary>The pool of this thread.</summary>
    public TaskPool Pool { get; } = new();

    /// <summary>At the start of a scheduler's thread.</summary>
    public static void OpenFor(Scheduler scheduler) => scheduler.HostState = new HostThread();

    /// <summary>At the end of a scheduler's thread: what its pool has goes to the others.</summary>
    public static void CloseFor(Scheduler scheduler)
    {
        if (Of(scheduler) is not { } here) return;
        here.Pool.Share(left: 0);
        TaskStack.Thread(begins: 0);
    }

    /// <summary>That of a scheduler; null for a thread that has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HostThread? Of(Scheduler? scheduler) => scheduler?.HostState as HostThread;

    /// <summary>A newborn task that this thread alone will run may be started by the router.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MayStart(NativeTask task, Scheduler on)
    {
        if (task.Home == on) task.Words->Home = _host;
    }

    /// <summary>Before a turn of a task.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeginTurn(NativeTask task, Scheduler on, bool mayHandOver)
    {
        _hands = _wasForOthers && mayHandOver && TryTakeLine(on);
        _upcoming->HandOvers = _hands ? MostHandOvers : 0u;
        if (_hands) task.BeginsTurnToHandOver();
    }

    /// <summary>After a turn of a task. Who left it: that task, or another to which it was handed over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NativeTask EndTurn(NativeTask task, Scheduler on, int left)
    {
        if (_upcoming->Handed != 0) task = HandedOver(on);
        else if (left != Left.Ended) _wasForOthers = left == Left.Yield || (left == Left.Wait && _upcoming->First != null);
        if (_hands) task.HasLeftHandedTurn();
        if (_upcoming->First != null) TakeIn(on);
        return task;
    }

    /// <summary>A turn makes a task runnable: those that it has woken come first.</summary>
    public void MakesRunnable(Scheduler on)
    {
        _upcoming->HandOvers = 0;
        if (_upcoming->First != null) TakeIn(on);
    }

    private NativeTask HandedOver(Scheduler on)
    {
        on.Counters.Turns += _upcoming->Handed;
        _upcoming->Handed = 0;
        _wasForOthers = true;
        return TaskTable.Of(_upcoming->Running);
    }

    private bool TryTakeLine(Scheduler on)
    {
        RunQueue queue = on.Queue;
        int line = queue.Line;
        if ((uint)line > MostHandOvers || !on.TurnsAreShort) return false;
        for (int place = 0; place < line; place++)
            if (queue.InLine(place) is not NativeTask) return false;
        for (; line > 0; line--) Append((NativeTask)queue.TakeFirstInLine());
        return true;
    }

    private void Append(NativeTask task)
    {
        task.BeginsTurnToHandOver();
        task.Words->Next = null;
        if (_upcoming->First == null) _upcoming->First = task.Block;
        else CoreWords.Of(_upcoming->Last)->Next = task.Block;
        _upcoming->Last = task.Block;
    }

    private void TakeIn(Scheduler on)
    {
        rustrt_task_block* next = _upcoming->First;
        _upcoming->First = null;
        // What the router has started: NativeTask.Start. The process's word is asked first: it is one load, and the way to the kernel four.
        bool doomed = *_killed != 0 && on.Group.Federation.Kernel.Killed;
        while (next != null)
        {
            NativeTask task = TaskTable.Of(next);
            next = task.Words->Next;
            if (doomed) task.Kill();
            on.ScheduleOwn(task);
        }
    }
}
