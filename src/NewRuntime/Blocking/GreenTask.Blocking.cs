namespace Rustrt.Federation;

public readonly partial struct GreenTask
{
    /// <summary>
    /// A call that may block its thread: it is made on a thread of its own kind, and the scheduler goes on meanwhile. There are
    /// <see cref="FederationOptions.BlockingThreads"/> of them at most; none is of the .NET thread pool.
    /// </summary>
    /// <param name="body">
    /// What to call. It cannot be interrupted: a task that is cancelled waits for its end, unless it has not begun.
    /// </param>
    /// <exception cref="BlockingPoolFullException">There are too many such calls.</exception>
    /// <exception cref="TaskCancelledException">The task has been cancelled before the call began.</exception>
    public static GreenTask<TResult> RunBlocking<TResult>(Func<TResult> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return CallBlocking(body);
    }

    /// <inheritdoc cref="RunBlocking{TResult}(Func{TResult})"/>
    public static GreenTask RunBlocking(Action body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return CallBlocking(body);
    }

    private static async GreenTask CallBlocking(Action body) => await CallBlocking(() =>
    {
        body();
        return default(Nothing);
    });

    private static async GreenTask<TResult> CallBlocking<TResult>(Func<TResult> body)
    {
        var pool = Scheduler.Current!.Group.Federation.Blocking;
        var call = new BlockingCall<TResult>(body);
        pool.Add(call);
        if (await new BlockingCallAwaitable(call, whateverHappens: false) == WaitStatus.Cancelled)
        {
            if (pool.TryRemove(call)) throw new TaskCancelledException();
            await new BlockingCallAwaitable(call, whateverHappens: true);
        }
        return call.Result;
    }
}
