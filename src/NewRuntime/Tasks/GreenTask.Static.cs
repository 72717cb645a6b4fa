
namespace Rustrt.Federation;

public readonly partial struct GreenTask
{
    /// <summary>Lets the other runnable tasks go first.</summary>
    [Service("scheduling", ServiceNeeds.Task)]
    public static YieldAwaitable Yield() => default;

    /// <summary>
    /// Whether the calling task has had its share of the thread, and others should have theirs (<see cref="Yield"/>). For loops
    /// that compute; asking costs a few nanoseconds. False where no scheduler runs.
    /// </summary>
    [Service("scheduling", ServiceNeeds.Nothing)]
    public static bool NeedsYield => Scheduler.Current is { } scheduler && scheduler.IsBudgetSpent();

    /// <summary>
    /// Waits until a time is over, or the task is cancelled: <see cref="WaitStatus.Completed"/> or
    /// <see cref="WaitStatus.Cancelled"/>. Never early; late by up to a millisecond, and by what the scheduler has to do then.
    /// </summary>
    /// <param name="time">Zero does not wait. <see cref="Timeout.InfiniteTimeSpan"/>, and what is longer than 8,900 years, waits
    /// for a cancellation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    [Service("sleep", ServiceNeeds.Task)]
    public static SleepAwaitable Sleep(TimeSpan time) => new(TimeLimit.Check(time, nameof(time)));

    /// <summary>Starts a call as a task of its own, in the group of the calling task.</summary>
    /// <param name="call">The call.</param>
    /// <param name="ends">
    /// Ends of pipes, and memory of the exchange heap, that the calling task hands over to the new one, which owns them from now on. They
    /// are closed and freed when that ends, even if it never used them.
    /// </param>
    /// <exception cref="OutsideException">The calling thread runs no scheduler.</exception>
    /// <exception cref="InvalidOperationException">The call has been awaited or spawned already, or the group has ended.</exception>
    [Service("spawn", ServiceNeeds.Scheduler)]
    public static JoinHandle Spawn(GreenTask call, params ReadOnlySpan<Possession> ends)
    {
        var scheduler = Spawning.Here("GreenTask.Spawn");
        var frame = call.TakeCold();
        var handle = new JoinHandle(frame);
        Spawning.Start(frame, scheduler.Group, scheduler, ends);
        return handle;
    }

    /// <inheritdoc cref="Spawn(GreenTask, ReadOnlySpan{Possession})"/>
    [Service("spawn", ServiceNeeds.Scheduler)]
    public static JoinHandle<TResult> Spawn<TResult>(GreenTask<TResult> call, params ReadOnlySpan<Possession> ends)
    {
        var scheduler = Spawning.Here("GreenTask.Spawn");
        var frame = call.TakeCold();
        var handle = new JoinHandle<TResult>(frame);
        Spawning.Start(frame, scheduler.Group, scheduler, ends);
        return handle;
    }

    /// <summary>Starts a call as a task of its own: in another group, pinned, with a name or a failure policy.</summary>
    /// <param name="call">The call.</param>
    /// <param name="options">What differs from the default.</param>
    /// <param name="ends">As for <see cref="Spawn(GreenTask, ReadOnlySpan{Possession})"/>.</param>
    /// <exception cref="OutsideException">The calling thread runs no scheduler.</exception>
    /// <exception cref="InvalidOperationException">The call has been awaited or spawned already, or the group has ended.</exception>
    /// <exception cref="ArgumentException">The scheduler is not one of the group.</exception>
    [Service("spawn", ServiceNeeds.Scheduler)]
    public static JoinHandle Spawn(GreenTask call, SpawnOptions options, params ReadOnlySpan<Possession> ends)
    {
        ArgumentNullException.ThrowIfNull(options);
        var scheduler = Spawning.Here("GreenTask.Spawn");
        var frame = FlowFrame<Nothing>.OrItself(call.TakeCold(), options);
        var handle = new JoinHandle(frame);
        Spawning.Start(frame, options, scheduler.Group, scheduler, ends);
        return handle;
    }

    /// <inheritdoc cref="Spawn(GreenTask, SpawnOptions, ReadOnlySpan{Possession})"/>
    [Service("spawn", ServiceNeeds.Scheduler)]
    public static JoinHandle<TResult> Spawn<TResult>(GreenTask<TResult> call, SpawnOptions options, params ReadOnlySpan<Possession> ends)
    {
        ArgumentNullException.ThrowIfNull(options);
        var scheduler = Spawning.Here("GreenTask.Spawn");
        var frame = FlowFrame<TResult>.OrItself(call.TakeCold(), options);
        var handle = new JoinHandle<TResult>(frame);
        Spawning.Start(frame, options, scheduler.Group, scheduler, ends);
        return handle;
    }

    /// <summary>The running task, for reports and logs; null where no task runs.</summary>
    [Service("own task", ServiceNeeds.Nothing)]
    public static TaskIdentity? Current => Scheduler.Current?.CurrentTask is { } task ? new TaskIdentity(task) : null;

    /// <summary>
    /// Whether somebody has asked the running task to end. Waits end by themselves then; a loop that only computes or yields
    /// has to look. False inside <see cref="Unkillable"/>, and where no task runs.
    /// </summary>
    [Service("cancellation", ServiceNeeds.Nothing)]
    public static bool IsCancelled => Place.Here?.Running is { IsCancelled: true };

    /// <summary>
    /// A token that is cancelled when the running task is, for what is not of this runtime: a <see cref="System.Threading.Tasks.Task"/> that
    /// is awaited ends by its own token, and by nothing else that happens to the task. Inside <see cref="Unkillable"/> it is cancelled at the
    /// end of the section, unless it has been before; once the task has ended, never.
    /// <see cref="System.Threading.CancellationToken.None"/> where no task runs: an ordinary async method takes it as a parameter, for behind
    /// its first await it is no task.
    /// </summary>
    /// <remarks>Made when it is first asked for. What is registered with it is called on the .NET thread pool, whoever cancels the task; what
    /// is thrown there goes to <see cref="FederationOptions.UnobservedFailure"/>.</remarks>
    [Service("cancellation", ServiceNeeds.Nothing)]
    public static CancellationToken CancellationToken => Scheduler.Current?.CurrentTask?.CancellationToken ?? CancellationToken.None;

    /// <summary>Ends the running task if it has been asked to.</summary>
    /// <exception cref="TaskCancelledException">It has.</exception>
    [Service("cancellation", ServiceNeeds.Nothing)]
    public static void ThrowIfCancelled()
    {
        if (IsCancelled) throw new TaskCancelledException();
    }

    /// <summary>
    /// Defers the cancellation of the running task to the end of a section: <c>using (GreenTask.Unkillable()) { ... }</c>. Waits
    /// inside end by what they wait for alone. Sections may lie in each other.
    /// </summary>
    /// <exception cref="OutsideException">No task runs here.</exception>
    [Service("unkillable sections", ServiceNeeds.Task)]
    public static UnkillableSection Unkillable() => new(Spawning.CurrentTask("GreenTask.Unkillable"));

    /// <summary>
    /// A section in which the running task must not give way, so that no other task of its scheduler sees what is half done;
    /// also unkillable: <c>using (GreenTask.Atomic()) { ... }</c>. A section that awaited something that had to wait is told so at
    /// its end, by an <see cref="InvalidOperationException"/>.
    /// </summary>
    /// <exception cref="OutsideException">No task runs here.</exception>
    [Service("atomic sections", ServiceNeeds.Task)]
    public static AtomicSection Atomic() => new(Spawning.CurrentTask("GreenTask.Atomic"));
}
