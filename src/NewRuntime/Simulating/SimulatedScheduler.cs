// One scheduler of a simulation: the same steps that its thread would take, one at a time, so that others have theirs between.
//
//   Running     take in what was sent; or fire timers; or give a task its turn, and in the next step put it where that left it
//   Searching   step 1 of Scheduler.Idle.cs
//   Announcing  step 2
//   Looking     step 3
//   Asleep      until a wake, a descriptor, a timer, or for no reason; then step 4
//
// Between the end of a turn and the commit of a park others may wake the task or cancel it; between the park word and the last
// look they may publish work. A turn itself is one step: what may happen inside one at the same time as on another thread is
// for the model checks of the lock-free parts.
namespace Rustrt.Federation;

/// <summary>Makes the steps of one scheduler. Its protected members are the steps of the protocol: tests override one to plant a bug.</summary>
internal class SimulatedScheduler(Simulation simulation, Scheduler scheduler)
{
    private Place _place = Place.New;
    private TaskCell? _leaving;
    private Turn _how;
    private TimeSpan _stalledUntil;
    private TimeSpan? _wakeAt;

    private enum Place
    {
        New,
        Running,
        Searching,
        Announcing,
        Looking,
        Asleep,
        Gone,
    }

    internal Scheduler Scheduler => scheduler;

    internal bool IsGone => _place == Place.Gone;

    internal bool IsAsleep => _place == Place.Asleep;

    /// <summary>Whether it sleeps and nothing but its timers would wake it.</summary>
    internal bool IsIdle => _place == Place.Asleep && !Loop.HasEvents;

    /// <summary>Whether it has a step to make at present.</summary>
    internal bool IsReady => _stalledUntil <= simulation.Now
        && (_place != Place.Asleep || Loop.HasEvents || (_wakeAt is { } time && time <= simulation.Now));

    /// <summary>When it will have one, if nothing happens before.</summary>
    internal TimeSpan? NextStep =>
        _stalledUntil > simulation.Now ? _stalledUntil : _place == Place.Asleep ? _wakeAt : simulation.Now;

    /// <summary>What a fingerprint is made of.</summary>
    internal uint State => ((uint)scheduler.Group.Id << 16) | ((uint)scheduler.Index << 8) | (uint)_place;

    private SimulatedEventLoop Loop => (SimulatedEventLoop)scheduler.Loop;

    /// <inheritdoc/>
    public override string ToString() => $"{scheduler}: {_place}{(scheduler.IsParked ? ", parked" : "")}, {scheduler.Group.LiveTasks} live tasks in its group{(scheduler.Group.HasEnded ? ", which has ended" : "")}";

    /// <summary>Makes no step for a time.</summary>
    internal void Stall(TimeSpan time) => _stalledUntil = simulation.Now + time;

    /// <summary>Makes one step.</summary>
    internal void Step()
    {
        switch (_place)
        {
            case Place.New:
                scheduler.Begin();
                Loop.OnWake = () => Woken(Loop);
                _place = Place.Running;
                break;
            case Place.Running:
                Run();
                break;
            case Place.Searching:
                _place = Search() ? Place.Running : Place.Announcing;
                break;
            case Place.Announcing:
                Announce();
                _place = Place.Looking;
                break;
            case Place.Looking:
                var wait = MaySleep();
                if (wait == TimeSpan.Zero)
                {
                    WakeUp();
                    break;
                }
                _wakeAt = wait == Timeout.InfiniteTimeSpan ? null : simulation.Now + wait;
                _place = Place.Asleep;
                break;
            case Place.Asleep:
                WakeUp();
                break;
        }
    }

    /// <summary>The event loop has been woken.</summary>
    protected virtual void Woken(SimulatedEventLoop loop)
    {
        if (simulation.Happens(simulation.Faults.LateWake)) Stall(simulation.DrawStall());
    }

    protected virtual void TakeIn() => scheduler.TakeIn();

    protected virtual void Settle(TaskCell task, Turn how) => scheduler.Settle(task, how);

    protected virtual bool Search() => scheduler.Search(maySpin: false);

    protected virtual void Announce() => scheduler.Announce();

    protected virtual TimeSpan MaySleep() => scheduler.MaySleep();

    protected virtual bool Awake() => scheduler.Awake();

    private void WakeUp()
    {
        scheduler.Poll(TimeSpan.Zero);
        if (Awake()) _place = Place.Searching;
        else if (scheduler.Group.HasEnded) Leave();
        else _place = Place.Running;
    }

    private void Leave()
    {
        scheduler.End();
        scheduler.Group.SchedulerLeft();
        _place = Place.Gone;
    }

    private void Run()
    {
        if (_leaving is { } left)
        {
            _leaving = null;
            if (_how == Turn.Finished) simulation.Ended(left);
            Settle(left, _how);
            scheduler.GiveBackUnitsIfNobodySleeps();
            return;
        }
        if (scheduler.FireDueTimers()) return;
        if (!scheduler.IsInboxEmpty && !simulation.Happens(simulation.Faults.LateDelivery))
        {
            TakeIn();
            return;
        }
        if (NextTask() is { } task)
        {
            simulation.CheckMayRun(task);
            _how = scheduler.GiveTurn(task);
            _leaving = task;
        }
        else if (!scheduler.IsInboxEmpty)
        {
            TakeIn();
        }
        else if (!scheduler.Poll(TimeSpan.Zero))
        {
            _place = Place.Searching;
        }
    }

    private TaskCell? NextTask()
    {
        var queue = scheduler.Queue;
        var next = queue.Next();
        if (next is null || queue is LegacyOrderRunQueue || !simulation.Happens(simulation.Faults.OtherOrder)) return next;
        var other = queue.Next();
        if (other is null) return next;
        queue.Yielded(next);
        return other;
    }
}
