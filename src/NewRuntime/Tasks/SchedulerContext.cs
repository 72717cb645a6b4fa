// What makes ordinary async methods (Task, ValueTask, void) that are called from a green task come home: their awaits find this
// context on the thread, and send what comes after the await here. It runs as a turn of its own among those of the tasks, on
// the same scheduler always. Where such a method says ConfigureAwait(false) it has asked for another thread, and gets one.
//
// What is sent counts as a task until it has run, so that its group does not end before. A method that nobody awaits can
// outlive the group all the same: what is sent then runs on the thread pool, as it would have without a scheduler, so
// that its finally blocks run.
namespace Rustrt.Federation;

/// <summary>The synchronization context of a scheduler's thread.</summary>
internal sealed class SchedulerContext(Scheduler scheduler) : SynchronizationContext
{
    /// <summary>Calls something as a turn of the scheduler. Any thread.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        var call = new Call(d, state);
        if (!scheduler.Group.PlaceOn(call, scheduler)) ThreadPool.UnsafeQueueUserWorkItem(static call => call.Run(), call, preferLocal: false);
        else scheduler.Group.Schedule(call);
    }

    /// <summary>Calls something at once, which can only be done on the scheduler's own thread.</summary>
    /// <exception cref="NotSupportedException">Called on another thread, which would have to block.</exception>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Scheduler.Current != scheduler)
            throw new NotSupportedException($"Send to {scheduler} would block this thread until it has a turn: use Post.");
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
