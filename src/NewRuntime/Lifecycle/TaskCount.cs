// One word that counts the tasks of a group: how many are alive, whether the group has ended, how many were ever created.
//
//   bits 0..30    live
//   bit  31       ended: set only while live is 0; no task is counted in any more
//   bits 32..63   created: wraps; it is also the count of changes that makes two equal readings a snapshot
//
// Creation is one interlocked addition and release another. The creation number, which decides the placement, comes with the
// former; a task that is counted keeps the group from ending, because ending compares the whole word.
//
// A second word says whether the group may end. Whoever allows it and whoever releases the last task look at both:
//
//   allows it                 releases
//   1. may end <- yes         a. live one less (interlocked)
//   2. full fence             b. may end, and nobody is alive: try to end
//   3. try to end
//
// If 3 misses a, b sees 1: at least one of them tries, and the comparison of the word lets one succeed.
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>A value of the word of a <see cref="TaskCount{TAtomics}"/>.</summary>
internal readonly record struct TaskCountReading(long Word)
{
    internal const long Ended = 1L << 31;
    internal const long OneCreated = 1L << 32;

    internal int Live => (int)(Word & (Ended - 1));
    internal uint Created => (uint)(Word >> 32);
    internal bool HasEnded => (Word & Ended) != 0;
}

/// <summary>Live and created tasks of one group in one word, and its end.</summary>
internal struct TaskCount<TAtomics>(bool mayEnd)
    where TAtomics : struct, IAtomics
{
    private long _word;
    private int _mayEnd = mayEnd ? 1 : 0;

    /// <summary>The word, for the model checker alone.</summary>
    [UnscopedRef]
    internal ref long Word => ref _word;

    /// <summary>The second word, for the same.</summary>
    [UnscopedRef]
    internal ref int MayEndWord => ref _mayEnd;

    internal TaskCountReading Read() => new(TAtomics.Acquire(ref _word));

    /// <summary>Counts a new task in. False when the group has ended; else <paramref name="number"/> is 0 for the first task.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryCreate(out uint number)
    {
        var now = new TaskCountReading(TAtomics.Add(ref _word, TaskCountReading.OneCreated + 1));
        number = now.Created - 1;
        if (!now.HasEnded) return true;
        TAtomics.Add(ref _word, -(TaskCountReading.OneCreated + 1));
        return false;
    }

    /// <summary>Counts tasks in that are still to be created. False when the group has ended.</summary>
    internal bool TryReserve(int count)
    {
        if (!new TaskCountReading(TAtomics.Add(ref _word, TaskCountReading.OneCreated + count)).HasEnded) return true;
        TAtomics.Add(ref _word, -(TaskCountReading.OneCreated + count));
        return false;
    }

    /// <summary>Counts tasks out and returns how many are left: step a.</summary>
    internal int Release(int count = 1)
    {
        var now = new TaskCountReading(TAtomics.Add(ref _word, -count));
        Debug.Assert(now.Live <= int.MaxValue / 2, "A task was released that had not been placed.");
        return now.Live;
    }

    /// <summary>Step b, for whoever released the last task. True for the one caller that ends the group.</summary>
    internal bool TryEndIfAllowed() => TAtomics.Acquire(ref _mayEnd) != 0 && TryEnd();

    /// <summary>Steps 1 to 3. True for the one caller that ends the group.</summary>
    internal bool AllowEnd()
    {
        TAtomics.Release(ref _mayEnd, 1);
        TAtomics.Fence();
        return TryEnd();
    }

    private bool TryEnd()
    {
        while (true)
        {
            var now = Read();
            if (now.Live != 0 || now.HasEnded) return false;
            if (TAtomics.CompareExchange(ref _word, now.Word | TaskCountReading.Ended, now.Word) == now.Word) return true;
        }
    }
}
