// How the schedulers of a stealing group find each other's work without storming: who searches, who is woken.
//
//   _searching   schedulers looking for work, with the right to steal; at most half of those there are
//   _parked      schedulers with a park word of Parked; a hint that saves submitters the look at every word
//
// Submitter                                      Searcher
//   a. publish the task (ring or injection)        d. find something: give the right back; the last searcher who does so
//   b. full fence                                     and still sees work wakes another (wake-ups ramp up one by one)
//   c. nobody parked, or somebody searches:        e. find nothing: give the right back (full fence), set the park word
//      done; else wake one and give it the right      (full fence), count itself parked, then look at all queues again
//                                                     and, if there is work and a right to be had, search again
//
// No task is forgotten while a scheduler sleeps that could have been woken for it:
//   - c sees nobody parked: whoever parks later counted itself after our fence, so its last look (e) sees the task;
//   - c sees a searcher: that one gives its right back after our fence, and looks again after that (d or e);
//   - a waker who holds the right but finds nobody to wake gives it back and, since others may have relied on it as a
//     searcher meanwhile, looks once more for somebody parked.
// A scheduler that is refused the right in e may sleep: those who hold it still have their own last look before them.
//
// At most one scheduler is woken at a time however many tasks are submitted: the old green-thread schedulers woke one per
// task, and eight threads were a thousand times slower than one.
namespace Rustrt.Federation;

/// <summary>What the schedulers of a stealing group share.</summary>
internal sealed class SharedWork(SchedulerGroup group)
{
    private readonly InjectionQueue _injected = new();
    private int _searching;
    private int _parked;

    internal int Schedulers => group.Schedulers.Length;

    internal bool HasInjected => _injected.Count > 0;

    /// <summary>How many tasks are in the injection queue, a moment ago.</summary>
    internal int Injected => _injected.Count;

    /// <summary>How many have been put there.</summary>
    internal long EverInjected => _injected.Ever;

    /// <summary>Whether there is something to take, now or a moment ago.</summary>
    internal bool HasWork
    {
        get
        {
            if (HasInjected) return true;
            foreach (var scheduler in group.Schedulers)
            {
                if (RingOf(scheduler).Count > 0) return true;
            }
            return false;
        }
    }

    /// <summary>Whether somebody has the right to search, now or a moment ago.</summary>
    internal bool HasSearchers => Volatile.Read(ref _searching) != 0;

    /// <summary>Publishes a task that no scheduler of the group has made runnable.</summary>
    internal void Inject(TaskCell task)
    {
        _injected.Append(task);
        Added();
    }

    /// <summary>Publishes what a ring has no room for, or what was rescued.</summary>
    internal void Overflow(TaskList tasks)
    {
        _injected.Append(tasks);
        Added();
    }

    /// <summary>A task has been published: steps b and c.</summary>
    internal void Added()
    {
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _parked) > 0) WakeSearcher();
    }

    internal TaskCell? TakeInjected() => HasInjected ? _injected.Take(1).Take() : null;

    /// <summary>Takes what is one scheduler's share of the injected tasks, so that others find some too.</summary>
    internal TaskList TakeShareOfInjected(int limit) =>
        _injected.Take(Math.Min(limit, _injected.Count / group.Schedulers.Length + 1));

    /// <summary>Asks for the right to search.</summary>
    internal bool TryStartSearching()
    {
        int limit = Math.Max(1, group.Schedulers.Length / 2);
        int now = Volatile.Read(ref _searching);
        while (now < limit)
        {
            int seen = Interlocked.CompareExchange(ref _searching, now + 1, now);
            if (seen == now) return true;
            now = seen;
        }
        return false;
    }

    /// <summary>Gives the right back after a success: step d.</summary>
    internal void FoundWork()
    {
        if (Interlocked.Decrement(ref _searching) == 0 && Volatile.Read(ref _parked) > 0 && HasWork) WakeSearcher();
    }

    /// <summary>Gives the right back empty-handed; the caller goes on with step e.</summary>
    internal void FoundNothing() => Interlocked.Decrement(ref _searching);

    /// <summary>Counts a scheduler whose park word has just become Parked.</summary>
    internal void Parked() => Interlocked.Increment(ref _parked);

    /// <summary>To be called by whoever changed a park word from Parked to something else.</summary>
    internal void NoLongerParked() => Interlocked.Decrement(ref _parked);

    /// <summary>Takes half of what some other scheduler has; the oldest is returned, the rest is in the thief's ring.</summary>
    internal TaskCell? Steal(Scheduler thief, uint start)
    {
        var schedulers = group.Schedulers;
        var ring = RingOf(thief);
        for (uint i = 0; i < schedulers.Length; i++)
        {
            var victim = schedulers[(start + i) % (uint)schedulers.Length];
            if (victim != thief && RingOf(victim).TrySteal(ring) is { } task) return task;
        }
        return null;
    }

    private void WakeSearcher()
    {
        do
        {
            if (Interlocked.CompareExchange(ref _searching, 1, 0) != 0) return;
            foreach (var scheduler in group.Schedulers)
            {
                if (scheduler.TryRecruit()) return;
            }
            Interlocked.Decrement(ref _searching);
        }
        while (AnyParked());
    }

    private bool AnyParked()
    {
        foreach (var scheduler in group.Schedulers)
        {
            if (scheduler.IsParked) return true;
        }
        return false;
    }

    private static StealRing<TaskCell, HardwareAtomics> RingOf(Scheduler scheduler) => ((StealingRunQueue)scheduler.Queue).Ring;
}
