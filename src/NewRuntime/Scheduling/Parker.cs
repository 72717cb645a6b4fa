// The park word of a scheduler: may it be asleep in its event loop, and does somebody owe it a wake?
//
//   Running    it looks at its queues by itself before it sleeps
//   Parked     it may be asleep, or about to be
//   Notified   it was parked; one waker has taken it on himself to call IEventLoop.Wake
//   Recruited  as Notified, and the scheduler comes back with the right to search for work (SearchState)
//
// Sleeper                                         Waker
//   s1. Prepare: word <- Parked (exchange)          w1. publish the work
//   s2. read all queues; work: s4                   w2. full fence (or an interlocked operation in w1)
//   s3. sleep in the event loop                     w3. word is Parked: word <- Notified (compare and exchange),
//   s4. Finish: word <- Running (exchange)              and whoever did that calls Wake
//
// s1 and w2 are full fences, so of "s2 misses the work" and "w3 misses the parked word" at most one can happen; with plain
// or merely volatile accesses both could (each side's write waits in its store buffer while it reads the other's).
// A waker that finds Notified leaves it at that: one wake is under way. His work is not lost, because s4 is an exchange as
// well: he read a word that s4 replaced, so what he published in w1 is visible to the reads that follow s4.
// Nobody sleeps on the word alone: Wake makes the loop's turn return even if it is called before the turn begins.
namespace Rustrt.Federation;

internal enum ParkState
{
    Running,
    Parked,
    Notified,
    Recruited,
}

/// <summary>The park word and its transitions.</summary>
internal sealed class Parker<TAtomics>
    where TAtomics : struct, IAtomics
{
    private int _word;

    /// <summary>The word itself, for the model checker alone.</summary>
    internal ref int Word => ref _word;

    internal bool IsParked => TAtomics.Acquire(ref _word) == (int)ParkState.Parked;

    /// <summary>Step s1.</summary>
    internal void Prepare() => TAtomics.Exchange(ref _word, (int)ParkState.Parked);

    /// <summary>Step s4. Returns what had become of the word: still Parked, or which wake it got.</summary>
    internal ParkState Finish() => (ParkState)TAtomics.Exchange(ref _word, (int)ParkState.Running);

    /// <summary>Step w3. True: the caller, and nobody else, must wake the loop.</summary>
    internal bool TryNotify(ParkState wake) =>
        IsParked
        && TAtomics.CompareExchange(ref _word, (int)wake, (int)ParkState.Parked) == (int)ParkState.Parked;
}
