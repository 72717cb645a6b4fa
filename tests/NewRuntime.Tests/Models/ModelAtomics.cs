namespace Rustrt.Federation.Tests;

/// <summary>
/// The operations of the modelled threads. A thread that is not modelled (it prepares a program, or looks at its result)
/// goes straight to the memory.
/// </summary>
internal readonly struct ModelAtomics : IAtomics
{
    public static uint Own(ref uint location) => ModelThread.Current?.Own(ref location) ?? location;

    public static int Acquire(ref int location) => Load(ref location);

    public static uint Acquire(ref uint location) => Load(ref location);

    public static ulong Acquire(ref ulong location) => Load(ref location);

    public static void Release(ref uint location, uint value) => Store(ref location, value, AccessKind.Release);

    public static int Exchange(ref int location, int value) => Change(ref location, value, AccessKind.Exchange, static (_, _) => true, 0);

    public static int CompareExchange(ref int location, int value, int expected) =>
        Change(ref location, value, AccessKind.CompareExchange, static (old, expected) => old == expected, expected);

    public static ulong CompareExchange(ref ulong location, ulong value, ulong expected) =>
        Change(ref location, value, AccessKind.CompareExchange, static (old, expected) => old == expected, expected);

    public static void FenceEverywhere() => ModelThread.Current?.FenceEverywhere();

    public static void SpinUntilZero(ref uint location) => ModelThread.Current?.SpinUntilZero(ref location);

    public static TaskCell? ReadSlot(ref TaskCell? slot) => Load(ref slot);

    public static void WriteSlot(ref TaskCell? slot, TaskCell? task) => Store(ref slot, task, AccessKind.Plain);

    /// <summary>A full fence; the algorithms under test have theirs in their interlocked operations.</summary>
    public static void Fence() => ModelThread.Current?.Fence();

    /// <summary>A plain store, for the words of the programs themselves.</summary>
    public static void Write(ref int location, int value) => Store(ref location, value, AccessKind.Plain);

    private static T Load<T>(ref T location) => ModelThread.Current is { } me ? me.Load(ref location) : location;

    private static void Store<T>(ref T location, T value, AccessKind kind)
    {
        if (ModelThread.Current is { } me) me.Store(ref location, value, kind);
        else location = value;
    }

    private static T Change<T>(ref T location, T value, AccessKind kind, Func<T, T, bool> replaces, T expected)
    {
        if (ModelThread.Current is { } me) return me.Change(ref location, value, kind, replaces, expected);
        var old = location;
        if (replaces(old, expected)) location = value;
        return old;
    }
}

internal enum AccessKind
{
    Plain,
    Release,
    Exchange,
    CompareExchange,
    Fence,
    FenceEverywhere,
}

/// <summary>An access that a mutation may weaken: by whom, where, what it writes.</summary>
internal readonly record struct Access(AccessKind Kind, string Thread, string Location, object? Value);
