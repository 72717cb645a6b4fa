// A call that may block, awaited by whoever it is:
//
//   a green task                            the call goes to the pool, and the task waits (GreenTask.CallBlocking)
//   an ordinary async method on a           a task is spawned that does that, and the method goes on, on its scheduler, when it
//   scheduler's thread                      has ended
//   a thread that runs no scheduler         the call is made here and now: that thread may block
using System.ComponentModel;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>What <see cref="GreenTask.RunBlocking{TResult}(Func{TResult})"/> returns: the call is made when this is awaited.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RunBlockingAwaitable<TResult>
{
    private readonly Func<TResult> _body;

    internal RunBlockingAwaitable(Func<TResult> body) => _body = body;

    /// <summary>Makes the call, or has it made.</summary>
    public RunBlockingAwaiter<TResult> GetAwaiter() =>
        Scheduler.Current is null ? new RunBlockingAwaiter<TResult>(_body()) : new RunBlockingAwaiter<TResult>(_body);

    /// <summary>
    /// The same with a time limit, for tasks. When it is over, or the task is cancelled, a call that has not begun is taken back; one that has
    /// is given up: it goes on to its end on its thread, what it returns is dropped, what it throws goes to
    /// <see cref="FederationOptions.UnobservedFailure"/>, and the federation does not end before it.
    /// </summary>
    /// <param name="limit">Zero: it ends so at once. <see cref="Timeout.InfiniteTimeSpan"/>: no limit, but it can be given up all the same.</param>
    /// <returns>A call to be awaited: the result, or why there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    [Service("time limits", ServiceNeeds.Task)]
    public GreenTask<Received<TResult>> Within(TimeSpan limit) => GreenTask.CallBlocking(_body, TimeLimit.Check(limit, nameof(limit)));

    /// <inheritdoc/>
    public override string ToString() => "call that may block, not awaited yet";
}

/// <summary>What <see cref="GreenTask.RunBlocking(Action)"/> returns: the call is made when this is awaited.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RunBlockingAwaitable
{
    private readonly RunBlockingAwaitable<Nothing> _call;

    internal RunBlockingAwaitable(Action body) => _call = new RunBlockingAwaitable<Nothing>(() =>
    {
        body();
        return default;
    });

    /// <summary>Makes the call, or has it made.</summary>
    public RunBlockingAwaiter GetAwaiter() => new(_call.GetAwaiter());

    /// <inheritdoc cref="RunBlockingAwaitable{TResult}.Within"/>
    /// <returns>A call to be awaited: <see cref="WaitStatus.Completed"/>, or why it has been given up.</returns>
    [Service("time limits", ServiceNeeds.Task)]
    public GreenTask<WaitStatus> Within(TimeSpan limit) => LimitedCalls.StatusOf(_call.Within(limit));

    /// <inheritdoc/>
    public override string ToString() => _call.ToString();
}
