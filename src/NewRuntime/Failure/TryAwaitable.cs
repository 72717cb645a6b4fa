using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>What <see cref="JoinHandle.Try"/> returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TryAwaitable : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Frame<Nothing> _task;
    private readonly int _generation;

    internal TryAwaitable(Frame<Nothing> task, int generation)
    {
        _task = task;
        _generation = generation;
    }

    /// <summary>Whether the task has ended.</summary>
    public bool IsCompleted => _task.IsComplete;

    /// <summary>Itself.</summary>
    public TryAwaitable GetAwaiter() => this;

    /// <summary>How the task ended.</summary>
    public Outcome GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
        bool ended = Joins.HasEndedForGood(_task, _generation);
        if (!ended || _task.HasFailed) return Outcome.Take(_task, ended);
        _task.TakeResult();
        return default;
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("JoinHandle.Try", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("JoinHandle.Try", continuation);

    void IFrameAwaiter.Suspend(Frame frame) => Joins.Wait(frame, _task, _generation, Timeout.InfiniteTimeSpan);
}

/// <summary>What <see cref="JoinHandle{TResult}.Try"/> returns.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TryAwaitable<TResult> : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Frame<TResult> _task;
    private readonly int _generation;

    internal TryAwaitable(Frame<TResult> task, int generation)
    {
        _task = task;
        _generation = generation;
    }

    /// <inheritdoc cref="TryAwaitable.IsCompleted"/>
    public bool IsCompleted => _task.IsComplete;

    /// <inheritdoc cref="TryAwaitable.GetAwaiter"/>
    public TryAwaitable<TResult> GetAwaiter() => this;

    /// <inheritdoc cref="TryAwaitable.GetResult"/>
    public Outcome<TResult> GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
        bool ended = Joins.HasEndedForGood(_task, _generation);
        return !ended || _task.HasFailed
            ? new Outcome<TResult>(default, Outcome.Take(_task, ended))
            : new Outcome<TResult>(_task.TakeResult(), default);
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("JoinHandle.Try", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("JoinHandle.Try", continuation);

    void IFrameAwaiter.Suspend(Frame frame) => Joins.Wait(frame, _task, _generation, Timeout.InfiniteTimeSpan);
}
