using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>The processor's own operations.</summary>
internal readonly struct HardwareAtomics : IAtomics
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Own(ref uint location) => location;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Acquire(ref int location) => Volatile.Read(ref location);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Acquire(ref uint location) => Volatile.Read(ref location);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Acquire(ref ulong location) => Volatile.Read(ref location);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Release(ref uint location, uint value) => Volatile.Write(ref location, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Exchange(ref int location, int value) => Interlocked.Exchange(ref location, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CompareExchange(ref int location, int value, int expected) =>
        Interlocked.CompareExchange(ref location, value, expected);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong CompareExchange(ref ulong location, ulong value, ulong expected) =>
        Interlocked.CompareExchange(ref location, value, expected);

    public static void FenceEverywhere() => Interlocked.MemoryBarrierProcessWide();

    public static void SpinUntilZero(ref uint location)
    {
        var spinner = new SpinWait();
        while (Volatile.Read(ref location) != 0) spinner.SpinOnce();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TaskCell? ReadSlot(ref TaskCell? slot) => slot;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteSlot(ref TaskCell? slot, TaskCell? task) => slot = task;
}
