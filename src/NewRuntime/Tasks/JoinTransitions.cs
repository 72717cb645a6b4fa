// The end of a task that may migrate and those who want to know of it, as WaitTransitions.cs has it for waits.
//
//   joiner                                              the task's last turn
//   j1. word +Joining, unless somebody joins, the       e1. word +Complete
//       task is detached, or this is another life       e2. it was Joined: read who that is, then word -Joined, and wake
//   j2. write who joins, with the number of the wait        him; it was Detached: the frame goes back to its pool; else
//   j3. word Joining -> Joined; Complete by now:            who comes later takes the result
//       -Joining, and go on at once
//
// While anybody is registered, or registers, the task counts as not ended for everybody else (TaskWord.HasResult): so its frame
// does not begin another life between j1 and j3, and a mistaken second joiner, however late, never writes into it. Whoever
// finds the result takes it by moving the generation on, once.
namespace Rustrt.Federation;

/// <summary>The end of a task that may migrate.</summary>
internal static class JoinTransitions<TAtomics>
    where TAtomics : struct, IAtomics
{
    /// <summary>Registers a joiner. Null: he will be woken. Else how his wait ends at once.</summary>
    internal static WaitStatus? Join<TJoiner>(
        ref long word, ref int generation, int life, ref TJoiner? joiner, ref uint number, TJoiner who, uint wait)
        where TJoiner : class
    {
        long seen = TAtomics.Acquire(ref word);
        while (true)
        {
            if (TAtomics.Acquire(ref generation) != life || (seen & TaskWord.Taken) != 0) return WaitStatus.Closed;
            if ((seen & TaskWord.Complete) != 0) return WaitStatus.Completed;
            long now = TAtomics.CompareExchange(ref word, seen | TaskWord.Joining, seen);
            if (now == seen) break;
            seen = now;
        }
        TAtomics.WriteSlot(ref joiner, who);
        TAtomics.Write(ref number, wait);
        seen |= TaskWord.Joining;
        while (true)
        {
            bool ended = (seen & TaskWord.Complete) != 0;
            long now = TAtomics.CompareExchange(ref word, (seen & ~TaskWord.Joining) | (ended ? 0 : TaskWord.Joined), seen);
            if (now == seen) return ended ? WaitStatus.Completed : null;
            seen = now;
        }
    }

    /// <summary>A joiner gives up. He must be running; if it is not he who is registered, nothing happens. Between e1 and e2 he waits,
    /// so that he can come again at once.</summary>
    internal static void Unjoin<TJoiner>(ref long word, ref int generation, int life, ref TJoiner? joiner, TJoiner who)
        where TJoiner : class
    {
        while (true)
        {
            long seen = TAtomics.Acquire(ref word);
            if (TAtomics.Acquire(ref generation) != life || (seen & TaskWord.Joined) == 0) return;
            if (TAtomics.ReadSlot(ref joiner) != who) return;
            if ((seen & TaskWord.Complete) != 0) TAtomics.WaitWhile(ref word, seen);
            else if (TAtomics.CompareExchange(ref word, seen & ~TaskWord.Joined, seen) == seen) return;
        }
    }

    /// <summary>Nobody will join. True: the task has ended, and the caller alone has to give its frame back.</summary>
    internal static bool Detach(ref long word, ref int generation, int life)
    {
        while (true)
        {
            long seen = TAtomics.Acquire(ref word);
            if (TAtomics.Acquire(ref generation) != life || (seen & TaskWord.Taken) != 0) return false;
            if ((seen & TaskWord.Complete) != 0) return TryClaim(ref generation, life);
            if (TAtomics.CompareExchange(ref word, seen | TaskWord.Detached, seen) == seen) return false;
        }
    }

    /// <summary>The last turn is over.</summary>
    /// <returns>The word before. Joined: the joiner is to be woken. Detached: the frame is to be given back. Nothing else of the task
    /// may be looked at from now on.</returns>
    internal static long Finish<TJoiner>(ref long word, ref TJoiner? joiner, ref uint number, out TJoiner? who, out uint wait)
        where TJoiner : class
    {
        long before = TAtomics.Or(ref word, TaskWord.Complete);
        if ((before & TaskWord.Joined) == 0)
        {
            (who, wait) = (null, 0);
            return before;
        }
        who = TAtomics.ReadSlot(ref joiner);
        wait = TAtomics.Acquire(ref number);
        TAtomics.Release(ref word, (before | TaskWord.Complete) & ~TaskWord.Joined);
        return before;
    }

    /// <summary>Makes the caller the one that takes what the task ended with; the handles of others are stale from now on.</summary>
    internal static bool TryClaim(ref int generation, int life) => TAtomics.CompareExchange(ref generation, life + 1, life) == life;
}
