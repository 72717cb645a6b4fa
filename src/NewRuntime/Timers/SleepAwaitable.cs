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
    /// <exception cref="OutsideException">The calling thread runs no scheduler.</exception>
    public bool IsCompleted
    {
        get
        {
            bool waits = Spawning.Waits(Place.Here, "GreenTask.Sleep"); // also for no time
            return _time == TimeSpan.Zero ? Scheduler.TrySpend(Place.Here) : waits;
        }
    }

    /// <summary>Itself.</summary>
    public SleepAwaitable GetAwaiter() => this;

    /// <summary><see cref="WaitStatus.Completed"/>, or <see cref="WaitStatus.Cancelled"/> if the task is cancelled.</summary>
    public WaitStatus GetResult()
    {
        var scheduler = Spawning.Here("GreenTask.Sleep");
        var task = scheduler.CurrentTask!;
        if (_time == TimeSpan.Zero) return task.IsCancelled ? WaitStatus.Cancelled : WaitStatus.Completed;
        task.EndLimit(scheduler);
        return task.Status == WaitStatus.TimedOut ? WaitStatus.Completed : task.Status;
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => throw OutsideException.Awaited("GreenTask.Sleep");

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited("GreenTask.Sleep");

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
