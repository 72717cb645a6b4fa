// What a scheduler needs to know about a task, and nothing else: how to run one turn of it, and where it may run.
//
// Who may touch what
//   Next           the run queue, inbox or injection queue that holds the task. A task is in at most one of them, because its
//                  owner schedules it once per start and once per committed park.
//   Place,         written by SchedulerGroup.Place before the task can be reached by anybody else: the scheduler that the task
//   _hint          is bound to, or the group any of whose schedulers may run it. A native task's place becomes the scheduler
//                  that runs its first turn. Everybody who schedules it later learnt of its park through the owner's atomic
//                  park word, which orders this write.
//
// Task objects may be pooled: after Finished the scheduler keeps no reference, and Place starts the next life.
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Federation;

/// <summary>A task as schedulers see it. Managed tasks (<see cref="GreenTask"/>) and native ones derive from it and go through the
/// same queues.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class TaskCell : Waiter
{
    /// <summary>Link of the queue that holds the task.</summary>
    internal TaskCell? Next;

    /// <summary>No scheduler in particular.</summary>
    internal const int NoHint = -1;


#if DEBUG
    private int _scheduled;
#endif
    // 0, or 1 + the number of the scheduler whose creation the task caused and which therefore gets its first turn. Together with
    // the three behind it one word of 8 bytes.
    private ushort _hint;
    // What managed tasks keep; here, where it costs no room. LiveTasks reads Life on other threads.
    private protected volatile FrameLife Life;
    private protected FrameStep Step;
    internal int ListedIn; // the federation (LiveTasks)

    /// <summary>The group the task was placed in.</summary>
    /// <exception cref="InvalidOperationException">The task has never been placed.</exception>
    public SchedulerGroup Group => Place is Scheduler home ? home.Group : (SchedulerGroup?)Place ?? throw NotPlaced();

    /// <summary>The scheduler the task is bound to; null while any scheduler of the group may take it.</summary>
    public Scheduler? Home => Place as Scheduler;

    /// <summary>
    /// Whether the task is bound to the scheduler of its first turn. True for native tasks: compiled code keeps addresses
    /// of thread-local data across calls. A task that returns false stays open to thieves until it ends.
    /// </summary>
    protected internal virtual bool StaysWhereItRan => true;

    /// <summary>Runs one turn on the scheduler's thread and says how the task left it.</summary>
    protected internal abstract Turn RunTurn(Scheduler scheduler);

    /// <summary>
    /// Second half of a park, called once the task is in no queue any more and its turn has been left for good. True: the
    /// park holds, and whoever wakes the task calls <see cref="SchedulerGroup.Schedule(TaskCell)"/>. From the moment
    /// this returns true the scheduler does not touch the task. False: a wake came since the task decided to park; the
    /// scheduler makes it runnable again and the waker must not.
    /// </summary>
    protected internal abstract bool CommitPark();

    /// <summary>Called on the scheduler's thread after the last turn, when no queue holds the task. The owner may reuse it.</summary>
    protected internal abstract void Finished(Scheduler scheduler);

    /// <summary>Whether one scheduler is to give it its first turn that it is not bound to.</summary>
    internal bool HasHint => _hint != 0;

    /// <summary>Starts a life at a scheduler or in a group. Allocates nothing, so that pooled tasks can be placed again and again.</summary>
    internal void PlacedAt(Place place, int hint = NoHint)
    {
        if (Place != place) Place = place; // it mostly comes back to where it was, and a comparison is cheaper than a write barrier
        _hint = (ushort)(hint < ushort.MaxValue ? hint + 1 : 0);
        Next = null;
    }

    /// <summary>The scheduler that is to give it its first turn, once.</summary>
    internal bool TryTakeHint(out int scheduler)
    {
        scheduler = _hint - 1;
        _hint = 0;
        return scheduler != NoHint;
    }

    /// <summary>
    /// Debug builds check the rule that keeps the queues sound: a task is scheduled once per start and once per committed
    /// park. Scheduled twice it would be in two queues that share its one link.
    /// </summary>
    [Conditional("DEBUG")]
    [SuppressMessage("Performance", "CA1822", Justification = "In debug builds it uses the task.")]
    internal void MarkScheduled()
    {
#if DEBUG
        Debug.Assert(Interlocked.Exchange(ref _scheduled, 1) == 0, $"{this} was scheduled while it was runnable or running.");
#endif
    }

    /// <inheritdoc cref="MarkScheduled"/>
    [Conditional("DEBUG")]
    [SuppressMessage("Performance", "CA1822", Justification = "In debug builds it uses the task.")]
    internal void MarkUnscheduled()
    {
#if DEBUG
        Debug.Assert(Interlocked.Exchange(ref _scheduled, 0) == 1, $"{this} left its turn without having been scheduled.");
#endif
    }

    /// <summary>Before a turn that the task may hand over to another: once it has, it may be scheduled, so it does not count as
    /// scheduled. A method of this library, since whoever calls it may be built without the check.</summary>
    internal void BeginsTurnToHandOver() => MarkUnscheduled();

    /// <summary>After such a turn, for the task that has left it.</summary>
    internal void HasLeftHandedTurn() => MarkScheduled();

    private static InvalidOperationException NotPlaced() =>
        new("This task belongs to no group yet; call SchedulerGroup.Place(task) before scheduling it.");

    /// <summary>Binds the task to the scheduler that is about to run its first turn.</summary>
    internal void BindTo(Scheduler home) => Place = home;

    /// <inheritdoc/>
    internal override void Rouse(Place? current) => Group.Schedule(this, (Scheduler?)current);
}
