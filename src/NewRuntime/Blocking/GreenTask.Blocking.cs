using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

public readonly partial struct GreenTask
{
    /// <summary>
    /// A call that may block its thread, to be awaited. In a task it is made on a thread of its own kind, and the scheduler goes on
    /// meanwhile: there are <see cref="FederationOptions.BlockingThreads"/> of them at most; none is of the .NET thread pool. The
    /// same for an ordinary async method that a task has called. Where no scheduler runs, the call is made on the calling thread:
    /// so libraries need not know who calls them.
    /// </summary>
    /// <param name="body">
    /// What to call. It cannot be interrupted: a task that is cancelled waits for its end, unless it has not begun. Ordinary async
    /// methods wait in any case. Give it <see cref="CancellationToken"/>, if it has a use for one.
    /// </param>
    /// <returns>An awaitable that throws what the call throws; <see cref="BlockingPoolFullException"/> if there are too many such calls;
    /// <see cref="TaskCancelledException"/> if the task has been cancelled before the call began.</returns>
    [Service("calls that block", ServiceNeeds.Nothing)]
    public static RunBlockingAwaitable<TResult> RunBlocking<TResult>(Func<TResult> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new RunBlockingAwaitable<TResult>(body);
    }

    /// <inheritdoc cref="RunBlocking{TResult}(Func{TResult})"/>
    [Service("calls that block", ServiceNeeds.Nothing)]
    public static RunBlockingAwaitable RunBlocking(Action body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return new RunBlockingAwaitable(body);
    }

    /// <summary>Whether a method is the wait for such a call.</summary>
    internal static bool IsCallBlocking(Type method) =>
        method.DeclaringType == typeof(GreenTask) && MethodName.Of(method) == nameof(CallBlocking);

    /// <summary>Has a call made by the pool, and waits for its end.</summary>
    internal static async GreenTask<TResult> CallBlocking<TResult>(Func<TResult> body)
    {
        var pool = Scheduler.Current!.Group.Federation.Blocking;
        var call = new BlockingCall<TResult>(body);
        pool.Add(call);
        if (await new RemoteCallAwaitable(call, whateverHappens: false) == WaitStatus.Cancelled)
        {
            if (pool.TryRemove(call)) throw new TaskCancelledException();
            await new RemoteCallAwaitable(call, whateverHappens: true);
        }
        return call.Result;
    }

    /// <summary>The same with a time limit, and without waiting for a call that has been given up.</summary>
    internal static async GreenTask<Received<TResult>> CallBlocking<TResult>(Func<TResult> body, TimeSpan limit)
    {
        var federation = Scheduler.Current!.Group.Federation;
        var call = new BlockingCall<TResult>(body);
        federation.Blocking.Add(call);
        var status = await new LimitedAwaitable<RemoteCallAwaitable, WaitStatus>(new RemoteCallAwaitable(call, whateverHappens: false), limit);
        if (status != WaitStatus.Completed && (federation.Blocking.TryRemove(call) || call.TryGiveUp(federation, Scheduler.Current!.CurrentTask!)))
            return new Received<TResult>(status);
        return new Received<TResult>(call.Result);
    }
}
