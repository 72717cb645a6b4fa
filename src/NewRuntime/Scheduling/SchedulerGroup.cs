// Schedulers that share work, and the placement of tasks among them.
//
// Schedulers are created one by one: the first with the group, number k when task k is created, up to the maximum. So the
// number of threads of a group can be observed, as it could in the old runtime. Where a task goes:
//
//   policy                    at creation                        when it becomes runnable
//   round-robin, legacy-order bound to scheduler k mod maximum   there
//   stealing, one scheduler   bound to it                        there
//   stealing, first tasks     hinted to scheduler k mod maximum  there, once; then as below
//                             for two rounds: the scheduler that
//                             a task caused, and the one that the
//                             first task occupies, have work of
//                             their own that no thief takes
//   stealing, the rest        unbound                            the scheduler that makes it runnable if that belongs to
//                                                                the group, else the group's injection queue
// "There" means: pushed without a lock on the scheduler's own thread, through its inbox from any other.
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>A set of schedulers with one placement policy; what the C API calls a scheduler.</summary>
public sealed class SchedulerGroup : Place
{
    private const uint HintedRounds = 2;

    private readonly Lock _creation = new();
    private readonly bool _bindsAtCreation;
    private Scheduler[] _schedulers = []; // replaced, never changed
    private int _running;                 // schedulers that have not left yet
    private bool _needsNoNumber; // where a task goes does not depend on how many there were before it: from some task on, for good

    /// <summary>Which frames need no second look when they become a task here; none once everything is cancelled (<see cref="LiveTasks"/>).</summary>
    internal AdmissionMark<HardwareAtomics> Admission;

    /// <summary>The task count of the group. A field, because it is a word that is changed in place.</summary>
    internal TaskCount<HardwareAtomics> Tasks;

    internal SchedulerGroup(Federation federation, int id, int maximumSchedulers, SchedulingPolicy policy, bool mayExit)
        : base(isOneThread: false, isAlone: false)
    {
        Federation = federation;
        Id = id;
        MaximumSchedulers = maximumSchedulers;
        Policy = policy;
        Admission = federation.Tasks.MarkForNewGroup;
        Tasks = new TaskCount<HardwareAtomics>(mayExit);
        _bindsAtCreation = policy.BindsAtCreation || maximumSchedulers == 1;
        if (!_bindsAtCreation) Work = new SharedWork(this);
        AddScheduler(); // a group never exists without one; whoever makes the group starts its thread
    }

    /// <summary>The federation it belongs to.</summary>
    public Federation Federation { get; }

    /// <summary>Its number: 1 for the platform group, 2 for the main group, 3 and up for the others; never reused.</summary>
    public int Id { get; }

    /// <summary>How many schedulers there may be.</summary>
    public int MaximumSchedulers { get; }

    /// <summary>The policy of all its schedulers.</summary>
    public SchedulingPolicy Policy { get; }

    /// <summary>How many schedulers have been created so far: one at first, then one with each task up to the maximum.</summary>
    public int CreatedSchedulers => Schedulers.Length;

    /// <summary>How many placed tasks have not been released yet. Roughly, while schedulers are at work.</summary>
    public int LiveTasks => Math.Max(Tasks.Read().Live - Schedulers.Sum(static scheduler => scheduler.Units.Spare), 0);

    /// <summary>As <see cref="LiveTasks"/>, without those that are sent through the queues to see how long they wait.</summary>
    internal int CountTasks() => LiveTasks - Schedulers.Count(static scheduler => scheduler.TimesOrNull is { Probe.IsOut: true });

    /// <summary>Whether its last task is gone and its schedulers are leaving or have left.</summary>
    public bool HasEnded => Tasks.Read().HasEnded;

    /// <summary>What the schedulers share to find work; null where nobody steals.</summary>
    internal SharedWork? Work { get; }

    internal Scheduler[] Schedulers => Volatile.Read(ref _schedulers);

