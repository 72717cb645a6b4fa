// A scheduler that has no loop of its own thread: a platform's main loop (of a window system, a game, another runtime) gives it
// turns. Between two turns it may be asleep, which is the state between the steps 3 and 4 of Scheduler.Idle.cs:
//
//   1. Poll the event loop without waiting. Asleep: reset the park word (step 4).
//   2. Run one batch of turns and timers. There may be more: return zero.
//   3. Search without spinning; announce; look once more (steps 1 to 3). Something there: reset the park word, return zero.
//   4. Poll once more without waiting, so that what tasks have begun to watch is watched by the descriptor while the caller
//      sleeps. That poll may take a wake out of the descriptor, or make a task runnable: so sleep only if the park word is
//      still Parked and nothing became ready. A waker that finds it Parked after that makes the descriptor readable.
//
// Spinning is left to the foreign loop: it may have better things to do with the time.
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>
/// The platform scheduler of a federation, driven by a loop of the thread that made it. That loop calls <see cref="Turn"/>
/// when <see cref="Descriptor"/> is readable, when the time that the last turn returned is over, or at any other time.
/// </summary>
[DebuggerDisplay("{_scheduler}, asleep: {_asleep}, ended: {HasEnded}")]
public sealed class ForeignScheduler
{
    private readonly Scheduler _scheduler;
    private readonly Thread _thread = Thread.CurrentThread;
    private bool _asleep;

    internal ForeignScheduler(Scheduler scheduler)
    {
        _scheduler = scheduler;
        scheduler.ClaimForCurrentThread("Federation.DriveFromLoop");
        scheduler.HasForeignLoop = true;
        var before = scheduler.Enter();
        try
        {
            scheduler.Begin();
        }
        finally
        {
            Scheduler.Exit(before);
        }
        Descriptor = scheduler.Loop.Descriptor;
        if (Descriptor >= 0) return;
        scheduler.Loop.Dispose();
        throw new EventLoopUnavailableException(
            $"A foreign loop needs a descriptor to poll, and {scheduler.Loop.GetType().Name} has none. Use UvEventLoop, which needs libuv (Debian and Ubuntu: "
            + "apt-get install libuv1), or UringEventLoop, which needs Linux 5.11 or newer where nothing forbids io_uring.");
    }

    /// <summary>Readable while the scheduler has been woken, or something that it watches is ready. Valid until <see cref="HasEnded"/>.</summary>
    public int Descriptor { get; }

    /// <summary>Whether the group has ended. There are no more turns then: <see cref="WaitForEnd"/> is next.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>
    /// Runs what there is to run, but not for long: for half a millisecond, or the time that one turn of a task takes. Returns how long the loop may wait for the descriptor before the next turn:
    /// zero if there is more to do, <see cref="Timeout.InfiniteTimeSpan"/> if the descriptor says when.
    /// </summary>
    /// <exception cref="OutsideException">Called inside a turn.</exception>
    /// <exception cref="InvalidOperationException">Called on another thread, or after the end.</exception>
    [Service("running a federation", ServiceNeeds.OwnThread)]
    public TimeSpan Turn()
    {
        if (Thread.CurrentThread != _thread)
            throw new InvalidOperationException($"{_scheduler} belongs to the thread that made it; another one called Turn.");
        if (Place.Here is not null) throw OutsideException.Runs("ForeignScheduler.Turn");
        if (HasEnded)
            throw new InvalidOperationException($"{_scheduler} has ended and has no more turns: see HasEnded.");
        var before = _scheduler.Enter();
        try
        {
            return BoundedTurn();
        }
        finally
        {
            Scheduler.Exit(before);
            if (HasEnded) _scheduler.Group.SchedulerLeft();
        }
    }

    /// <summary>Waits until the other threads of the federation have ended too, and returns the exit status.</summary>
    /// <exception cref="InvalidOperationException">The scheduler has turns to come.</exception>
    public int WaitForEnd()
    {
        if (!HasEnded)
            throw new InvalidOperationException($"{_scheduler} has not ended: call Turn until HasEnded is true, then WaitForEnd.");
        return _scheduler.Group.Federation.WaitForEnd();
    }

    private TimeSpan BoundedTurn()
    {
        _scheduler.Poll(TimeSpan.Zero);
        if (_asleep) WakeUp();
        _asleep = false;
        if (_scheduler.RunBatch() || _scheduler.Search(maySpin: false)) return TimeSpan.Zero;

        _scheduler.Announce();
        var wait = _scheduler.MaySleep();
        if (wait != TimeSpan.Zero)
        {
            _asleep = !_scheduler.Poll(TimeSpan.Zero) && _scheduler.IsParked;
            if (_asleep) return wait;
        }
        WakeUp();
        if (!_scheduler.Group.HasEnded) return TimeSpan.Zero;
        _scheduler.End();
        HasEnded = true;
        return TimeSpan.Zero;
    }

    private void WakeUp()
    {
        if (_scheduler.Awake()) _scheduler.Search(maySpin: false); // or the right would be kept from others
    }
}
