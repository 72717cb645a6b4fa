namespace Rustrt.Federation;

/// <summary>
/// The memory operations of the lock-free parts (<see cref="StealRing{TAtomics}"/>, <see cref="Parker{TAtomics}"/>,
/// <see cref="BiasedLock{TAtomics}"/>): all that
/// they use on shared words. They take them as a type parameter so that a model checker can stand in for the hardware.
/// Acquire: what follows stays behind. Release: what precedes stays before, but later reads may overtake. The others are
/// full fences.
/// </summary>
internal interface IAtomics
{
    /// <summary>Plain read of a word that only the calling thread writes.</summary>
    static abstract uint Own(ref uint location);

    static abstract int Acquire(ref int location);
    static abstract uint Acquire(ref uint location);
    static abstract ulong Acquire(ref ulong location);
    static abstract void Release(ref uint location, uint value);
    static abstract int Exchange(ref int location, int value);
    static abstract int CompareExchange(ref int location, int value, int expected);
    static abstract ulong CompareExchange(ref ulong location, ulong value, ulong expected);

    /// <summary>A full fence on every thread of the process, the calling one included. Dear.</summary>
    static abstract void FenceEverywhere();

    /// <summary>Reads, with acquire, until it reads zero.</summary>
    static abstract void SpinUntilZero(ref uint location);

    /// <summary>Plain access to a slot that a protocol gives to one thread at a time.</summary>
    static abstract TaskCell? ReadSlot(ref TaskCell? slot);

    /// <summary>As <see cref="ReadSlot"/>.</summary>
    static abstract void WriteSlot(ref TaskCell? slot, TaskCell? task);
}
