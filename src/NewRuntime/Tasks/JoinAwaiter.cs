using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>Awaits the end of a task.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JoinAwaiter : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Frame<Nothing> _task;
    private readonly int _generation;

    internal JoinAwaiter(Frame<Nothing> task, int generation)
    {
        _task = task;
        _generation = generation;
    }

    /// <summary>Whether the task has ended.</summary>
    public bool IsCompleted => _task.IsComplete;

    /// <summary>Throws what ended the task.</summary>
    /// <exception cref="TaskCancelledException">The waiting task has been cancelled.</exception>
    public void GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
        Joins.TakeResult(_task, _generation);
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("a JoinHandle", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("a JoinHandle", continuation);

    void IFrameAwaiter.Suspend(Frame frame) => Joins.Wait(frame, _task, _generation, Timeout.InfiniteTimeSpan);
}

/// <summary>Awaits the end of a task and takes its result.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JoinAwaiter<TResult> : ICriticalNotifyCompletion, IFrameAwaiter
{
    private readonly Frame<TResult> _task;
    private readonly int _generation;

    internal JoinAwaiter(Frame<TResult> task, int generation)
    {
        _task = task;
        _generation = generation;
    }

    /// <inheritdoc cref="JoinAwaiter.IsCompleted"/>
    public bool IsCompleted => _task.IsComplete;

    /// <inheritdoc cref="JoinAwaiter.GetResult"/>
    public TResult GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
        return Joins.TakeResult(_task, _generation);
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("a JoinHandle", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("a JoinHandle", continuation);

    void IFrameAwaiter.Suspend(Frame frame) => Joins.Wait(frame, _task, _generation, Timeout.InfiniteTimeSpan);
}
