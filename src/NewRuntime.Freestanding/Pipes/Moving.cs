// What a pipe does with values that have an owner: ends of pipes, as themselves or in a message (Carried), and structs that are
// handles (IMoved). For values of any other type the compiler leaves nothing of it, or a look at what the pipe knows of its type.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>Passing what has an owner through a pipe.</summary>
internal static class Moving
{
    /// <summary>A value as it goes into a pipe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Out<T>(T value, PipeCore<T> through)
    {
        if (default(T) is not null && value is IMoved<T>) return ((IMoved<T>)value).Leave();
        if (BringsEnds(through)) Carried.Depart(value, through);
        return value;
    }

    /// <summary>A value, as <see cref="Out"/> returned it, that the pipe has not taken: it stays its sender's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Back<T>(T value, PipeCore<T> through)
    {
        if (default(T) is not null && value is IMoved<T>) ((IMoved<T>)value).Return();
        if (BringsEnds(through)) Carried.Arrive(value);
    }

    /// <summary>A value that the caller has received.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void In<T>(T value, PipeCore<T> through)
    {
        if (default(T) is not null && value is IMoved<T>) ((IMoved<T>)value).Arrive();
        if (BringsEnds(through)) Carried.Arrive(value);
    }

    /// <summary>A value that nobody will receive: the peer of an end learns of it, and memory is freed.</summary>
    internal static void Lost<T>(T value, PipeCore<T> through)
    {
        if (default(T) is not null && value is IMoved<T>) ((IMoved<T>)value).BeLost();
        if (BringsEnds(through)) Carried.CloseUnreceived(value);
    }

    /// <summary>A value that is in a pipe which has been local so far.</summary>
    internal static void Share<T>(T value, PipeCore<T> through)
    {
        if (BringsEnds(through)) Carried.Share(value);
    }

    /// <summary>Whether values of the type may bring ends of pipes; asked once for a type.</summary>
    internal static bool MayBringEnds<T>() => RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Known<T>.MayBringEnds;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool BringsEnds<T>(PipeCore<T> pipe) => RuntimeHelpers.IsReferenceOrContainsReferences<T>() && pipe.MayBringEnds;

    private static class Known<T>
    {
        internal static readonly bool MayBringEnds = Carried.MayBeIn(typeof(T));
    }
}
