// The end of a federation that somebody asks for, in phases (FederationPhase):
//
//   open        everything as usual
//   closing     threads outside can spawn no more; tasks can, for they may need to in order to finish
//   cancelling  what has not ended by itself in time is cancelled, and what is spawned is cancelled from birth
//   ended       Run returns; or the time for that is over, too, and the report says what did not stop
//
// In the end the live count is zero as it is without a shutdown: exit tasks run, then the groups leave (Federation.cs).
namespace Rustrt.Federation;

public sealed partial class Federation
{
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromMilliseconds(uint.MaxValue - 1); // that Task.Delay takes: 49 days

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExitTasks _exitTasks;
    private volatile bool _closing;

    /// <summary>Whether a shutdown has begun: only tasks can spawn.</summary>
    public bool IsClosing => _closing;

    /// <summary>
    /// Has a call run as a task when all tasks but weak ones have ended; the call that is registered last runs first. One that fails is
    /// reported as a failure that nobody joins (<see cref="FederationOptions.UnobservedFailure"/>), the others run, and the exit
    /// status is 101. After a failure of the main task they run cancelled: waits end at once outside
    /// <see cref="GreenTask.Unkillable"/> sections.
    /// </summary>
    /// <exception cref="InvalidOperationException">The exit tasks have begun.</exception>
    [Service("at exit", ServiceNeeds.Federation)]
    public void RunAtExit(Func<GreenTask> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        _exitTasks.Register(call);
    }

    /// <summary>Asks everything to end. Not for the federation's own tasks and blocking calls: they would wait for themselves.</summary>
    /// <param name="drain">How long tasks may go on by themselves; <see cref="Timeout.InfiniteTimeSpan"/>: for ever.</param>
    /// <param name="deadline">How long those that are cancelled then may take to end.</param>
    /// <exception cref="OutsideException">Called on a thread of this federation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative.</exception>
    [Service("shutdown", ServiceNeeds.Federation)]
    public Task<ShutdownReport> ShutdownAsync(TimeSpan drain, TimeSpan deadline)
    {
        if ((Scheduler.Current?.Group.Federation ?? OfBlockingThread) == this) throw OutsideException.WaitsForEnd("Federation.ShutdownAsync");
        TimeLimit.Check(drain, nameof(drain));
        TimeLimit.Check(deadline, nameof(deadline));
        _closing = true;
        Begins(FederationPhase.Closing);
        return ShutDown(drain, deadline);
    }

    private async Task<ShutdownReport> ShutDown(TimeSpan drain, TimeSpan deadline)
    {
        if (await EndsWithin(drain).ConfigureAwait(false)) return new ShutdownReport(true, [], []);
        var (_, cancelled) = Tasks.CancelAll(but: null, current: null);
        bool ended = await EndsWithin(deadline).ConfigureAwait(false);
        return new ShutdownReport(ended, cancelled, ended ? [] : Dump());
    }

    private async Task<bool> EndsWithin(TimeSpan time)
    {
        using var enough = new CancellationTokenSource();
        if (time > s_longestDelay) time = Timeout.InfiniteTimeSpan;
        await Task.WhenAny(_ended.Task, Task.Delay(time, Options.Clock, enough.Token)).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
        return _ended.Task.IsCompleted;
    }
}
