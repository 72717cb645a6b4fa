// Whether there is a logger task that writes what callers leave in the pipe. It may end at any time, and nothing is lost:
//
//   caller                           logger task
//   1. leaves its record             a. says that there is no logger task
//   2. full fence                    b. full fence
//   3. writes if there is none       c. writes what is in the pipe
//
// If 1 is too late for c, a is early enough for 3.
using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Federation.Logging;

/// <summary>The word that says whether a logger task writes. A field, because it is changed in place.</summary>
internal struct LoggerPresence<TAtomics>
    where TAtomics : struct, IAtomics
{
    private int _present;

    /// <summary>The word, for the model checker alone.</summary>
    [UnscopedRef]
    internal ref int Word => ref _present;

    /// <summary>Whether there is one, a moment ago.</summary>
    internal bool IsPresent => TAtomics.Acquire(ref _present) != 0;

    /// <summary>A logger task is about to begin. False: there is one.</summary>
    internal bool TryBegin() => TAtomics.Exchange(ref _present, 1) == 0;

    /// <summary>Steps 2 and 3, for who has left a record. True: he has to write it himself.</summary>
    internal bool IsMissed()
    {
        TAtomics.Fence();
        return !IsPresent;
    }

    /// <summary>Steps a and b; step c is the caller's.</summary>
    internal void End()
    {
        TAtomics.Release(ref _present, 0);
        TAtomics.Fence();
    }
}
