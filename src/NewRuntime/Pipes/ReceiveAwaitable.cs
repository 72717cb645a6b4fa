using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>Awaits a value.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReceiveAwaitable<T> : ICriticalNotifyCompletion, IFrameAwaiter, ILimitable<Received<T>>
{
    private readonly PipeCore<T> _core;

    internal ReceiveAwaitable(PipeCore<T> core) => _core = core;

    /// <summary>Whether the receiver need not wait.</summary>
    public bool IsCompleted
    {
        get
        {
            var current = _core.UserScheduler;
            return _core.IsReady(current) && Scheduler.TrySpend(current);
        }
    }

    /// <summary>Itself.</summary>
    public ReceiveAwaitable<T> GetAwaiter() => this;

    /// <summary>The same with a time limit: <c>await</c> then ends as <see cref="WaitStatus.TimedOut"/> when it is over.</summary>
    /// <param name="limit">Zero: nothing is waited for. <see cref="Timeout.InfiniteTimeSpan"/>: no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public LimitedAwaitable<ReceiveAwaitable<T>, Received<T>> Within(TimeSpan limit) => new(this, limit);

    /// <summary>What was received, or why nothing was.</summary>
    public Received<T> GetResult() => Receiving.Finish(_core);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => throw OutsideException.Awaited();

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited();

    void IFrameAwaiter.Suspend(Frame frame) => Suspend(frame);

    internal void Suspend(Frame frame) => Receiving.Wait(_core, frame.Root, _core.UserScheduler);
}
