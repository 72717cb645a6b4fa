// A call that may block, awaited by whoever it is:
//
//   a green task                            the call goes to the pool, and the task waits (GreenTask.CallBlocking)
//   an ordinary async method on a           a task is spawned that does that, and the method goes on, on its scheduler, when it
//   scheduler's thread                      has ended
//   a thread that runs no scheduler         the call is made here and now: that thread may block
using System.ComponentModel;

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

    /// <inheritdoc/>
    public override string ToString() => _call.ToString();
}
