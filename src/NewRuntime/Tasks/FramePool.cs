using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>The free frames of one async method, told apart by its state machine: a struct, so that the compiler makes code of its
/// own for each and finds the thread's cache without a call.</summary>
internal static class FramePool<TStateMachine>
{
    [ThreadStatic]
    private static FrameCache? t_cache;

    /// <summary>Those that the calling thread has at hand.</summary>
    internal static FrameCache Here
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => t_cache ?? Open();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FrameCache Open() => t_cache = new FrameCache(All.Shelf);

    // Apart: a class whose statics have an initializer is asked at every access whether it has run.
    private static class All
    {
        internal static readonly FrameShelf Shelf = new();
    }
}
