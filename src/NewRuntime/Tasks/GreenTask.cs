using System.Diagnostics;
using System.Runtime.CompilerServices;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>
/// A call of an async method that runs on a scheduler. It is cold: it runs when it is awaited, as part of the task that awaits
/// it, or when it is spawned (<see cref="Spawn(GreenTask, ReadOnlySpan{Possession})"/>), as a task of its own. Either can be done once.
/// </summary>
[AsyncMethodBuilder(typeof(GreenTaskMethodBuilder))]
[DebuggerDisplay("{Display,nq}")]
public readonly partial struct GreenTask
{
    private readonly Frame<Nothing> _frame;
    private readonly int _generation;

    internal GreenTask(Frame<Nothing> frame)
    {
        _frame = frame;
        _generation = frame.Generation;
    }

    /// <summary>Lets the task that awaits it run the method.</summary>
    /// <exception cref="InvalidOperationException">It has been awaited or spawned already.</exception>
    [Service("calls", ServiceNeeds.Task)]
    public GreenTaskAwaiter GetAwaiter() => new(TakeCold());

    /// <summary>
    /// The call as a task of its own, for a time. When that is over, or the calling task is cancelled, the task is cancelled and joined, so
    /// every <c>finally</c> has run when this ends; a task that does not end when it is cancelled is waited for. What it returns then is
    /// dropped; what it fails with, other than by its cancellation, is thrown.
    /// </summary>
    /// <param name="limit">Zero: it is cancelled from birth. <see cref="Timeout.InfiniteTimeSpan"/>: no limit.</param>
    /// <param name="ends">What the calling task hands over to it, as for <see cref="Spawn(GreenTask, ReadOnlySpan{Possession})"/>.</param>
    /// <returns>A call to be awaited: <see cref="WaitStatus.Completed"/>, <see cref="WaitStatus.TimedOut"/>, or
    /// <see cref="WaitStatus.Cancelled"/> if the calling task is cancelled.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    /// <exception cref="InvalidOperationException">The call has been awaited or spawned already.</exception>
    [Service("time limits", ServiceNeeds.Task)]
    public GreenTask<WaitStatus> Within(TimeSpan limit, params ReadOnlySpan<Possession> ends) =>
        LimitedCalls.StatusOf(LimitedCalls.Run(new GreenTask<Nothing>(TakeCold()), TimeLimit.Check(limit, nameof(limit)), ends.ToArray()));

    /// <summary>The frame, for whoever awaits or spawns it.</summary>
    internal Frame<Nothing> TakeCold() => ColdCalls.Check(_frame, _generation);

    private string Display => ColdCalls.Describe(_frame, _generation);
}

/// <summary>As <see cref="GreenTask"/>, with a result.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
[AsyncMethodBuilder(typeof(GreenTaskMethodBuilder<>))]
[DebuggerDisplay("{Display,nq}")]
public readonly struct GreenTask<TResult>
{
    private readonly Frame<TResult> _frame;
    private readonly int _generation;

    internal GreenTask(Frame<TResult> frame)
    {
        _frame = frame;
        _generation = frame.Generation;
    }

    /// <inheritdoc cref="GreenTask.GetAwaiter"/>
    [Service("calls", ServiceNeeds.Task)]
    public GreenTaskAwaiter<TResult> GetAwaiter() => new(TakeCold());

    /// <inheritdoc cref="GreenTask.Within"/>
    /// <returns>A call to be awaited: the result, or why there is none.</returns>
    [Service("time limits", ServiceNeeds.Task)]
    public GreenTask<Received<TResult>> Within(TimeSpan limit, params ReadOnlySpan<Possession> ends) =>
        LimitedCalls.Run(this, TimeLimit.Check(limit, nameof(limit)), ends.ToArray());

    /// <inheritdoc cref="GreenTask.TakeCold"/>
    internal Frame<TResult> TakeCold() => ColdCalls.Check(_frame, _generation);

    private string Display => ColdCalls.Describe(_frame, _generation);
}
