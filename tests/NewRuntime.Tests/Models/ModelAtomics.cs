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

    public static void Release(ref int location, int value) => Store(ref location, value, AccessKind.Release);

    public static void Release(ref uint location, uint value) => Store(ref location, value, AccessKind.Release);

    public static int Exchange(ref int location, int value) => Change(ref location, value, AccessKind.Exchange, static (_, value) => value);

    public static int CompareExchange(ref int location, int value, int expected) =>
        Replace(ref location, value, expected);

    public static ulong CompareExchange(ref ulong location, ulong value, ulong expected) =>
        Replace(ref location, value, expected);

    public static void FenceEverywhere() => ModelThread.Current?.FenceEverywhere();

    public static void WaitWhile(ref uint location, uint value) => ModelThread.Current!.WaitWhile(ref location, value);

    public static long Acquire(ref long location) => Load(ref location);

    public static void Release(ref long location, long value) => Store(ref location, value, AccessKind.Release);

    public static long CompareExchange(ref long location, long value, long expected) =>
        Replace(ref location, value, expected);

    public static int Add(ref int location, int change) => Change(ref location, change, AccessKind.Add, static (old, change) => old + change) + change;

    public static long Add(ref long location, long change) => Change(ref location, change, AccessKind.Add, static (old, change) => old + change) + change;

    public static long Or(ref long location, long bits) => Change(ref location, bits, AccessKind.Or, static (old, bits) => old | bits);

    public static void And(ref long location, long bits) => Change(ref location, bits, AccessKind.And, static (old, bits) => old & bits);

    public static void WaitWhile(ref int location, int value) => ModelThread.Current!.WaitWhile(ref location, value);

    public static void WaitWhile(ref long location, long value) => ModelThread.Current!.WaitWhile(ref location, value);

    public static T? ReadSlot<T>(ref T? slot)
        where T : class => Load(ref slot);

    public static void WriteSlot<T>(ref T? slot, T? task)
        where T : class => Store(ref slot, task, AccessKind.Plain);

    public static void Enter(Lock gate) => ModelThread.Current?.Enter(gate);

    public static void Exit(Lock gate) => ModelThread.Current?.Exit(gate);

    public static void Fence() => ModelThread.Current?.Fence();

    public static void Write(ref int location, int value) => Store(ref location, value, AccessKind.Plain);

    public static void Write(ref uint location, uint value) => Store(ref location, value, AccessKind.Plain);

    private static T Load<T>(ref T location) => ModelThread.Current is { } me ? me.Load(ref location) : location;

    private static void Store<T>(ref T location, T value, AccessKind kind)
    {
        if (ModelThread.Current is { } me) me.Store(ref location, value, kind);
        else location = value;
    }

    private static T Replace<T>(ref T location, T value, T expected)
        where T : IEquatable<T>
    {
        if (ModelThread.Current is { } me) return me.Change(ref location, value, AccessKind.CompareExchange, old => old.Equals(expected), _ => value);
        var old = location;
        if (old.Equals(expected)) location = value;
        return old;
    }

    private static T Change<T>(ref T location, T operand, AccessKind kind, Func<T, T, T> result)
    {
        if (ModelThread.Current is { } me) return me.Change(ref location, operand, kind, _ => true, old => result(old, operand));
        var old = location;
        location = result(old, operand);
        return old;
    }
}

internal enum AccessKind
{
    Plain,
    Release,
    Exchange,
    CompareExchange,
    Add,
    Or,
    And,
    Fence,
    FenceEverywhere,
}

/// <summary>An access that a mutation may weaken: by whom, where, what it writes (or which bits it changes).</summary>
internal readonly record struct Access(AccessKind Kind, string Thread, string Location, object? Value);
