using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>What <see cref="GreenTask.Sleep"/> returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SleepAwaitable : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly TimeSpan _time;

    internal SleepAwaitable(TimeSpan time) => _time = time;

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _time == TimeSpan.Zero && Scheduler.TrySpend(Place.Here);

    /// <summary>Itself.</summary>
    public SleepAwaitable GetAwaiter() => this;

    /// <summary><see cref="WaitStatus.Completed"/>, or <see cref="WaitStatus.Cancelled"/> if the task is cancelled.</summary>
    public WaitStatus GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
        var scheduler = Spawning.Here("GreenTask.Sleep");
        var task = scheduler.CurrentTask ?? throw OutsideException.Awaited("GreenTask.Sleep"); // no time, and no task
        if (_time == TimeSpan.Zero) return task.IsCancelled ? WaitStatus.Cancelled : WaitStatus.Completed;
        task.EndLimit(scheduler);
        return task.Status == WaitStatus.TimedOut ? WaitStatus.Completed : task.Status;
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("GreenTask.Sleep", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("GreenTask.Sleep", continuation);

    void IFrameAwaiter.Suspend(Frame frame)
    {
        if (_time == TimeSpan.Zero)
        {
            frame.Yield();
            return;
        }
        var root = frame.Root;
        var scheduler = Scheduler.Current!;
        uint number = root.BeginWait();
        root.LimitWait(number, _time, scheduler);
        root.EndWaitIfCancelled(number, scheduler);
    }
}
