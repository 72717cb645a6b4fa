using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>A wait that ends as <see cref="WaitStatus.TimedOut"/> when its time is over.</summary>
/// <typeparam name="TAwaitable">The wait.</typeparam>
/// <typeparam name="TResult">What it results in.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LimitedAwaitable<TAwaitable, TResult> : ICriticalNotifyCompletion, IFrameAwaiter
    where TAwaitable : struct, ILimitable<TResult>
{
    private readonly TAwaitable _wait;
    private readonly TimeSpan _limit;

    internal LimitedAwaitable(TAwaitable wait, TimeSpan limit)
    {
        _wait = wait;
        _limit = TimeLimit.Check(limit, nameof(limit));
    }

    /// <inheritdoc cref="ILimitable{TResult}.IsCompleted"/>
    public bool IsCompleted => _wait.IsCompleted;

    /// <summary>Itself.</summary>
    public LimitedAwaitable<TAwaitable, TResult> GetAwaiter() => this;

    /// <inheritdoc cref="ILimitable{TResult}.GetResult"/>
    public TResult GetResult()
    {
        if (Scheduler.Current is { CurrentTask: { } task } scheduler) task.EndLimit(scheduler);
        return _wait.GetResult();
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("Within", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("Within", continuation);

    void IFrameAwaiter.Suspend(Frame frame)
    {
        if (_wait is IFrameAwaiter) ((IFrameAwaiter)_wait).Suspend(frame); // makes no box where the type is known
        var root = frame.Root;
        root.LimitWait(root.WaitNumber, _limit, Scheduler.Current!);
    }
}
