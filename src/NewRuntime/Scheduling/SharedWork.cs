// The injection queue, and the way to what the others have. Who searches, and who is woken, is in SearchState.cs.
namespace Rustrt.Federation;

/// <summary>What the schedulers of a stealing group share.</summary>
internal sealed class SharedWork(SchedulerGroup group) : ISearchers
{
    private readonly InjectionQueue _injected = new();
    private SearchState<HardwareAtomics> _search;

    internal int Schedulers => group.Schedulers.Length;

    internal bool HasInjected => _injected.Count > 0;

    /// <summary>How many tasks are in the injection queue, a moment ago.</summary>
    internal int Injected => _injected.Count;

    /// <summary>How many have been put there.</summary>
    internal long EverInjected => _injected.Ever;

    /// <inheritdoc/>
    public bool HasWork
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
    internal bool HasSearchers => _search.HasSearchers;

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

    /// <inheritdoc cref="SearchState{TAtomics}.Added"/>
    internal void Added() => _search.Added(this);

    internal TaskCell? TakeInjected() => HasInjected ? _injected.Take(1).Take() : null;

    /// <summary>Takes what is one scheduler's share of the injected tasks, so that others find some too.</summary>
    internal TaskList TakeShareOfInjected(int limit) =>
        _injected.Take(Math.Min(limit, _injected.Count / group.Schedulers.Length + 1));

    /// <summary>Asks for the right to search, which half of the schedulers may have.</summary>
    internal bool TryStartSearching() => _search.TryStart(Math.Max(1, group.Schedulers.Length / 2));

    /// <inheritdoc cref="SearchState{TAtomics}.FoundWork"/>
    internal void FoundWork() => _search.FoundWork(this);

    /// <inheritdoc cref="SearchState{TAtomics}.FoundNothing"/>
    internal void FoundNothing() => _search.FoundNothing();

    /// <inheritdoc cref="SearchState{TAtomics}.Parked"/>
    internal void Parked() => _search.Parked();

    /// <inheritdoc cref="SearchState{TAtomics}.NoLongerParked"/>
    internal void NoLongerParked() => _search.NoLongerParked();

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

    bool ISearchers.AnyParked => Array.Exists(group.Schedulers, static scheduler => scheduler.IsParked);

    bool ISearchers.TryRecruitOne()
    {
        foreach (var scheduler in group.Schedulers)
        {
            if (scheduler.TryRecruit()) return true;
        }
        return false;
    }

    private static StealRing<TaskCell, HardwareAtomics> RingOf(Scheduler scheduler) => ((StealingRunQueue)scheduler.Queue).Ring;
}
