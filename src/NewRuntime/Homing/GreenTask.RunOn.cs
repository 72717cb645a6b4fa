namespace Rustrt.Federation;

public readonly partial struct GreenTask
{
    /// <summary>
    /// Runs an operation on the thread of one scheduler, for what that thread alone may touch: a window, a handle of its loop. The task
    /// waits meanwhile, and goes on where it was. The operation runs between two turns, in no task, and is not
    /// to take long: everything else on that scheduler waits for it.
    /// </summary>
    /// <param name="home">The scheduler; of whatever group or federation. If it is the task's own, the operation is run at once.</param>
    /// <param name="operation">What to run. With a static one nothing is allocated for a task's second and later operations.</param>
    /// <param name="state">What it is given, and can leave its results in.</param>
    /// <returns>Awaited, <see cref="WaitStatus.Completed"/>; <see cref="WaitStatus.Cancelled"/> if the task has been cancelled before the
    /// operation began; <see cref="WaitStatus.Closed"/> if the scheduler has ended before. It throws what the operation throws.</returns>
    [Service("homed operations", ServiceNeeds.Task)]
    public static GreenTask<WaitStatus> RunOn<TState>(Scheduler home, Action<TState> operation, TState state)
    {
        ArgumentNullException.ThrowIfNull(home);
        ArgumentNullException.ThrowIfNull(operation);
        return RunHomed(home, operation, state);
    }

    /// <inheritdoc cref="RunOn{TState}"/>
    [Service("homed operations", ServiceNeeds.Task)]
    public static GreenTask<WaitStatus> RunOn(Scheduler home, Action operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return RunOn(home, static operation => operation(), operation);
    }

    private static async GreenTask<WaitStatus> RunHomed<TState>(Scheduler home, Action<TState> operation, TState state)
    {
        var current = Scheduler.Current!;
        var task = current.CurrentTask!;
        if (task.IsCancelled) return WaitStatus.Cancelled;
        if (home == current)
        {
            RunHere(current, task, operation, state);
            if (!Scheduler.TrySpend(current)) await Yield();
            return WaitStatus.Completed;
        }
        var sent = HomedOperation<TState>.Send(task, home, operation, state);
        if (await new RemoteCallAwaitable(sent, whateverHappens: false) == WaitStatus.Cancelled)
        {
            if (sent.TryTakeBack(task)) return WaitStatus.Cancelled;
            await new RemoteCallAwaitable(sent, whateverHappens: true);
        }
        return sent.TakeStatus();
    }

    // As it is anywhere else, in no task.
    private static void RunHere<TState>(Scheduler current, Frame task, Action<TState> operation, TState state)
    {
        current.Running = null;
        try
        {
            operation(state);
        }
        finally
        {
            current.Running = task;
        }
    }
}
