// Tasks that a turn wakes, and turns that are handed over.
//
// A signal to a task that waits on the signaller's own thread makes no upcall, nor does the start of one that this thread alone may run:
// the router puts it into a list of the thread (core.c). Its order is that of the wakes, and stays so: the list is taken in when the
// turn is over, and before the turn makes any other task runnable.
//
// A task that has woken another and waits itself gives its turn to the first of the list, without C# in between, if the
// scheduler has nothing else to run. Then that one is whom the scheduler would take anyway. Whether it has is looked at when the
// turn before has woken somebody and then waited, as in a conversation of two tasks; and it holds for so many turns, since others
// may send something meanwhile. A turn that makes a task runnable in another way, or starts one, hands nothing over.
using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>What the core keeps for each scheduler of native tasks (its HostState): tasks that nobody uses, and those that the turn
/// under way has woken. Of other schedulers of the process there is none.</summary>
internal sealed unsafe class HostThread
{
    private const uint MostHandOvers = 16;

    private readonly WokenTasks* _woken = Binding.Api->ThreadInit();
    private readonly RouterHost* _host = Binding.Api->Host();
    private bool _talks; // the last turn has woken somebody and then waited
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
        _hands = _talks && mayHandOver && on.Queue.Waiting is (0, 0);
        _talks = false;
        _woken->HandOvers = _hands ? MostHandOvers : 0;
        if (_hands) task.BeginsTurnToHandOver();
    }

    /// <summary>After a turn of a task. Who left it: that task, or another to which it was handed over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NativeTask EndTurn(NativeTask task, Scheduler on, int left)
    {
        if (_woken->Handed != 0) task = HandedOver(on);
        if (_hands) task.HasLeftHandedTurn();
        if (_woken->First != null)
        {
            _talks |= left == Left.Wait;
            TakeIn(on);
        }
        return task;
    }

    /// <summary>A turn makes a task runnable: those that it has woken come first.</summary>
    public void MakesRunnable(Scheduler on)
    {
        _woken->HandOvers = 0;
        if (_woken->First != null) TakeIn(on);
    }

    private NativeTask HandedOver(Scheduler on)
    {
        on.Counters.Turns += _woken->Handed;
        _woken->Handed = 0;
        _talks = true;
        return TaskTable.Of(_woken->Running);
    }

    private void TakeIn(Scheduler on)
    {
        rustrt_task_block* next = _woken->First;
        _woken->First = null;
        bool doomed = on.Group.Federation.Kernel.Killed; // what the router has started: NativeTask.Start
        while (next != null)
        {
            NativeTask task = TaskTable.Of(next);
            next = task.Words->Next;
            if (doomed) task.Kill();
            on.ScheduleOwn(task);
        }
    }
}
