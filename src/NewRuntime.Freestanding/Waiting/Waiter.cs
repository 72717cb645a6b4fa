// Parking and waking: the transitions of TaskWord. Whoever waits for something
//
//   1. begins a wait (Arm), which gives it a number;
//   2. registers itself with the number wherever the wait may be ended: a pipe, a timer, another task;
//   3. leaves its turn, or is about to block, and commits the wait;
//   4. when it goes on, reads how the wait ended, and takes back the registrations that did not end it.
//
// The word and the home are fields of this class, and what changes them is not virtual: a message between two tasks is a wait
// and a wake. Only the last step of a wake depends on who waited (Rouse).
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>Who can wait: a thread that blocks meanwhile, or a task that gives its thread to others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{ToString(),nq}")]
public abstract class Waiter
{
    /// <summary>See <see cref="TaskWord"/>.</summary>
    internal long Word;

    /// <summary>Where it belongs. Is that one thread, it alone changes the word; if not, or null, it is changed by compare-exchange.</summary>
    internal Place? Place;

    internal Waiter()
    {
    }

    /// <summary>Whether it is bound to one place.</summary>
    internal bool IsBound => Place is { IsOneThread: true };

    /// <summary>How its last wait ended.</summary>
    internal WaitStatus Status => TaskWord.Status(Word);

    /// <summary>Which of several things ended it.</summary>
    internal int Which => TaskWord.Which(Word);

    /// <summary>The number of its last wait.</summary>
    internal uint WaitNumber => TaskWord.Number(Word);

    /// <summary>Whether somebody wants it to end, and it is in no section that defers that.</summary>
    internal bool IsCancelled => (Volatile.Read(ref Word) & (TaskWord.Cancelled | TaskWord.Shielded)) == TaskWord.Cancelled;

    /// <summary>Begins a wait. Returns its number.</summary>
    internal uint Arm(long firm = 0)
    {
        long armed;
        if (IsBound) Word = armed = TaskWord.NextWait(Word) | firm;
        else armed = WaitTransitions<HardwareAtomics>.Begin(ref Word, firm);
        return TaskWord.Number(armed);
    }

    /// <summary>The waiter is about to be nobody's. False: the wait has ended already.</summary>
    internal bool CommitWait()
    {
        if (!IsBound) return WaitTransitions<HardwareAtomics>.Commit(ref Word);
        long word = Word;
        if ((word & TaskWord.WaitMask) != TaskWord.Armed) return false;
        Word = TaskWord.Committed(word);
        return true;
    }

    /// <summary>Ends a wait, if it has not ended yet. Any thread.</summary>
    /// <param name="number">Which wait of the waiter is meant.</param>
    /// <param name="status">How it ends.</param>
    /// <param name="which">Which of several things ended it.</param>
    /// <param name="current">The place of the calling thread.</param>
    internal void Wake(uint number, WaitStatus status, int which, Place? current)
    {
        if (Place is { IsOneThread: true } home)
        {
            if (home == current) WakeAtHome(number, status, which);
            else home.PostWake(this, number, status, which);
            return;
        }

        if (WaitTransitions<HardwareAtomics>.End(ref Word, number, status, which)) Rouse(current);
    }

    /// <summary>As <see cref="Wake"/>, for a bound waiter and on its place's thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WakeAtHome(uint number, WaitStatus status, int which)
    {
        long word = Word;
        if (!TaskWord.IsOpen(word, number)) return;
        Word = TaskWord.Ended(word, status, which);
        if ((word & TaskWord.WaitMask) == TaskWord.Parked) Rouse(Place); // else it is about to leave its turn, and will see
    }

    /// <summary>To be called once a wait has been registered: who has been cancelled does not wait.</summary>
    internal void EndWaitIfCancelled(uint number, Place? current)
    {
        if (IsCancelled) Wake(number, WaitStatus.Cancelled, 0, current);
    }

    /// <summary>Its committed wait has ended: it goes on.</summary>
    internal abstract void Rouse(Place? current);

    /// <summary>Answers for an end of a pipe from now on: closes it when it ends. False: its end is told to nobody.</summary>
    internal virtual bool Own(Pipes.PipeEnd end) => false;

    /// <summary>Has handed that on. Not to be relied on: of an end that it has had for long it may keep the reference.</summary>
    internal virtual void Disown(Pipes.PipeEnd end)
    {
    }
}
