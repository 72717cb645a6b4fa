// A lock that costs the one thread which takes it all the time (the owner) two plain stores and a plain load. The other, a
// rescuer that comes seldom, pays for both, and never waits.
//
// Owner                                          Rescuer (one at a time)
//   o1. _owner <- 1                                r1. _rescuer <- 1
//   o2. _rescuer is set: wait until it is not      r2. fence on every thread of the process
//   o3. use what is guarded                        r3. _owner is set: go to r5, with nothing
//   o4. _owner <- 0                                r4. use what is guarded
//                                                  r5. _rescuer <- 0
//
// The store of o1 may wait in the owner's store buffer while o2 reads the other word, and then both would be inside. What rules
// that out is r2: on the owner's thread it falls either behind o1, which r3 then sees, or before o2, which then sees r1. So the
// fence that two threads would need in turn is paid for by one of them. The owner does not step back in o2: the rescuer either has
// it already and leaves soon, or finds the owner inside and leaves at once.
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>Guards what one thread uses all the time and another seldom. A field of the object that it guards.</summary>
internal struct BiasedLock<TAtomics>
    where TAtomics : struct, IAtomics
{
    private uint _owner;
    private uint _rescuer;

    /// <summary>The owner's word, for the model checker alone.</summary>
    [UnscopedRef]
    internal ref uint OwnerWord => ref _owner;

    /// <summary>The rescuer's, for the same.</summary>
    [UnscopedRef]
    internal ref uint RescuerWord => ref _rescuer;

    /// <summary>Steps o1 and o2. The owner, outside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Enter()
    {
        TAtomics.Release(ref _owner, 1);
        if (TAtomics.Acquire(ref _rescuer) != 0) TAtomics.WaitWhile(ref _rescuer, 1);
    }

    /// <summary>Step o4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Exit() => TAtomics.Release(ref _owner, 0);

    /// <summary>Steps r1 to r3. False: the owner is inside.</summary>
    internal bool TryEnterAsRescuer()
    {
        TAtomics.Release(ref _rescuer, 1);
        TAtomics.FenceEverywhere();
        if (TAtomics.Acquire(ref _owner) == 0) return true;
        ExitAsRescuer();
        return false;
    }

    /// <summary>Step r5.</summary>
    internal void ExitAsRescuer() => TAtomics.Release(ref _rescuer, 0);
}
