// Where waiters live that take turns: on one thread, or on any of several. A pipe needs to know three things of a thread's
// place: is it the calling thread's, who has its turn there, and are all of its kind on this one thread (then a pipe between
// them needs no interlocked operation). They are fields, because every operation of a pipe asks. A thread that runs nothing of
// the kind has no place, and is one waiter by itself (ThreadWaiter).
using System.ComponentModel;
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>The home of waiters that take turns: a scheduler, or a group of them, as pipes see it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{ToString(),nq}")]
public abstract class Place
{
    [ThreadStatic]
    private static Place? t_here;

    /// <summary>Who has its turn, or had the last one; null while it is nobody that could wait.</summary>
    internal Waiter? Running;

    /// <summary>Whether the waiters that are made here stay here, all of them: no other place takes them over.</summary>
    internal readonly bool IsAlone;

    /// <summary>Whether it is one thread's, which alone changes the words of its waiters; else they may be on any of several.</summary>
    internal readonly bool IsOneThread;

    internal Place(bool isOneThread, bool isAlone)
    {
        IsOneThread = isOneThread;
        IsAlone = isAlone;
    }

    /// <summary>The place of the calling thread, or null.</summary>
    internal static Place? Here
    {
        get => t_here;
        set => t_here = value;
    }

    /// <summary>Has a wait of a waiter that is bound to this place ended, as <see cref="Waiter.WakeAtHome"/> does. Any thread but its own.</summary>
    internal abstract void PostWake(Waiter waiter, uint number, WaitStatus status, int which);
}
