// What a pipe does with values that have an owner: an end of a pipe, and structs that are handles (IMoved). For values of any other
// type the compiler leaves nothing of it, or a look at the type.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>Passing what has an owner through a pipe.</summary>
internal static class Moving
{
    /// <summary>A value as it goes into a pipe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Out<T>(T value, PipeCore through)
    {
        if (value is PipeEnd end) end.HandOver(through);
        else if (default(T) is not null && value is IMoved<T>) return ((IMoved<T>)value).Leave();
        return value;
    }

    /// <summary>A value, as <see cref="Out"/> returned it, that the pipe has not taken: it stays its sender's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Back<T>(T value)
    {
        if (value is PipeEnd end) end.TakeBack();
        else if (default(T) is not null && value is IMoved<T>) ((IMoved<T>)value).Return();
    }

    /// <summary>A value that the caller has received. An end is free until somebody uses it (<see cref="PipeEnd"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void In<T>(T value)
    {
        if (default(T) is not null && value is IMoved<T>) ((IMoved<T>)value).Arrive();
    }

    /// <summary>A value that nobody will receive: the peer of an end learns of it, and memory is freed.</summary>
    internal static void Lost<T>(T value)
    {
        if (value is PipeEnd end) end.CloseUnreceived();
        else if (default(T) is not null && value is IMoved<T>) ((IMoved<T>)value).BeLost();
    }
}
