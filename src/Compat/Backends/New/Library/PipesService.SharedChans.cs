using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>Shared chans: a chan in an exclusive, so that each send, allocation and wake-up included, is under its lock.</summary>
internal sealed unsafe partial class PipesService
{
    /// <summary>library_shared_send in Router/Rustcore/rustcore_router.h.</summary>
    private struct LockedSend
    {
        public void* Value;
        public type_desc* Type;
        public uint Tries, Given;
        public ulong Sent;
    }

    private struct Sharing
    {
        public rustcore_chan* Chan;
        public type_desc* Type;
    }

    public rustcore_shared_chan* rustcore_shared_chan_new(rustcore_chan* chan, rustrt_task_block* caller)
    {
        Sharing* sharing = (Sharing*)NativeMemory.Alloc((nuint)sizeof(Sharing));
        *sharing = new() { Chan = chan, Type = chan->type };
        Answer.Call(Failure.Needed(caller), 0, LibraryBinding.Api->ExclusiveNew, [LibraryBinding.Api->ChanType, (ulong)&sharing->Chan], &Shared, (ulong)sharing);
        return null;
    }

    public rustcore_shared_chan* rustcore_shared_chan_clone(rustcore_shared_chan* chan, rustrt_task_block* caller)
    {
        Sharing* sharing = (Sharing*)NativeMemory.Alloc((nuint)sizeof(Sharing));
        *sharing = new() { Type = chan->type };
        Answer.Call(Failure.Needed(caller), 0, LibraryBinding.Api->ExclusiveClone, [(ulong)chan->exclusive], &Shared, (ulong)sharing);
        return null;
    }

    public void rustcore_shared_chan_send(rustcore_shared_chan* chan, void* value, rustrt_task_block* caller) => SendLocked(caller, chan, value, tries: 0);

    public byte rustcore_shared_chan_try_send(rustcore_shared_chan* chan, void* value, rustrt_task_block* caller) =>
        (byte)SendLocked(caller, chan, value, tries: 1);

    public void rustcore_shared_chan_drop(rustcore_shared_chan* chan, rustrt_task_block* caller)
    {
        void* reference = chan->exclusive;
        Blocks.Free(chan);
        Answer.Call(Failure.Needed(caller), 0, LibraryBinding.Api->ExclusiveDrop, [(ulong)reference]);
    }

    [UnmanagedCallersOnly]
    private static ulong Shared(rustrt_task_block* task, ulong word, ulong exclusive, ulong failed)
    {
        type_desc* type = ((Sharing*)word)->Type;
        NativeMemory.Free((void*)word);
        if (failed != 0) return 0;
        rustcore_shared_chan* made = Blocks.Make<rustcore_shared_chan>();
        *made = new() { exclusive = (void*)exclusive, type = type };
        return (ulong)made;
    }

    private static ulong SendLocked(rustrt_task_block* task, rustcore_shared_chan* chan, void* value, uint tries)
    {
        LockedSend* send = (LockedSend*)NativeMemory.Alloc((nuint)sizeof(LockedSend));
        *send = new() { Value = value, Type = chan->type, Tries = tries, Given = 0, Sent = 0 }; // the last two are the router's to write
        return Answer.Call(Failure.Needed(task), Answer.Catch, LibraryBinding.Api->ExclusiveWith,
            [(ulong)chan->exclusive, (ulong)LibraryBinding.Api->SendLocked, (ulong)send], &Sent, (ulong)send);
    }

    [UnmanagedCallersOnly]
    private static ulong Sent(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        LockedSend send = *(LockedSend*)word;
        NativeMemory.Free((void*)word);
        if (failed == 0) return send.Sent & 0xff;
        // Who does not come to the send lets go of the value.
        return send.Given != 0 || send.Type->drop == null ? Answer.Fail(task) : Failure.Dropping(task, send.Type, send.Value);
    }
}
