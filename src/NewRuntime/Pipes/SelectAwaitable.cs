// A select registers the task with every pipe under one wait number and the pipe's place in the list. The first pipe that has
// something ends the wait; the task then takes back the other registrations. A pipe that becomes ready in between sends a
// wake with a number that is over, which does nothing.
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>Awaits that one of several pipes is ready.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SelectAwaitable : ICriticalNotifyCompletion, IFrameAwaiter, ILimitable<Selected>
{
    private readonly Receiver[] _receivers;

    internal SelectAwaitable(Receiver[] receivers) => _receivers = receivers;

    /// <summary>Whether one is ready.</summary>
    public bool IsCompleted => FirstReady() >= 0 && Scheduler.TrySpend(Scheduler.Current);

    /// <summary>Itself.</summary>
    public SelectAwaitable GetAwaiter() => this;

    /// <summary>The same with a time limit: <c>await</c> then ends as <see cref="WaitStatus.TimedOut"/> when it is over.</summary>
    /// <param name="limit">Zero: nothing is waited for. <see cref="Timeout.InfiniteTimeSpan"/>: no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public LimitedAwaitable<SelectAwaitable, Selected> Within(TimeSpan limit) => new(this, limit);

    /// <summary>Which is ready, or why none is.</summary>
    public Selected GetResult()
    {
        int ready = FirstReady();
        foreach (var receiver in _receivers) receiver.UseCore(out var current).RemoveReceiver(current);
        if (ready >= 0) return new Selected(WaitStatus.Completed, ready);
        var scheduler = Scheduler.Current;
        return new Selected((scheduler is not null ? scheduler.CurrentTask! : ThreadTask.Current).Status, -1);
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => throw OutsideException.Awaited();

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited();

    void IFrameAwaiter.Suspend(Frame frame)
    {
        var root = frame.Root;
        uint number = root.BeginWait();
        Scheduler? current = null;
        for (int i = 0; i < _receivers.Length; i++)
        {
            var core = _receivers[i].UseCore(out current);
            if (core.AddReceiver(root, number, i, current)) continue;
            root.Wake(number, WaitStatus.Completed, i, current);
            return;
        }
        root.EndWaitIfCancelled(number, current);
    }

    private int FirstReady()
    {
        for (int i = 0; i < _receivers.Length; i++)
        {
            var core = _receivers[i].UseCore(out var current);
            if (core.IsReady(current)) return i;
        }
        return -1;
    }
}
