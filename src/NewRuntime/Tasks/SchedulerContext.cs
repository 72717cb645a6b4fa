// What makes ordinary async methods (Task, ValueTask, void) that are called from a green task come home: their awaits find this
// context on the thread, and send what comes after the await here. It runs as a turn of its own among those of the tasks, on
// the same scheduler always. Where such a method says ConfigureAwait(false) it has asked for another thread, and gets one.
//
// What is sent counts as a task until it has run, so that its group does not end before. A method that nobody awaits can
// outlive the group all the same: what is sent then runs on the thread pool, as it would have without a scheduler, so
// that its finally blocks run.
//
// .NET also has the context do the waits of its thread: those for a Task, a lock, an event. That is how reports of stalls
// know what a turn is blocked in (BlockedTurn.cs). Thread.Sleep and what waits in the operating system do not come by.
namespace Rustrt.Federation;

/// <summary>The synchronization context of a scheduler's thread.</summary>
internal sealed class SchedulerContext : SynchronizationContext
{
    private readonly Scheduler _scheduler;

    internal SchedulerContext(Scheduler scheduler)
    {
        _scheduler = scheduler;
        if (scheduler.Group.Federation.Stalls is not null) SetWaitNotificationRequired();
    }

    /// <summary>Waits on the scheduler's thread. Called by .NET.</summary>
    public override int Wait(nint[] waitHandles, bool waitAll, int millisecondsTimeout) => _scheduler.IsInBatch
        ? BlockedTurn.Wait(_scheduler, time => WaitHelper(waitHandles, waitAll, time), millisecondsTimeout)
        : WaitHelper(waitHandles, waitAll, millisecondsTimeout); // its own sleep, in an event loop that is made of such waits

    /// <summary>Calls something as a turn of the scheduler. Any thread.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        var call = new Call(d, state);
        if (!_scheduler.Group.PlaceOn(call, _scheduler)) ThreadPool.UnsafeQueueUserWorkItem(static call => call.Run(), call, preferLocal: false);
        else _scheduler.Group.Schedule(call);
    }

    /// <summary>Calls something at once, which can only be done on the scheduler's own thread.</summary>
    /// <exception cref="NotSupportedException">Called on another thread, which would have to block.</exception>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Scheduler.Current != _scheduler)
            throw new NotSupportedException($"Send to {_scheduler} would block this thread until it has a turn: use Post.");
        d(state);
    }

    /// <summary>Itself: there is one for each scheduler.</summary>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>A call as the scheduler sees it: a task of one turn.</summary>
    private sealed class Call(SendOrPostCallback body, object? state) : TaskCell
    {
        internal void Run() => body(state);

        protected internal override Turn RunTurn(Scheduler scheduler)
        {
            scheduler.Running = null; // what runs here is no green task, and not the one before
            Run();
            return Turn.Finished;
        }

        protected internal override bool CommitPark() => throw new InvalidOperationException("A call does not park.");

        protected internal override void Finished(Scheduler scheduler) => Group.TaskReleased();
    }
}
