using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// A receive. One that a late signal woke, or that cannot wait because its task is failing, asks again at once, until the sender
/// acts: it holds the thread meanwhile, as it did (oddity 5 of legacy-runtime.md section 12).
/// </summary>
internal static unsafe class Receiving
{
    private struct Waiting
    {
        public rustcore_packet* Packet;
        public void* Out;
        public rustcore_packet** Next;
        public After After;
    }

    /// <summary>Moves the value out and ends the receiver's side; 0: the sender had gone. next is written when there is a value.</summary>
    public static ulong Receive(rustrt_task_block* task, rustcore_packet* p, void* @out, rustcore_packet** next, After after)
    {
        nuint state = Volatile.Read(ref p->state);
        Waiting waiting = new() { Packet = p, Out = @out, Next = next, After = after };
        if (PacketState.IsReady(state)) return Take(task, waiting, state);
        if (!Packet.Publish(p, Failure.Needed(task))) return Failure.AlreadyBlocked(task);
        Waiting* kept = (Waiting*)NativeMemory.Alloc((nuint)sizeof(Waiting));
        *kept = waiting;
        return Wait(task, kept);
    }

    private static ulong Wait(rustrt_task_block* task, Waiting* waiting)
    {
        rustcore_packet* p = waiting->Packet;
        for (;;)
        {
            LibraryBinding.Api->ClearEvent((rust_task*)task);
            nuint found = Interlocked.CompareExchange(ref p->state, PacketState.Blocked, PacketState.Empty);
            if (found == PacketState.Empty)
                return Answer.Call(task, Answer.Catch, LibraryBinding.Api->Wait, [(ulong)task], &Waited, (ulong)waiting);
            if (PacketState.IsReady(found))
            {
                Packet.TakeBack(p);
                return Take(task, Kept(waiting), found);
            }
        }
    }

    [UnmanagedCallersOnly]
    private static ulong Waited(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Waiting* waiting = (Waiting*)word;
        if (failed == 0) return Wait(task, waiting);
        // The receiver goes, and the packet with it: the sender learns of it.
        rustcore_packet* p = Kept(waiting).Packet;
        Interlocked.Exchange(ref p->state, PacketState.Terminated);
        Packet.TakeBack(p);
        return Leaving.Leave(task, p, new After { Fails = true });
    }

    private static Waiting Kept(Waiting* waiting)
    {
        Waiting kept = *waiting;
        NativeMemory.Free(waiting);
        return kept;
    }

    private static ulong Take(rustrt_task_block* task, in Waiting waiting, nuint state)
    {
        rustcore_packet* p = waiting.Packet;
        After after = waiting.After;
        if (state == PacketState.Full)
        {
            Packet.Move(waiting.Out, Packet.ValueOf(p), p->type);
            p->occupied = 0;
            if (waiting.Next != null) *waiting.Next = p->next;
            p->next = null;
            Volatile.Write(ref p->state, PacketState.Empty);
            after.Result = 1;
        }
        return Leaving.Leave(task, p, after);
    }
}
