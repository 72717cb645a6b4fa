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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Acquire(ref long location) => Volatile.Read(ref location);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref int location, int value) => location = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref uint location, uint value) => location = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Release(ref int location, int value) => Volatile.Write(ref location, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Release(ref long location, long value) => Volatile.Write(ref location, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long CompareExchange(ref long location, long value, long expected) =>
        Interlocked.CompareExchange(ref location, value, expected);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Add(ref int location, int change) => Interlocked.Add(ref location, change);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Add(ref long location, long change) => Interlocked.Add(ref location, change);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Or(ref long location, long bits) => Interlocked.Or(ref location, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void And(ref long location, long bits) => Interlocked.And(ref location, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fence() => Interlocked.MemoryBarrier();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter(Lock gate) => gate.Enter();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Exit(Lock gate) => gate.Exit();

    public static void WaitWhile(ref int location, int value)
    {
        SpinWait spin = default;
        while (Volatile.Read(ref location) == value) spin.SpinOnce(sleep1Threshold: -1);
    }

    public static void WaitWhile(ref uint location, uint value)
    {
        SpinWait spin = default;
        while (Volatile.Read(ref location) == value) spin.SpinOnce(sleep1Threshold: -1);
    }

    public static void WaitWhile(ref long location, long value)
    {
        SpinWait spin = default;
        while (Volatile.Read(ref location) == value) spin.SpinOnce(sleep1Threshold: -1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T? ReadSlot<T>(ref T? slot)
        where T : class => slot;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteSlot<T>(ref T? slot, T? task)
        where T : class => slot = task;
}
