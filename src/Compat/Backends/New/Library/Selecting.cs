using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// Select: the receiver's sides of several packets, blocked at once (legacy/core/src/pipes/select.h). A failure leaves them
/// blocked: they go when the unwinding task drops its ends.
/// </summary>
internal static unsafe class Selecting
{
    private struct Waiting
    {
        public void** Elements;
        public nuint Count;
        public delegate*<void*, rustcore_packet*> PacketOf;
    }

    public static ulong Select(rustrt_task_block* task, void** elements, nuint count, delegate*<void*, rustcore_packet*> packetOf)
    {
        if (count == 0) return Failure.SelectOverNothing(task);
        LibraryBinding.Api->ClearEvent((rust_task*)Failure.Needed(task));
        Waiting all = new() { Elements = elements, Count = count, PacketOf = packetOf };
        for (nuint marked = 0; marked < count; marked++)
        {
            rustcore_packet* p = packetOf(elements[marked]);
            if (p == null) return Failure.UsedUpPort(task);
            if (PacketState.IsReady(Volatile.Read(ref p->state))) return Answered(all, marked, marked);
            if (!Packet.Publish(p, task)) return Failure.AlreadyBlocked(task);
            if (Interlocked.CompareExchange(ref p->state, PacketState.Blocked, PacketState.Empty) == PacketState.Empty) continue;
            Packet.TakeBack(p);
            return Answered(all, marked, marked);
        }
        Waiting* waiting = (Waiting*)NativeMemory.Alloc((nuint)sizeof(Waiting));
        *waiting = all;
        return Wait(task, waiting);
    }

    private static ulong Wait(rustrt_task_block* task, Waiting* waiting) =>
        Answer.Call(task, 0, LibraryBinding.Api->Wait, [(ulong)task], &Waited, (ulong)waiting);

    [UnmanagedCallersOnly]
    private static ulong Waited(rustrt_task_block* task, ulong word, ulong @event, ulong failed)
    {
        Waiting* waiting = (Waiting*)word;
        nuint ready = failed == 0 ? ReadyAfter((void*)@event, *waiting) : waiting->Count;
        if (failed == 0 && ready == waiting->Count) return Wait(task, waiting);
        Waiting all = *waiting;
        NativeMemory.Free(waiting);
        return failed == 0 ? Answered(all, all.Count, ready) : 0;
    }

    /// <summary>
    /// The index that an event means; the count: none is ready. An event of none of the packets is a late signal of an earlier
    /// wait. It may have come over that of a packet of ours, for a task keeps the last one only: then it is the lowest that is ready.
    /// </summary>
    private static nuint ReadyAfter(void* @event, in Waiting all)
    {
        nuint lowest = all.Count;
        for (nuint i = 0; i < all.Count; i++)
        {
            rustcore_packet* p = all.PacketOf(all.Elements[i]);
            if (Volatile.Read(ref p->state) == PacketState.Blocked) continue;
            if (p == @event) return i;
            if (lowest == all.Count) lowest = i;
        }
        return lowest;
    }

    /// <summary>Unblocks those that were blocked; what their senders did meanwhile stays.</summary>
    private static ulong Answered(in Waiting all, nuint marked, nuint ready)
    {
        for (nuint i = 0; i < marked; i++)
        {
            rustcore_packet* p = all.PacketOf(all.Elements[i]);
            Packet.TakeBack(p);
            Interlocked.CompareExchange(ref p->state, PacketState.Empty, PacketState.Blocked);
        }
        return ready;
    }
}
