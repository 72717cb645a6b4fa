// How long a task that can run waits for its turn. To know it of every task, each would need room for a time, and each wake a look at
// the clock. So one task that does nothing is sent through the queue again and again while somebody wants to know. It goes where a
// task goes that yields, may be stolen as one, and keeps its group alive as one; so it must not be sent where the number of a task
// says where it runs.
namespace Rustrt.Federation;

/// <summary>A task that tells how long it waited to run.</summary>
internal sealed class WaitProbe(Scheduler scheduler) : TaskCell
{
    private long _since;
    private volatile bool _isOut;

    protected internal override bool StaysWhereItRan => false;

    /// <summary>Whether it is in a queue, or has its turn. Any thread.</summary>
    internal bool IsOut => _isOut;

    /// <summary>Joins the queue, unless it is in one. On the scheduler's thread.</summary>
    internal void Send(TimeProvider clock)
    {
        var group = scheduler.Group;
        if (_isOut || group.Policy.BindsAtCreation || !group.Tasks.TryCreate(out _)) return;
        _isOut = true;
        _since = clock.GetTimestamp();
        PlacedAt(group.Work is null ? scheduler : group);
        MarkScheduled();
        scheduler.Queue.Yielded(this);
    }

    protected internal override Turn RunTurn(Scheduler scheduler)
    {
        scheduler.Running = null;
        scheduler.Times.Waits.Add(scheduler.Group.Federation.Options.Clock.GetElapsedTime(_since));
        return Turn.Finished;
    }

    protected internal override bool CommitPark() => throw new InvalidOperationException("A probe does not park.");

    protected internal override void Finished(Scheduler scheduler)
    {
        _isOut = false;
        Group.TaskReleased();
    }
}
