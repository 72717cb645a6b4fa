// What others may do to the word of a task at the same moment as its own scheduler: the word of a task that may migrate. (A task
// that is bound to a scheduler has its word changed on that scheduler's thread alone, by plain stores: Waiter.cs.)
//
// Every change is a compare-exchange against a word that was looked at as a whole, so nobody undoes what somebody else has just
// done. Whoever means a certain life of the pooled task reads the word first and the generation second: if the life ended in
// between, no word of the next one is the one that was read (TaskWord.Reborn), and the exchange fails.
namespace Rustrt.Federation;

/// <summary>The waits of a task that may migrate.</summary>
internal static class WaitTransitions<TAtomics>
    where TAtomics : struct, IAtomics
{
    /// <summary>The running task begins a wait. Returns the word of it.</summary>
    internal static long Begin(ref long word, long firm)
    {
        long seen = TAtomics.Acquire(ref word);
        while (true)
        {
            long armed = TaskWord.NextWait(seen) | firm;
            long now = TAtomics.CompareExchange(ref word, armed, seen);
            if (now == seen) return armed;
            seen = now;
        }
    }

    /// <summary>Its turn is over. True: the task is nobody's. False: the wait has ended meanwhile.</summary>
    internal static bool Commit(ref long word)
    {
        long seen = TAtomics.Acquire(ref word);
        while ((seen & TaskWord.WaitMask) == TaskWord.Armed)
        {
            long now = TAtomics.CompareExchange(ref word, TaskWord.Committed(seen), seen);
            if (now == seen) return true;
            seen = now;
        }
        return false;
    }

    /// <summary>Ends a wait, unless it has ended. True: the task was parked, and the caller alone has to make it runnable.</summary>
    internal static bool End(ref long word, uint number, WaitStatus status, int which)
    {
        long seen = TAtomics.Acquire(ref word);
        while (TaskWord.IsOpen(seen, number))
        {
            long now = TAtomics.CompareExchange(ref word, TaskWord.Ended(seen, status, which), seen);
            if (now == seen) return (seen & TaskWord.WaitMask) == TaskWord.Parked;
            seen = now;
        }
        return false;
    }

    /// <summary>Cancels a life, unless it has been or has ended.</summary>
    /// <param name="word">The word.</param>
    /// <param name="generation">The generation.</param>
    /// <param name="life">Which one is meant.</param>
    /// <param name="before">The word as it was: it says what the caller has to end.</param>
    internal static bool Cancel(ref long word, ref int generation, int life, out long before)
    {
        long seen = TAtomics.Acquire(ref word);
        while (TAtomics.Acquire(ref generation) == life && (seen & (TaskWord.Cancelled | TaskWord.Complete)) == 0)
        {
            long now = TAtomics.CompareExchange(ref word, seen | TaskWord.Cancelled, seen);
            if (now == seen)
            {
                before = seen;
                return true;
            }
            seen = now;
        }
        before = 0;
        return false;
    }

    /// <summary>The task has published what a cancellation is to find (TaskCancellation.cs). True: one has come before, and may not have.</summary>
    internal static bool IsCancelledBefore(ref long word)
    {
        TAtomics.Fence();
        return (TAtomics.Acquire(ref word) & (TaskWord.Cancelled | TaskWord.Shielded)) == TaskWord.Cancelled;
    }

    /// <summary>Adds bits that nobody takes back but the task itself.</summary>
    internal static void Add(ref long word, long bits) => TAtomics.Or(ref word, bits);

    /// <summary>Takes such bits back.</summary>
    internal static void Remove(ref long word, long bits) => TAtomics.And(ref word, ~bits);

    /// <summary>The pooled task begins its next life: what was meant for this one does nothing from now on.</summary>
    internal static void Rebirth(ref long word, ref int generation)
    {
        TAtomics.Write(ref generation, TAtomics.Acquire(ref generation) + 1);
        TAtomics.Release(ref word, TaskWord.Reborn(TAtomics.Acquire(ref word)));
    }
}
