using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// One side leaves a packet. The last one ends the value that is still in, by the caller's glue on the task's stack, frees the packet,
/// and leaves the receiving side that lay in it: a chain, for unread messages hang on each other. If glue fails, the rest of the
/// chain goes before the failure does; a second failure ends the process.
/// </summary>
internal static unsafe class Leaving
{
    private struct Dying
    {
        public rustcore_packet* Packet;
        public After After;
    }

    public static ulong Leave(rustrt_task_block* task, rustcore_packet* p, After after)
    {
        while (p != null)
        {
            // Alone is alone for good: no exchange is needed to know it.
            if (Volatile.Read(ref p->ends) != 1 && Interlocked.Decrement(ref p->ends) != 0) break;
            if (p->occupied != 0 && p->type->drop != null) return DropValue(task, p, after);
            p = Bury(p);
        }
        return after.Go(task);
    }

    private static ulong DropValue(rustrt_task_block* task, rustcore_packet* p, in After after)
    {
        Dying* dying = (Dying*)NativeMemory.Alloc((nuint)sizeof(Dying));
        *dying = new() { Packet = p, After = after };
        return Answer.Call(Failure.Needed(task), Answer.Catch, (nint)p->type->drop, [0, 0, 0, (ulong)Packet.ValueOf(p)], &Dropped, (ulong)dying);
    }

    [UnmanagedCallersOnly]
    private static ulong Dropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Dying dying = *(Dying*)word;
        NativeMemory.Free((void*)word);
        if (failed != 0)
        {
            if (dying.After.Fails) Failure.Twice();
            dying.After.Fails = true;
        }
        return Leave(task, Bury(dying.Packet), dying.After);
    }

    /// <returns>The receiving side that lay in the packet, closed and still to be left; null if there was none.</returns>
    private static rustcore_packet* Bury(rustcore_packet* p)
    {
        rustcore_packet* next = p->next;
        Packet.Free(p);
        if (next != null) Packet.CloseReceiver(next);
        return next;
    }
}
