// Those who cancel many tasks, and those who spawn meanwhile: each task is found by the former or cancelled by the latter.
//
// Everything is cancelled:
//   canceller                                      spawner
//   1. sets the sign, and every group's mark       a. makes the frame a task (Frame.BecomeRoot)
//      to none                                     b. compares the frame's mark with the group's: equal, done
//   2. fence on all threads                        c. lists the frame if it is not
//   3. goes through the frames                     d. cancels the task from birth if the sign is set
// If a (and c) come before the fence the canceller sees the task in 3; if not, b (or d) comes after it and sees step 1. The spawner,
// who comes often, has no fence to make.
//
// Weak tasks are cancelled, because only they are left:
//   1. the federation is shutting down (exchange)  a. makes the frame a task, and lists it
//   2. no task was ever weak: done                 b. says that one is weak
//   3. goes through the frames                     c. full fence
//                                                  d. cancels the task from birth if the federation is shutting down
// If 2 or 3 miss b or a, d sees 1. Weak tasks are few: here the spawner can afford a fence, and the end of a federation that has none
// is cheap.
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>What a canceller tells those who spawn, and they him. A field, because it is changed in place.</summary>
internal struct Admission<TAtomics>
    where TAtomics : struct, IAtomics
{
    private int _cancelsNewborn;
    private int _anyWeak;

    /// <summary>The sign, for the model checker alone.</summary>
    [UnscopedRef]
    internal ref int SignWord => ref _cancelsNewborn;

    /// <summary>Whether any task was weak, for the same.</summary>
    [UnscopedRef]
    internal ref int WeakWord => ref _anyWeak;

    /// <summary>Whether tasks are cancelled from birth: step d.</summary>
    internal bool CancelsNewborn => TAtomics.Acquire(ref _cancelsNewborn) != 0;

    /// <summary>Whether any task was weak: step 2 of the second table.</summary>
    internal bool AnyWeak => TAtomics.Acquire(ref _anyWeak) != 0;

    /// <summary>Steps 1 and 2; step 3 is the caller's.</summary>
    /// <param name="markGroups">Calls <see cref="AdmissionMark{TAtomics}.Revoke"/> for every group there is.</param>
    internal void CancelFromNowOn(Action markGroups)
    {
        TAtomics.Release(ref _cancelsNewborn, 1);
        markGroups();
        TAtomics.FenceEverywhere();
    }

    /// <summary>Steps b and c of the second table; d is the caller's.</summary>
    internal void AddWeak()
    {
        TAtomics.Release(ref _anyWeak, 1);
        TAtomics.Fence();
    }
}

/// <summary>The mark of a group: which frames need no second look when they become a task there.</summary>
internal struct AdmissionMark<TAtomics>(int mark)
    where TAtomics : struct, IAtomics
{
    /// <summary>No frame has it: 0 is that of one which has never been listed.</summary>
    internal const int None = -1;

    private int _mark = mark;

    /// <summary>The mark, for the model checker alone.</summary>
    [UnscopedRef]
    internal ref int Word => ref _mark;

    /// <summary>Step b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Admits(int mark) => TAtomics.Acquire(ref _mark) == mark;

    /// <summary>A part of step 1: from now on every frame needs the second look.</summary>
    internal void Revoke() => TAtomics.Release(ref _mark, None);
}
