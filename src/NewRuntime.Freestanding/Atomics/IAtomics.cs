namespace Rustrt.Federation;

/// <summary>
/// The memory operations of the lock-free parts (<see cref="WaitTransitions{TAtomics}"/> and others here and in the federation): all
/// that they use on shared words. They take them as a type parameter so that a model checker can stand in for the hardware.
/// Acquire: what follows stays behind. Release: what precedes stays before, but later reads may overtake. The others are
/// full fences.
/// </summary>
internal interface IAtomics
{
    /// <summary>Plain read of a word that only the calling thread writes.</summary>
    static abstract uint Own(ref uint location);

    /// <summary>Plain write, published by a later operation.</summary>
    static abstract void Write(ref int location, int value);

    /// <inheritdoc cref="Write(ref int, int)"/>
    static abstract void Write(ref uint location, uint value);

    static abstract int Acquire(ref int location);
    static abstract uint Acquire(ref uint location);
    static abstract ulong Acquire(ref ulong location);
    static abstract long Acquire(ref long location);
    static abstract void Release(ref int location, int value);
    static abstract void Release(ref uint location, uint value);
    static abstract void Release(ref long location, long value);
    static abstract int Exchange(ref int location, int value);
    static abstract int CompareExchange(ref int location, int value, int expected);
    static abstract long CompareExchange(ref long location, long value, long expected);
    static abstract ulong CompareExchange(ref ulong location, ulong value, ulong expected);

    /// <summary>Adds a number, and returns the sum.</summary>
    static abstract int Add(ref int location, int change);

    /// <inheritdoc cref="Add(ref int, int)"/>
    static abstract long Add(ref long location, long change);

    /// <summary>Adds bits, and returns what was there before.</summary>
    static abstract long Or(ref long location, long bits);

    /// <summary>Leaves only these bits.</summary>
    static abstract void And(ref long location, long bits);

    /// <summary>A full fence.</summary>
    static abstract void Fence();

    /// <summary>Takes a lock: a full fence.</summary>
    static abstract void Enter(Lock gate);

    /// <summary>Leaves a lock: a release.</summary>
    static abstract void Exit(Lock gate);

    /// <summary>Reads, with acquire, until it reads something else; another thread is about to write that.</summary>
    static abstract void WaitWhile(ref int location, int value);

    /// <inheritdoc cref="WaitWhile(ref int, int)"/>
    static abstract void WaitWhile(ref uint location, uint value);

    /// <inheritdoc cref="WaitWhile(ref int, int)"/>
    static abstract void WaitWhile(ref long location, long value);

    /// <summary>A full fence on every thread of the process, the calling one included. Dear.</summary>
    static abstract void FenceEverywhere();

    /// <summary>Plain access to a slot that a protocol gives to one thread at a time.</summary>
    static abstract T? ReadSlot<T>(ref T? slot)
        where T : class;

    /// <summary>As <see cref="ReadSlot"/>.</summary>
    static abstract void WriteSlot<T>(ref T? slot, T? task)
        where T : class;
}