    /// <summary>
    /// Starts the life of a task in this group: counts it as live and decides where it belongs. To be called once at the
    /// task's creation, from any thread; <see cref="TaskReleased"/> ends that life. False: the group has ended.
    /// </summary>
    public bool Place(TaskCell task)
    {
        if (!Tasks.TryCreate(out uint number)) return false;
        uint maximum = (uint)MaximumSchedulers;
        var schedulers = Schedulers;
        if (number >= HintedRounds * maximum) _needsNoNumber = !Policy.BindsAtCreation;
        if (schedulers.Length < maximum) schedulers = CreateSchedulersUpTo((int)Math.Min(number, maximum - 1));

        if (_bindsAtCreation)
            task.PlacedAt(schedulers[maximum == 1 ? 0 : (int)(number % maximum)]);
        else
            task.PlacedAt(this, hint: number < HintedRounds * maximum ? (int)(number % maximum) : TaskCell.NoHint);
        return true;
    }

    /// <summary>As <see cref="Place"/>, for a task that one scheduler of the group alone may run.</summary>
    internal bool PlaceOn(TaskCell task, Scheduler home)
    {
        if (!Place(task)) return false;
        task.PlacedAt(home);
        return true;
    }

    /// <summary>
    /// Makes a placed task runnable: once to start it, then once for each committed park. Any thread may call it.
    /// </summary>
    public void Schedule(TaskCell task) => Schedule(task, Scheduler.Current);

    /// <summary>As <see cref="Schedule(TaskCell)"/>, for callers who know the scheduler they run on (null: none). They are believed:
    /// with another thread's they would get at queues that have no lock.</summary>
    internal void Schedule(TaskCell task, Scheduler? current)
    {
        Debug.Assert(current == Scheduler.Current, "A task is made runnable as if on another thread's scheduler.");
        task.MarkScheduled();
        var target = task.Home;
        if (target is null && task.TryTakeHint(out int hint)) target = Schedulers[hint];

        if (target is not null)
        {
            if (target == current) target.Queue.AddOwn(task);
            else target.Post(Delivery.Run(task));
        }
        else if (current is not null && current.Group == this)
        {
            current.Queue.Add(task);
        }
        else
        {
            Work!.Inject(task);
        }
    }

    /// <summary>As <see cref="Schedule(TaskCell, Scheduler?)"/>, for the start of a managed task.</summary>
    internal void ScheduleNewborn(Frame task, Scheduler? current)
    {
        if (current is null || current.Group != this || task.HasHint || (task.IsBound && task.Place != current))
        {
            Schedule(task, current);
            return;
        }
        task.MarkScheduled();
        current.Queue.AddNewborn(task);
    }

    /// <summary>As <see cref="Place"/>, for a managed task: mostly without an interlocked operation (<see cref="TaskUnits"/>).</summary>
    internal bool PlaceManaged(Frame task, Scheduler? current)
    {
        if (current is null || current.Group != this || !_needsNoNumber) return Place(task);
        if (!current.Units.TryTake(ref Tasks)) return false;
        task.PlacedAt(_bindsAtCreation ? current : this);
        return true;
    }

    /// <summary>How long ago the last turn of any task ended, at least; null: one may be under way. Any thread.</summary>
    internal TimeSpan? Idle
    {
        get
        {
            var least = TimeSpan.MaxValue;
            foreach (var scheduler in Schedulers)
            {
                if (scheduler.Idle is not { } idle) return null;
                if (idle < least) least = idle;
            }
            return least;
        }
    }

    /// <summary>As <see cref="TaskReleased"/>, for a managed task, on the scheduler that ran it last.</summary>
    internal void ManagedTaskReleased(Scheduler on)
    {
        on.Counters.Finished++;
        if (on.Units.PutBack()) GiveBackUnits(on, TaskUnits.Batch);
    }

    /// <summary>A scheduler of the group has nothing to run: what it counts as alive and is not must keep nobody waiting.</summary>
    internal void GiveBackUnits(Scheduler on)
    {
        if (on.Units.Spare > 0) GiveBackUnits(on, on.Units.Spare);
    }

