// Nothing to run: search for work of others, spin briefly, park. The order of the steps is what makes it safe; Parker.cs and
// SearchState.cs say why (docs/protocols/park-wake.md has all of it in one place).
//
//   1. Search: give back what is spare of the task count, which may end everything; ask for the right to search; look at its own
//      queue, at the inbox and, with the right, at the others' queues; spin. A wake across cores costs some 13 us, a hand-over to a
//      spinning scheduler 0.5. Give the right back.
//   2. Announce: set the park word, count as parked.
//   3. MaySleep: look once more at everything that may have been published meanwhile: the inbox, the end of the group, the
//      others' queues. Only if there is nothing, sleep in the event loop, until the next timer at most.
//   4. Awake: reset the park word. Whoever was recruited goes back to 1 with the right it was given.
//
// The steps are methods of their own because not everybody takes them in a row: a scheduler on its own thread does (FindWork),
// one that a foreign loop drives returns between 3 and 4 (ForeignScheduler), and in a simulation others have their steps in
// between (SimulatedScheduler).
//
// How long it spins follows from how that went lately (SpinLength.cs). Spinning is bounded for the whole process: more spinners than
// every second core would take time from threads that have something to do.
namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private const int SpinStepsPerRound = 4;

    private static readonly int s_maxSpinners = Environment.ProcessorCount / 2;
    private static int s_spinners;

    private SpinLength _spinLength = new();
    private uint _random = 0x9e3779b9;

    private bool _searching; // holds the right to search
    private int _fullCollections;
    private long _turnsBeforePark = -1;
    private long _idleSince;
    private bool _wokenByDelivery;
    private BusyTime _busy;

    /// <summary>How long it has been awake. Any thread.</summary>
    internal TimeSpan Busy => new(_busy.Read(() => Now.Ticks));

    /// <summary>How long ago it went to sleep after its last turn; null: it is in a turn, or may be. Any thread.</summary>
    internal TimeSpan? Idle => Volatile.Read(ref Counters.Turns) == Volatile.Read(ref _turnsBeforePark) ? Now - new TimeSpan(Volatile.Read(ref _idleSince)) : null;

    /// <summary>True: there may be something to run. False: the group has ended, the scheduler has to leave.</summary>
    private bool FindWork()
    {
        while (true)
        {
            if (Search(maySpin: true)) return true;
            Announce();
            var wait = MaySleep();
            if (wait != TimeSpan.Zero) Poll(wait);
            if (!Awake()) return !Group.HasEnded;
        }
    }

    /// <summary>Step 1. True: there is something to run.</summary>
    internal bool Search(bool maySpin)
    {
        Group.GiveBackUnits(this);
        var work = Group.Work;
        _searching = _searching || (work is not null && work.TryStartSearching());
        // Its own queue is not always empty: a descriptor may have become ready in its sleep, or the end may just have begun.
        bool found = Queue.Waiting is not (0, 0) || (maySpin ? Spin(_searching) : LookForWork(_searching));
        if (!_searching) return found;
        _searching = false;
        Counters.Searches++;
        if (found) work!.FoundWork();
        else work!.FoundNothing();
        return found;
    }

    /// <summary>Step 2.</summary>
    internal void Announce()
    {
        _parker.Prepare();
        Group.Work?.Parked();
    }

    /// <summary>Step 3. How long the scheduler may sleep; zero if it may not.</summary>
    internal TimeSpan MaySleep()
    {
        if (!_inbox.IsEmpty || Group.HasEnded) return TimeSpan.Zero;
        if (Group.Work is { HasWork: true } work && work.TryStartSearching())
        {
            _searching = true;
            return TimeSpan.Zero;
        }
        var wait = TimeToNextTimer();
        if (wait == TimeSpan.Zero) return wait;
        LetGoOfMemory();
        CountPark();
        return wait;
    }

    // After a full collection, since that is when it is known what nobody has needed for long.
    private void LetGoOfMemory()
    {
        Frames.ClearUpIfWorthwhile(Group.Federation.Tasks.Id);
        int collections = GC.CollectionCount(GC.MaxGeneration);
        if (collections == _fullCollections) return;
        _fullCollections = collections;
        Queue.LetGoOfRoom();
    }

    private void CountPark()
    {
        long now = Now.Ticks;
        _busy.End(now);
        Counters.Parks++;
        if (Counters.Turns == _turnsBeforePark)
        {
            Counters.IdleParks++;
        }
        else
        {
            Volatile.Write(ref _idleSince, now);
            Volatile.Write(ref _turnsBeforePark, Counters.Turns); // behind the time: see Idle
        }
        if (FederationEvents.Log.IsEnabled()) FederationEvents.Log.Parks(Group.Federation.Tasks.Id, Group.Id, Index);
    }

    /// <summary>Step 4. True: the scheduler has the right to search, and has to use it: go on with step 1.</summary>
    internal bool Awake()
    {
        var work = Group.Work;
        var state = _parker.Finish();
        _wokenByDelivery = state == ParkState.Notified && !_inbox.IsEmpty;
        if (!_busy.IsAwake) _busy.Begin(Now.Ticks);
        if (FederationEvents.Log.IsEnabled()) FederationEvents.Log.Awakes(Group.Federation.Tasks.Id, Group.Id, Index);
        Group.Federation.Stalls?.WakeUp(); // behind the exchange of Finish: see StallDetector
        if (state == ParkState.Parked) work?.NoLongerParked();
        if (state == ParkState.Recruited)
        {
            if (_searching) work!.FoundNothing(); // one right is enough
            _searching = true;
        }
        return _searching;
    }

    private bool Spin(bool searching)
    {
        if (LookForWork(searching)) return true;
        if (Interlocked.Increment(ref s_spinners) > s_maxSpinners)
        {
            Interlocked.Decrement(ref s_spinners);
            return false;
        }

        bool found = false;
        int rounds = _spinLength.Next();
        for (int round = 0; round < rounds && !found && !Group.HasEnded; round++)
        {
            Thread.SpinWait(SpinStepsPerRound);
            found = LookForWork(searching);
        }
        Interlocked.Decrement(ref s_spinners);
        _spinLength.Ended(found);
        return found;
    }

    private bool LookForWork(bool searching)
    {
        if (!_inbox.IsEmpty) return true;
        if (!searching) return false;
        if (Group.Work!.HasInjected) return true;
        if (Group.Work.Steal(this, DrawVictim()) is not { } stolen) return false;
        Counters.Steals++;
        Counters.Stolen += 1 + Queue.Waiting.Others; // it had none before
        Queue.AddOwn(stolen);
        return true;
    }

    /// <summary>Whom it tries to steal from follows from a seed, which is not 0.</summary>
    internal void SeedSearches(uint seed) => _random = seed;

    /// <summary>Draws whom to try first. Xorshift: enough to keep thieves from all starting at the same victim.</summary>
    internal uint DrawVictim()
    {
        _random ^= _random << 13;
        _random ^= _random >> 17;
        _random ^= _random << 5;
        return _random + (uint)Index;
    }
}
