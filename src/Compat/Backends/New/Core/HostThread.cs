using System.Runtime.CompilerServices;
using Rustrt.Compat.Interop;
using Rustrt.Federation;

namespace Rustrt.Compat.Backends.New;

/// <summary>What the core keeps for each scheduler of native tasks (its HostState): tasks that nobody uses, and those that the turn
/// under way has woken. Of other schedulers of the process there is none.</summary>
internal sealed unsafe class HostThread
{
    private readonly WokenTasks* _woken = Binding.Api->ThreadInit();

    private HostThread()
    {
    }

    /// <summary>The pool of this thread.</summary>
    public TaskPool Pool { get; } = new();

    /// <summary>At the start of a scheduler's thread.</summary>
    public static void OpenFor(Scheduler scheduler) => scheduler.HostState = new HostThread();

    /// <summary>At the end of a scheduler's thread: what its pool has goes to the others.</summary>
    public static void CloseFor(Scheduler scheduler) => Of(scheduler)?.Pool.Share(left: 0);

    /// <summary>That of a scheduler; null for a thread that has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HostThread? Of(Scheduler? scheduler) => scheduler?.HostState as HostThread;

    /// <summary>Makes the tasks runnable that the turn has woken: when it is over, and before it makes others runnable, so that they all
    /// run in the order in which they were woken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScheduleWoken(Scheduler? on)
    {
        if (Of(on) is { } here && here._woken->First != null) here.TakeIn(on!);
    }

    private void TakeIn(Scheduler on)
    {
        rustrt_task_block* next = _woken->First;
        _woken->First = null;
        while (next != null)
        {
            NativeTask task = TaskTable.Of(next);
            next = task.Words->Next;
            on.ScheduleOwn(task);
        }
    }
}