    private void GiveBackUnits(Scheduler on, int count)
    {
        on.Units.Spare -= count;
        Released(Tasks.Release(count));
    }

    /// <summary>Starts a call as a task of this group, from any thread.</summary>
    /// <param name="call">The call.</param>
    /// <param name="options">Name, failure policy, scheduler; the group is this one.</param>
    /// <exception cref="InvalidOperationException">The call has been awaited or spawned already, the group has ended, or a policy
    /// needs a task that spawns and no task does, or the calling thread runs no scheduler and the federation is shutting down.</exception>
    [Service("spawn into a group", ServiceNeeds.Federation)]
    public JoinHandle Spawn(GreenTask call, SpawnOptions? options = null)
    {
        var frame = FlowFrame<Nothing>.OrItself(call.TakeCold(), options);
        var handle = new JoinHandle(frame);
        Start(frame, options);
        return handle;
    }

    /// <inheritdoc cref="Spawn(GreenTask, SpawnOptions?)"/>
    [Service("spawn into a group", ServiceNeeds.Federation)]
    public JoinHandle<TResult> Spawn<TResult>(GreenTask<TResult> call, SpawnOptions? options = null)
    {
        var frame = FlowFrame<TResult>.OrItself(call.TakeCold(), options);
        var handle = new JoinHandle<TResult>(frame);
        Start(frame, options);
        return handle;
    }

    private void Start(Frame frame, SpawnOptions? options)
    {
        if (Federation.IsClosing && Scheduler.Current is null)
            throw new InvalidOperationException($"The federation is shutting down: no thread can spawn into {this} any more, only its tasks can.");
        if (options is null) Spawning.Start(frame, this, Scheduler.Current);
        else Spawning.Start(frame, options with { Group = this }, this, Scheduler.Current, []);
    }

    /// <summary>
    /// Ends the life of a placed task: nobody refers to it any more. May begin the shutdown of the federation and end this
    /// group, in that order.
    /// </summary>
    public void TaskReleased()
    {
        Released(Tasks.Release());
    }

    private void Released(int left)
    {
        if (left == 0 || Federation.Live.IsAdjusted) Federation.AfterDecrement();
        if (left == 0 && Tasks.TryEndIfAllowed()) Ended();
    }

    internal override void PostWake(Waiter waiter, uint number, WaitStatus status, int which) =>
        throw new InvalidOperationException($"{waiter} is on no thread in particular: whoever ends its wait does so by himself.");

    /// <inheritdoc/>
    public override string ToString() => $"group {Id} ({Policy}, {CreatedSchedulers} of {MaximumSchedulers} schedulers)";

    /// <summary>Lets the group end as soon as it has no live task.</summary>
    internal void AllowExit()
    {
        if (Tasks.AllowEnd()) Ended();
    }

    /// <summary>A scheduler has left; the last one takes the group with it.</summary>
    internal void SchedulerLeft()
    {
        if (Interlocked.Decrement(ref _running) == 0) Federation.Registry.Gone();
    }

    private void Ended()
    {
        Federation.Registry.Ended(this);
        if (Federation.MainGroup == this) Federation.Begins(FederationPhase.Leaving);
        foreach (var scheduler in Schedulers) scheduler.WakeIfParked();
    }

    // Whoever counted in task k finds or makes the schedulers 0..k; the group cannot end before that task is released.
    private Scheduler[] CreateSchedulersUpTo(int number)
    {
        lock (_creation)
        {
            while (_schedulers.Length <= number) AddScheduler().Start();
            return _schedulers;
        }
    }

    private Scheduler AddScheduler()
    {
        var scheduler = new Scheduler(this, _schedulers.Length);
        Interlocked.Increment(ref _running);
        Volatile.Write(ref _schedulers, [.. _schedulers, scheduler]);
        return scheduler;
    }
}
