using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>What <see cref="JoinHandle.Wait"/> returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JoinWaitAwaitable : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Frame _task;
    private readonly int _generation;
    private readonly TimeSpan _limit;

    internal JoinWaitAwaitable(Frame task, int generation, TimeSpan limit)
    {
        _task = task;
        _generation = generation;
        _limit = limit;
    }

    /// <summary>Whether the task has ended, and the waiting one need not give way to others.</summary>
    public bool IsCompleted => _task.IsComplete ? Scheduler.TrySpend(Place.Here) : Spawning.Waits(Place.Here, "JoinHandle.Wait");

    /// <summary>Itself.</summary>
    public JoinWaitAwaitable GetAwaiter() => this;

    /// <summary>How the wait ended.</summary>
    public WaitStatus GetResult()
    {
        var scheduler = Spawning.Here("JoinHandle.Wait");
        var waiter = scheduler.CurrentTask!;
        waiter.EndLimit(scheduler);
        return Joins.HasEnded(_task, _generation) ? WaitStatus.Completed : waiter.Status;
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => throw OutsideException.Awaited("JoinHandle.Wait");

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited("JoinHandle.Wait");

    void IFrameAwaiter.Suspend(Frame frame) => Joins.Wait(frame, _task, _generation, _limit);
}
