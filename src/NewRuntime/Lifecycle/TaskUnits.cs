// The task count of a group is one word that all its schedulers would change with each task: two that spawn and end tasks at the same
// time would wait for its cache line more often than they do anything else. So a scheduler counts in a batch of tasks before there are
// any, gives one unit to each managed task that it makes, and keeps the unit of each that ends on it for the next.
//
// The group's count is then too high by what its schedulers have to spare, never too low. It matters when it is zero, and who has
// something to spare gives it back before it sleeps: so the last one to do that finds the zero, as the end of the last task would.
// A scheduler that never sleeps, because a weak task goes on for ever, gives it back between batches of turns.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>What one scheduler has taken of its group's <see cref="TaskCount{TAtomics}"/>.</summary>
internal struct TaskUnits
{
    /// <summary>How many are taken or given back at a time.</summary>
    internal const int Batch = 256;

    private const int Most = 2 * Batch;

    /// <summary>Counted as tasks that are alive, and free to be given to new ones. Others only read it.</summary>
    internal int Spare;

    /// <summary>Takes the unit of a new task. False: the group has ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryTake<TAtomics>(ref TaskCount<TAtomics> count)
        where TAtomics : struct, IAtomics
    {
        if (Spare == 0)
        {
            if (!count.TryReserve(Batch)) return false;
            Spare = Batch;
        }
        Spare--;
        return true;
    }

    /// <summary>Keeps the unit of a task that has ended. True: there are so many that a batch is to be given back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool PutBack() => ++Spare > Most;
}
