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
    public bool IsCompleted => _task.IsComplete && Scheduler.TrySpend(Place.Here);

    /// <summary>Itself.</summary>
    public JoinWaitAwaitable GetAwaiter() => this;

    /// <summary>How the wait ended.</summary>
    public WaitStatus GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
        var scheduler = Spawning.Here("JoinHandle.Wait");
        var waiter = scheduler.CurrentTask ?? throw OutsideException.Awaited("JoinHandle.Wait"); // it had ended, and need not be waited for
        waiter.EndLimit(scheduler);
        return Joins.HasEnded(_task, _generation) ? WaitStatus.Completed : waiter.Status;
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("JoinHandle.Wait", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("JoinHandle.Wait", continuation);

    void IFrameAwaiter.Suspend(Frame frame) => Joins.Wait(frame, _task, _generation, _limit);
}
