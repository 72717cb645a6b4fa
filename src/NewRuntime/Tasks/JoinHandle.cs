using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>
/// The right to wait for a task, once. Who never will says so (<see cref="Detach"/>), so that the task's memory is used again.
/// </summary>
[DebuggerDisplay("{Display,nq}")]
public readonly struct JoinHandle
{
    private readonly Frame<Nothing> _task;
    private readonly int _generation;

    internal JoinHandle(Frame<Nothing> task)
    {
        _task = task;
        _generation = task.Generation;
    }

    /// <summary>Whether the task has ended; that stays so, whoever has joined it since.</summary>
    [Service("joins, from ordinary code", ServiceNeeds.Nothing)]
    public bool IsCompleted => Joins.IsOver(_task, _generation);

    /// <summary>The task's number: no other task of the process has it. It is given when it is first asked for.</summary>
    public long Id => TaskIds.Of(Task, _generation);

    /// <summary>Waits for the task's end; throws what ended it.</summary>
    [Service("joins", ServiceNeeds.Task)]
    public JoinAwaiter GetAwaiter() => new(Task, _generation);

    /// <summary>
    /// Waits for the task's end, but not longer than a time; the result, or what ended the task, stays to be taken by awaiting
    /// the handle. <see cref="WaitStatus.Completed"/>, <see cref="WaitStatus.TimedOut"/>, or
    /// <see cref="WaitStatus.Cancelled"/> if the waiting task is cancelled.
    /// </summary>
    /// <param name="limit">Zero only looks; <see cref="Timeout.InfiniteTimeSpan"/> waits without limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    [Service("joins", ServiceNeeds.Task)]
    public JoinWaitAwaitable Wait(TimeSpan limit) => new(Task, _generation, TimeLimit.Check(limit, nameof(limit)));

    /// <summary>Waits for the task's end and says how it ended; throws nothing.</summary>
    [Service("joins", ServiceNeeds.Task)]
    public TryAwaitable Try() => new(Task, _generation);

    /// <summary>
    /// The task's end as an ordinary <see cref="System.Threading.Tasks.Task"/>, for code that is no green task; uses the handle up. Any
    /// thread. The continuation runs where that code's awaits go on, and never inside the green task.
    /// </summary>
    [Service("joins, from ordinary code", ServiceNeeds.Nothing)]
    public Task AsTask() => JoinTasks.Of(Task);

    /// <summary>
    /// Asks the task to end: what it waits for, and whatever it will, ends as <see cref="WaitStatus.Cancelled"/>, and its
    /// <see cref="GreenTask.CancellationToken"/> is cancelled. Does nothing if the task has ended, or has been cancelled already.
    /// </summary>
    [Service("cancellation", ServiceNeeds.Nothing)]
    public void Cancel() => Joins.Cancel(_task, _generation);

    /// <summary>Gives the right up. Does nothing if it has been used or given up already.</summary>
    [Service("joins, from ordinary code", ServiceNeeds.Nothing)]
    public void Detach() => Joins.Detach(_task, _generation);

    private Frame<Nothing> Task => Joins.Check(_task, _generation);

    private string Display => Joins.Describe(_task, _generation);
}

/// <inheritdoc cref="JoinHandle"/>
/// <typeparam name="TResult">Type of the result.</typeparam>
[DebuggerDisplay("{Display,nq}")]
public readonly struct JoinHandle<TResult>
{
    private readonly Frame<TResult> _task;
    private readonly int _generation;

    internal JoinHandle(Frame<TResult> task)
    {
        _task = task;
        _generation = task.Generation;
    }

    /// <inheritdoc cref="JoinHandle.IsCompleted"/>
    [Service("joins, from ordinary code", ServiceNeeds.Nothing)]
    public bool IsCompleted => Joins.IsOver(_task, _generation);

    /// <inheritdoc cref="JoinHandle.Id"/>
    public long Id => TaskIds.Of(Task, _generation);

    /// <summary>Waits for the task's end and takes its result; throws what ended it, if an exception did.</summary>
    [Service("joins", ServiceNeeds.Task)]
    public JoinAwaiter<TResult> GetAwaiter() => new(Task, _generation);

    /// <inheritdoc cref="JoinHandle.Wait"/>
    [Service("joins", ServiceNeeds.Task)]
    public JoinWaitAwaitable Wait(TimeSpan limit) => new(Task, _generation, TimeLimit.Check(limit, nameof(limit)));

    /// <inheritdoc cref="JoinHandle.Try"/>
    [Service("joins", ServiceNeeds.Task)]
    public TryAwaitable<TResult> Try() => new(Task, _generation);

    /// <inheritdoc cref="JoinHandle.AsTask"/>
    [Service("joins, from ordinary code", ServiceNeeds.Nothing)]
    public Task<TResult> AsTask() => JoinTasks.Of(Task);

    /// <inheritdoc cref="JoinHandle.Cancel"/>
    [Service("cancellation", ServiceNeeds.Nothing)]
    public void Cancel() => Joins.Cancel(_task, _generation);

    /// <inheritdoc cref="JoinHandle.Detach"/>
    [Service("joins, from ordinary code", ServiceNeeds.Nothing)]
    public void Detach() => Joins.Detach(_task, _generation);

    private Frame<TResult> Task => Joins.Check(_task, _generation);

    private string Display => Joins.Describe(_task, _generation);
}
