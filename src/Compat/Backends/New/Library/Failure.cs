using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// Failing as the old library does: with its texts, told with the places in its sources, which are part of the message. The tests
/// hold both sides' messages against each other.
/// </summary>
internal static unsafe class Failure
{
    private const string DestructorThrew = "terminate called after throwing an instance of 'rust_task*'";

    public static ulong ConnectionClosedOneShot(rustrt_task_block* task) => Fail(task, "connection closed"u8, "core/src/pipes/one_shot.cpp"u8, 37);

    public static ulong ConnectionClosedStream(rustrt_task_block* task) => Fail(task, "connection closed"u8, "core/src/pipes/stream.cpp"u8, 52);

    public static ulong ConnectionClosedSet(rustrt_task_block* task) => Fail(task, "connection closed"u8, "core/src/pipes/port_set.cpp"u8, 34);

    public static ulong AlreadyBlocked(rustrt_task_block* task) => Fail(task, "blocking on already blocked packet"u8, "core/src/pipes/packet.cpp"u8, 58);

    public static ulong DroppedAfterSend(rustrt_task_block* task) => Fail(task, "sender dropped after it sent"u8, "core/src/pipes/packet.cpp"u8, 139);

    public static ulong PeekOnBlocked(rustrt_task_block* task) => Fail(task, "peeking on blocked packet"u8, "core/src/pipes/packet.cpp"u8, 153);

    public static ulong SelectOverNothing(rustrt_task_block* task) => Fail(task, "select over nothing"u8, "core/src/pipes/select.h"u8, 33);

    public static ulong UsedUpPort(rustrt_task_block* task) => Fail(task, UsedUp, "core/src/pipes/stream.cpp"u8, 25);

    /// <summary>Fails, then lets go of the value that was given away.</summary>
    public static ulong DuplicateSend(rustrt_task_block* task, type_desc* type, void* value) =>
        FailDropping(task, "duplicate send"u8, "core/src/pipes/packet.cpp"u8, 112, type, value);

    /// <inheritdoc cref="DuplicateSend"/>
    public static ulong UsedUpChan(rustrt_task_block* task, type_desc* type, void* value) =>
        FailDropping(task, UsedUp, "core/src/pipes/stream.cpp"u8, 17, type, value);

    public static ulong At(rustrt_task_block* task, FailurePlace place) => Fail(task, place.Text, place.File, place.Line);

    /// <summary>Fails, and goes on at a continuation that lets it pass in the end.</summary>
    public static ulong Caught(rustrt_task_block* task, FailurePlace place, delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> k, ulong word) =>
        Answer.Call(Needed(task), Answer.Catch, LibraryBinding.Api->Fail, [Address(place.Text), Address(place.File), place.Line], k, word);

    /// <summary>The end of a task that fails for a second time while it is being unwound.</summary>
    [DoesNotReturn]
    public static void Twice() => Fatal.Die(DestructorThrew);

    private static ReadOnlySpan<byte> UsedUp => "use of an end whose other end was found gone"u8;

    private static ulong Fail(rustrt_task_block* task, ReadOnlySpan<byte> text, ReadOnlySpan<byte> file, uint line) =>
        Answer.Call(Needed(task), 0, LibraryBinding.Api->Fail, [Address(text), Address(file), line]);

    private static ulong FailDropping(rustrt_task_block* task, ReadOnlySpan<byte> text, ReadOnlySpan<byte> file, uint line, type_desc* type, void* value)
    {
        if (type->drop == null) return Fail(task, text, file, line);
        GivenValue* given = (GivenValue*)NativeMemory.Alloc((nuint)sizeof(GivenValue));
        *given = new() { Drop = (nint)type->drop, Value = value };
        return Answer.Call(Needed(task), Answer.Catch, LibraryBinding.Api->Fail, [Address(text), Address(file), line], &Failed, (ulong)given);
    }

    private struct GivenValue
    {
        public nint Drop;
        public void* Value;
    }

    [UnmanagedCallersOnly]
    private static ulong Failed(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        GivenValue given = *(GivenValue*)word;
        NativeMemory.Free((void*)word);
        return Dropping(task, given.Drop, given.Value);
    }

    /// <summary>Lets go of a value that was given away, on behalf of a failure that then goes on.</summary>
    public static ulong Dropping(rustrt_task_block* task, type_desc* type, void* value) => Dropping(task, (nint)type->drop, value);

    private static ulong Dropping(rustrt_task_block* task, nint drop, void* value) =>
        Answer.Call(task, Answer.Catch, drop, [0, 0, 0, (ulong)value], &Dropped);

    [UnmanagedCallersOnly]
    private static ulong Dropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) Twice();
        return Answer.Fail(task);
    }

    /// <summary>A literal's bytes stay where they are, and a zero follows them.</summary>
    private static ulong Address(ReadOnlySpan<byte> literal) => (ulong)Unsafe.AsPointer(ref MemoryMarshal.GetReference(literal));

    /// <summary>What answers must have a task to answer to.</summary>
    public static rustrt_task_block* Needed(rustrt_task_block* task)
    {
        if (task == null) Fatal.NoCurrentTask();
        return task;
    }
}
