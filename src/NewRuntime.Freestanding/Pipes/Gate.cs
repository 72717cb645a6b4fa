using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>Lets one thread in at a time, for a few loads and stores.</summary>
internal struct Gate<TAtomics>
    where TAtomics : struct, IAtomics
{
    private int _word;

    /// <summary>The word itself, for the model checker alone.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    internal ref int Word => ref _word;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Enter()
    {
        if (TAtomics.CompareExchange(ref _word, 1, 0) != 0) EnterSlowly();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Exit() => TAtomics.Release(ref _word, 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EnterSlowly()
    {
        do TAtomics.WaitWhile(ref _word, 1);
        while (TAtomics.CompareExchange(ref _word, 1, 0) != 0);
    }
}
