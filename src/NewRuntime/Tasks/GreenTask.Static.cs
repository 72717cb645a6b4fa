using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

public readonly partial struct GreenTask
{
    /// <summary>Lets the other runnable tasks go first.</summary>
    public static YieldAwaitable Yield() => default;

    /// <summary>
    /// Whether the calling task has had its share of the thread, and others should have theirs (<see cref="Yield"/>). For loops
    /// that compute; asking costs a few nanoseconds. False where no scheduler runs.
    /// </summary>
    public static bool NeedsYield => Scheduler.Current is { } scheduler && scheduler.IsBudgetSpent();

    /// <summary>
    /// Waits until a time is over, or the task is cancelled: <see cref="WaitStatus.Completed"/> or
    /// <see cref="WaitStatus.Cancelled"/>. Never early; late by up to a millisecond, and by what the scheduler has to do then.
    /// </summary>
    /// <param name="time">Zero does not wait. <see cref="Timeout.InfiniteTimeSpan"/>, and what is longer than 8,900 years, waits
    /// for a cancellation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static SleepAwaitable Sleep(TimeSpan time) => new(TimeLimit.Check(time, nameof(time)));

    /// <summary>Starts a call as a task of its own, in the group of the calling task.</summary>
    /// <param name="call">The call.</param>
    /// <param name="ends">
    /// Ends of pipes that the calling task hands over to the new one. They are closed when that ends, even if it never used them.
    /// </param>
    /// <exception cref="OutsideException">The calling thread runs no scheduler.</exception>
    /// <exception cref="InvalidOperationException">The call has been awaited or spawned already, or the group has ended.</exception>
    public static JoinHandle Spawn(GreenTask call, params ReadOnlySpan<PipeEnd> ends)
    {
        var scheduler = Spawning.Here("GreenTask.Spawn");
        var frame = call.TakeCold();
        var handle = new JoinHandle(frame);
        Spawning.Start(frame, scheduler.Group, scheduler, ends);
        return handle;
    }

    /// <inheritdoc cref="Spawn(GreenTask, ReadOnlySpan{PipeEnd})"/>
    public static JoinHandle<TResult> Spawn<TResult>(GreenTask<TResult> call, params ReadOnlySpan<PipeEnd> ends)
    {
        var scheduler = Spawning.Here("GreenTask.Spawn");
        var frame = call.TakeCold();
        var handle = new JoinHandle<TResult>(frame);
        Spawning.Start(frame, scheduler.Group, scheduler, ends);
        return handle;
    }
}
