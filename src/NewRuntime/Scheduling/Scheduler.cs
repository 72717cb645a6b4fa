// One OS thread, one run queue, one inbox, one event loop. Only the scheduler's thread touches its state; others reach it
// through the inbox and a wake. The parts:
//   Scheduler.cs          who it is, and how others reach it
//   Scheduler.Loop.cs     turns of tasks
//   Scheduler.Idle.cs     nothing to run: search, spin, park
//   Scheduler.Budget.cs   how long a task may go on without giving way
//   Scheduler.Timers.cs   its clock and its timers
//   Scheduler.Times.cs    how long turns take
//   Scheduler.Stalls.cs   how others see that a turn does not end, and what they do then
//   Scheduler.Descriptors.cs  descriptors that tasks wait for
//   Scheduler.Thread.cs   on which thread it runs, from start to end, and who drives it
namespace Rustrt.Federation;

/// <summary>A single-threaded scheduler.</summary>
public sealed partial class Scheduler : Place
{
    internal readonly RunQueue Queue;
    private readonly TurnLoop _turns;
    private readonly Inbox<HardwareAtomics> _inbox = new();
    private readonly Lock _late = new();
    private readonly Parker<HardwareAtomics> _parker = new();
    private IEventLoop? _loop; // made and disposed by the scheduler's thread
#pragma warning disable CS0169 // It only takes room.
    private readonly CacheLinePair _apart;
#pragma warning restore CS0169

    /// <summary>What it has done so far. A field, because its parts are changed in place.</summary>
    internal SchedulerCounters Counters;

    internal Scheduler(SchedulerGroup group, int index)
        : base(isOneThread: true, isAlone: group.MaximumSchedulers == 1)
    {
        Group = group;
        Index = index;
        Queue = group.Policy.CreateQueue(this);
        _turns = group.Federation.Options.Turns;
        _clock = group.Federation.Options.Clock;
        _start = _clock.GetTimestamp();
        _quantum = _clock.TimestampFrequency / QuantaPerSecond;
    }

    /// <summary>The scheduler that the calling thread belongs to, or null.</summary>
    [Service("own scheduler", ServiceNeeds.Nothing)]
    public static Scheduler? Current => (Scheduler?)Here;

    /// <summary>Its event loop, from <see cref="Begin"/> on.</summary>
    internal IEventLoop Loop => _loop!;

    /// <summary>Whether nothing has been sent that it has not taken in.</summary>
    internal bool IsInboxEmpty => _inbox.IsEmpty;

    /// <summary>The group it belongs to.</summary>
    public SchedulerGroup Group { get; }

    /// <summary>Its number in the group, from 0 in the order of creation.</summary>
    public int Index { get; }

    /// <summary>
    /// Whatever the owner of the runtime keeps per scheduler, set for instance by
    /// <see cref="FederationOptions.ThreadStarted"/>. The scheduler never looks at it.
    /// </summary>
    public object? HostState { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"scheduler {Group.Id}.{Index}";

    /// <summary>The managed task that has its turn, or had the last one; null while what runs is no managed task.</summary>
    internal Frame? CurrentTask => (Frame?)Running;

    /// <summary>The frames that became a task here for the first time.</summary>
    internal FrameList Frames { get; } = new();

    /// <summary>What it has taken of the group's task count. A field, because it is changed in place.</summary>
    internal TaskUnits Units;

    /// <summary>Sends the scheduler something. Any thread but its own.</summary>
    internal void Post(in Delivery delivery)
    {
        // A full fence: WakeIfParked relies on it.
        if (_inbox.TryPush(delivery)) WakeIfParked();
        else ArriveLate(delivery);
    }

    /// <inheritdoc/>
    internal override void PostWake(Waiter waiter, uint number, WaitStatus status, int which) =>
        Post(Delivery.Wake((Frame)waiter, number, status, which));

    /// <summary>As <see cref="Post"/>, for what can wait until the scheduler wakes for another reason.</summary>
    internal void PostQuietly(in Delivery delivery)
    {
        if (!_inbox.TryPush(delivery)) ArriveLate(delivery);
    }

    /// <summary>Whether the scheduler has left its thread for good.</summary>
    internal bool HasLeft => _inbox.IsClosed;

    // All its tasks have ended, but somebody may still hold on to one: a joiner of another group must not wait for a thread that
    // is gone. Whoever comes does by himself what the thread would have done, one at a time.
    private void ArriveLate(in Delivery delivery)
    {
        lock (_late) delivery.Arrive(this);
    }

    /// <summary>Ends the scheduler's park, if it is in one. The caller has published what it wants to be seen, and fenced.</summary>
    internal void WakeIfParked()
    {
        if (_parker.TryNotify(ParkState.Notified)) Woken();
    }

    /// <summary>As <see cref="WakeIfParked"/>, handing over the right to search for work. False: it was not parked.</summary>
    internal bool TryRecruit()
    {
        if (!_parker.TryNotify(ParkState.Recruited)) return false;
        Woken();
        return true;
    }

    /// <summary>Whether it was parked a moment ago.</summary>
    internal bool IsParked => _parker.IsParked;

    private void Woken()
    {
        Interlocked.Increment(ref Counters.Wakes);
        Group.Work?.NoLongerParked();
        _loop!.Wake();
    }
}
