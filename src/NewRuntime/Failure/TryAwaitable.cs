using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>What <see cref="JoinHandle.Try"/> returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TryAwaitable : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Frame<Nothing> _task;

    internal TryAwaitable(Frame<Nothing> task) => _task = task;

    /// <summary>Whether the task has ended.</summary>
    public bool IsCompleted => _task.IsComplete;

    /// <summary>Itself.</summary>
    public TryAwaitable GetAwaiter() => this;

    /// <summary>How the task ended.</summary>
    public Outcome GetResult()
    {
        bool ended = Joins.HasEnded(_task);
        if (!ended || _task.HasFailed) return Outcome.Take(_task, ended);
        _task.TakeResult();
        return default;
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => throw OutsideException.Awaited();

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited();

    void IFrameAwaiter.Suspend(Frame frame) => Joins.Wait(frame, _task, Timeout.InfiniteTimeSpan);
}

/// <summary>What <see cref="JoinHandle{TResult}.Try"/> returns.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TryAwaitable<TResult> : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Frame<TResult> _task;

    internal TryAwaitable(Frame<TResult> task) => _task = task;

    /// <inheritdoc cref="TryAwaitable.IsCompleted"/>
    public bool IsCompleted => _task.IsComplete;

    /// <inheritdoc cref="TryAwaitable.GetAwaiter"/>
    public TryAwaitable<TResult> GetAwaiter() => this;

    /// <inheritdoc cref="TryAwaitable.GetResult"/>
    public Outcome<TResult> GetResult()
    {
        bool ended = Joins.HasEnded(_task);
        return !ended || _task.HasFailed
            ? new Outcome<TResult>(default, Outcome.Take(_task, ended))
            : new Outcome<TResult>(_task.TakeResult(), default);
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => throw OutsideException.Awaited();

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited();

    void IFrameAwaiter.Suspend(Frame frame) => Joins.Wait(frame, _task, Timeout.InfiniteTimeSpan);
}
