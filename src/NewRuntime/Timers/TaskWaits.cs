using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>Ordinary tasks with a time limit, in green tasks.</summary>
public static class TaskWaits
{
    /// <summary>
    /// Waits for an ordinary task, but not longer than a time. Unlike <c>await task</c> alone, the wait ends at once when the green task is
    /// cancelled. What <paramref name="task"/> does is not touched: it goes on, and nobody waits for it. To end it, too, give it a
    /// <see cref="CancellationToken"/>.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="limit">Zero only looks. <see cref="Timeout.InfiniteTimeSpan"/>: no limit, but the wait ends by a cancellation.</param>
    /// <returns>A call to be awaited: <see cref="WaitStatus.Completed"/>, <see cref="WaitStatus.TimedOut"/> or
    /// <see cref="WaitStatus.Cancelled"/>. Throws what the task throws.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    [Service("time limits", ServiceNeeds.Task)]
    public static GreenTask<WaitStatus> Within(this Task task, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(task);
        return Wait(task, TimeLimit.Check(limit, nameof(limit)));
    }

    /// <inheritdoc cref="Within(Task, TimeSpan)"/>
    /// <returns>A call to be awaited: the result, or why there is none. Throws what the task throws.</returns>
    [Service("time limits", ServiceNeeds.Task)]
    public static GreenTask<Received<TResult>> Within<TResult>(this Task<TResult> task, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(task);
        return WaitForResult(task, TimeLimit.Check(limit, nameof(limit)));
    }

    private static async GreenTask<Received<TResult>> WaitForResult<TResult>(Task<TResult> task, TimeSpan limit)
    {
        var status = await Wait(task, limit);
        return status == WaitStatus.Completed ? new Received<TResult>(await task) : new Received<TResult>(status);
    }

    // What is waited for is a promise that lets go of the task when it is given up: the task may live long, and be waited for often.
    private static async GreenTask<WaitStatus> Wait(Task task, TimeSpan limit)
    {
        using var givenUp = new CancellationTokenSource();
        var promise = task.WaitAsync(givenUp.Token);
        var status = await new LimitedAwaitable<ForeignTaskAwaitable, WaitStatus>(new ForeignTaskAwaitable(promise), limit);
        if (status != WaitStatus.Completed && IsGivenUp(promise, givenUp)) return status;
        await promise;
        return WaitStatus.Completed;
    }

    // False: the task has ended before, after all.
    private static bool IsGivenUp(Task promise, CancellationTokenSource givenUp)
    {
        givenUp.Cancel();
        return promise.IsCanceled;
    }
}
