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
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>What <see cref="SearchState{TAtomics}"/> asks of the schedulers that search.</summary>
internal interface ISearchers
{
    /// <summary>Whether there is something to take, now or a moment ago.</summary>
    bool HasWork { get; }

    /// <summary>Whether anybody's park word is Parked, or was a moment ago.</summary>
    bool AnyParked { get; }

    /// <summary>Wakes one that is parked, with the right to search. False: nobody was.</summary>
    bool TryRecruitOne();
}

/// <summary>The two counts, and all that is done to them. A field, because they are changed in place.</summary>
internal struct SearchState<TAtomics>
    where TAtomics : struct, IAtomics
{
    private int _searching;
    private int _parked;

    /// <summary>How many have the right to search, for the model checker alone.</summary>
    [UnscopedRef]
    internal ref int SearchingWord => ref _searching;

    /// <summary>How many are counted as parked, for the same.</summary>
    [UnscopedRef]
    internal ref int ParkedWord => ref _parked;

    /// <summary>Whether somebody has the right to search, now or a moment ago.</summary>
    internal bool HasSearchers => TAtomics.Acquire(ref _searching) != 0;

    /// <summary>A task has been published: steps b and c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Added(ISearchers searchers)
    {
        TAtomics.Fence();
        if (TAtomics.Acquire(ref _parked) > 0) WakeOne(searchers);
    }

    /// <summary>Asks for the right to search; so many may have it at a time.</summary>
    internal bool TryStart(int limit)
    {
        int now = TAtomics.Acquire(ref _searching);
        while (now < limit)
        {
            int seen = TAtomics.CompareExchange(ref _searching, now + 1, now);
            if (seen == now) return true;
            now = seen;
        }
        return false;
    }

    /// <summary>Gives the right back after a success: step d.</summary>
    internal void FoundWork(ISearchers searchers)
    {
        if (TAtomics.Add(ref _searching, -1) == 0 && TAtomics.Acquire(ref _parked) > 0 && searchers.HasWork) WakeOne(searchers);
    }

    /// <summary>Gives the right back empty-handed; the caller goes on with step e.</summary>
    internal void FoundNothing() => TAtomics.Add(ref _searching, -1);

    /// <summary>Counts a scheduler whose park word has just become Parked.</summary>
    internal void Parked() => TAtomics.Add(ref _parked, 1);

    /// <summary>To be called by whoever changed a park word from Parked to something else.</summary>
    internal void NoLongerParked() => TAtomics.Add(ref _parked, -1);

    private void WakeOne(ISearchers searchers)
    {
        do
        {
            if (TAtomics.CompareExchange(ref _searching, 1, 0) != 0 || searchers.TryRecruitOne()) return;
            TAtomics.Add(ref _searching, -1);
        }
        while (searchers.AnyParked);
    }
}
