// One word that counts the tasks of a group: how many are alive, whether the group has ended, how many were ever created.
//
//   bits 0..30    live
//   bit  31       ended: set only while live is 0; no task is counted in any more
//   bits 32..63   created: wraps; it is also the count of changes that makes two equal readings a snapshot
//
// Creation is one Interlocked.Add and release another. The creation number, which decides the placement, comes with the
// former; a task that is counted keeps the group from ending, because ending compares the whole word.
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>Live and created tasks of one group in one word.</summary>
internal struct TaskCount
{
    private const long Ended = 1L << 31;
    private const long OneCreated = 1L << 32;

    private long _word;

    internal readonly record struct Reading(long Word)
    {
        internal int Live => (int)(Word & (Ended - 1));
        internal uint Created => (uint)(Word >> 32);
        internal bool HasEnded => (Word & Ended) != 0;
    }

    internal Reading Read() => new(Volatile.Read(ref _word));

    /// <summary>Counts a new task in. False when the group has ended; else <paramref name="number"/> is 0 for the first task.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryCreate(out uint number)
    {
        var now = new Reading(Interlocked.Add(ref _word, OneCreated + 1));
        number = now.Created - 1;
        if (!now.HasEnded) return true;
        Interlocked.Add(ref _word, -(OneCreated + 1));
        return false;
    }

    /// <summary>Counts tasks in that are still to be created. False when the group has ended.</summary>
    internal bool TryReserve(int count)
    {
        if (!new Reading(Interlocked.Add(ref _word, OneCreated + count)).HasEnded) return true;
        Interlocked.Add(ref _word, -(OneCreated + count));
        return false;
    }

    /// <summary>Counts a task out and returns how many are left.</summary>
    internal int Release(int count = 1)
    {
        var now = new Reading(Interlocked.Add(ref _word, -count));
        Debug.Assert(now.Live <= int.MaxValue / 2, "A task was released that had not been placed.");
        return now.Live;
    }

    /// <summary>Marks the group as ended if no task is alive. True for the one caller that does it.</summary>
    internal bool TryEnd()
    {
        while (true)
        {
            var now = Read();
            if (now.Live != 0 || now.HasEnded) return false;
            if (Interlocked.CompareExchange(ref _word, now.Word | Ended, now.Word) == now.Word) return true;
        }
    }
}
