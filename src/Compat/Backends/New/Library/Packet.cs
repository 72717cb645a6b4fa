using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// The protocol of packets: that of legacy/core/src/pipes/packet.h, whose head says who may change which word when. What differs is
/// where it runs: here on the host stack, so that a wait, a failure and the caller's drop glue are answers.
/// </summary>
internal static unsafe class Packet
{
    private static readonly nuint s_headerAlign = (nuint)sizeof(nint);

    /// <summary>In a box of its own, both sides open.</summary>
    public static rustcore_packet* New(type_desc* type)
    {
        rustcore_packet* made = (rustcore_packet*)Blocks.Allocate(ValueOffset(type) + type->size, Align(type));
        made->ends = 2;
        made->type = type;
        return made;
    }

    /// <summary>Moves a value in and ends the sender's side; 0: the receiver had gone.</summary>
    public static ulong Send(rustrt_task_block* task, rustcore_packet* p, void* value, rustcore_packet* next, After after)
    {
        if (Volatile.Read(ref p->state) == PacketState.Full) return Failure.DuplicateSend(task, p->type, value);
        Move(ValueOf(p), value, p->type);
        p->occupied = 1;
        p->next = next;
        nuint before = Interlocked.Exchange(ref p->state, PacketState.Full);
        if (before == PacketState.Blocked) Wake(p);
        after.Result = before != PacketState.Terminated ? 1u : 0;
        return Leaving.Leave(task, p, after);
    }

    public static ulong TerminateSender(rustrt_task_block* task, rustcore_packet* p, After after)
    {
        nuint before = Interlocked.Exchange(ref p->state, PacketState.Terminated);
        if (before == PacketState.Full) return Failure.DroppedAfterSend(task);
        if (before == PacketState.Blocked) Wake(p);
        return Leaving.Leave(task, p, after);
    }

    public static ulong TerminateReceiver(rustrt_task_block* task, rustcore_packet* p, After after)
    {
        CloseReceiver(p);
        return Leaving.Leave(task, p, after);
    }

    /// <summary>The receiver goes; what it has left is still to be left.</summary>
    public static void CloseReceiver(rustcore_packet* p)
    {
        if (Interlocked.Exchange(ref p->state, PacketState.Terminated) == PacketState.Blocked) TakeBack(p);
    }

    /// <summary>Whether a receive would find a value.</summary>
    public static ulong Peek(rustrt_task_block* task, rustcore_packet* p)
    {
        nuint state = Volatile.Read(ref p->state);
        return state == PacketState.Blocked ? Failure.PeekOnBlocked(task) : state == PacketState.Full ? 1u : 0;
    }

    /// <summary>Puts the task, with a reference, where the sender looks for it; false: another one waits.</summary>
    public static bool Publish(rustcore_packet* p, rustrt_task_block* task)
    {
        LibraryBinding.Api->Ref((rust_task*)task);
        if (Interlocked.CompareExchange(ref p->waiter, (nint)task, 0) == 0) return true;
        LibraryBinding.Api->Deref((rust_task*)task);
        return false;
    }

    /// <summary>Gives up the published reference, unless a sender was there first.</summary>
    public static void TakeBack(rustcore_packet* p)
    {
        nint waiter = Interlocked.Exchange(ref p->waiter, 0);
        if (waiter != 0) LibraryBinding.Api->Deref((rust_task*)waiter);
    }

    public static void Move(void* to, void* from, type_desc* type) => NativeMemory.Copy(from, to, type->size);

    public static void* ValueOf(rustcore_packet* p) => (byte*)p + ValueOffset(p->type);

    public static void Free(rustcore_packet* p) => Blocks.Free(p, Align(p->type));

    private static void Wake(rustcore_packet* p)
    {
        nint waiter = Interlocked.Exchange(ref p->waiter, 0);
        if (waiter == 0) return;
        LibraryBinding.Api->Signal((rust_task*)waiter, p);
        LibraryBinding.Api->Deref((rust_task*)waiter);
    }

    private static nuint Align(type_desc* type) => nuint.Max(type->align, s_headerAlign);

    private static nuint ValueOffset(type_desc* type) => Blocks.RoundUp((nuint)sizeof(rustcore_packet), type->align);
}
