using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// The loop that all tasks share: global data, made at first use. Its I/O task is weak and does not hear of the shutdown, so a monitor,
/// weak as well, waits for that and makes it exit.
/// </summary>
internal static unsafe class GlobalLoop
{
    private struct Offer
    {
        public rustcore_iotask* Made, Global;
        public bool IsTaken, Failed;
        public rustcore_closure Monitor;
    }

    /// <summary>Of the monitor's body.</summary>
    private struct Monitor
    {
        public rustcore_iotask* Io;
        public rustcore_port_one* Shutdown;
    }

    private static readonly nint s_create = Descriptors.Native((nint)(delegate* unmanaged<Offer*, ulong>)&Create);
    private static readonly nint s_clone = Descriptors.Native((nint)(delegate* unmanaged<rustcore_iotask**, ulong>)&Clone);
    private static readonly nint s_destroy = Descriptors.Native((nint)(delegate* unmanaged<rustcore_iotask**, void>)&Destroy);
    private static readonly nint s_watch = Descriptors.Native((nint)(delegate* unmanaged<Monitor*, void>)&Watch);
    private static readonly nint s_watchWeakly = Descriptors.Native((nint)(delegate* unmanaged<rustcore_port_one*, Monitor*, void>)&WatchWeakly);
    private static readonly nint s_dropMonitor = Descriptors.Native((nint)(delegate* unmanaged<Monitor*, void>)&DropMonitor);

    /// <summary>How the value, a block with a reference in it, is copied and ended; its address is the key.</summary>
    private static readonly rustcore_global_type* s_type = MakeType();

    private static rustcore_global_type* MakeType()
    {
        rustcore_global_type* made = (rustcore_global_type*)NativeMemory.Alloc((nuint)sizeof(rustcore_global_type));
        *made = new() { clone = s_clone, destroy = s_destroy };
        return made;
    }

    /// <summary>Answers with a reference of the caller's own.</summary>
    public static ulong Find(rustrt_task_block* task) => Steps.Call(task, LibraryBinding.Api->GlobalClone, [(ulong)s_type], &Looked, null);

    private static ulong Looked(rustrt_task_block* task, nint with, ulong cloned, bool failed)
    {
        if (failed || cloned != 0) return Steps.End(task, failed, failed ? 0 : (ulong)Take(cloned));
        // Killed between, the task would leave a loop that nobody ends.
        LibraryBinding.Api->InhibitKill((rust_task*)task);
        return IoLoop.Begin(task, rustcore_linkage.RUSTCORE_UNLINKED, weak: true, &Made, NativeMemory.AllocZeroed((nuint)sizeof(Offer)));
    }

    private static rustcore_iotask* Take(ulong cloned)
    {
        rustcore_iotask* reference = *(rustcore_iotask**)cloned;
        Blocks.Free((void*)cloned);
        return reference;
    }

    /// <summary>Makes this loop the global one unless another task was faster.</summary>
    private static ulong Made(rustrt_task_block* task, nint with, ulong reference, bool failed)
    {
        Offer* offer = (Offer*)with;
        if (failed) return Over(task, offer, failed);
        offer->Made = (rustcore_iotask*)reference;
        return Steps.Call(task, LibraryBinding.Api->GlobalCloneOrCreate, [(ulong)s_type, (ulong)s_type, (ulong)s_create, (ulong)offer], &Offered, offer);
    }

    private static ulong Offered(rustrt_task_block* task, nint with, ulong cloned, bool failed)
    {
        Offer* offer = (Offer*)with;
        if (failed) return DropMade(task, offer, failed);
        offer->Global = Take(cloned);
        if (!offer->IsTaken) return IoJob.PostExit(task, offer->Made, &ExitPosted, offer);
        Monitor* monitor = (Monitor*)NativeMemory.AllocZeroed((nuint)sizeof(Monitor));
        monitor->Io = offer->Made;
        offer->Monitor = new() { call = s_watch, env = monitor, drop = s_dropMonitor };
        return Steps.Call(task, LibraryBinding.Api->SpawnUnlinked, [(ulong)&offer->Monitor], &MonitorSpawned, offer);
    }

    private static ulong MonitorSpawned(rustrt_task_block* task, nint with, ulong result, bool failed) =>
        failed ? DropGlobal(task, (Offer*)with) : Over(task, (Offer*)with, failed);

    private static ulong ExitPosted(rustrt_task_block* task, nint with, bool failed) => DropMade(task, (Offer*)with, failed);

    private static ulong DropMade(rustrt_task_block* task, Offer* offer, bool failed)
    {
        offer->Failed = failed;
        return Steps.Drop(task, LibraryBinding.Api->ExclusiveDrop, offer->Made, &MadeDropped, offer);
    }

    private static ulong MadeDropped(rustrt_task_block* task, nint with)
    {
        Offer* offer = (Offer*)with;
        return offer->Failed && offer->Global != null ? DropGlobal(task, offer) : Over(task, offer, offer->Failed);
    }

    private static ulong DropGlobal(rustrt_task_block* task, Offer* offer) =>
        Steps.Drop(task, LibraryBinding.Api->ExclusiveDrop, offer->Global, &GlobalDropped, offer);

    private static ulong GlobalDropped(rustrt_task_block* task, nint with) => Over(task, (Offer*)with, failed: true);

    private static ulong Over(rustrt_task_block* task, Offer* offer, bool failed)
    {
        ulong global = (ulong)offer->Global;
        NativeMemory.Free(offer);
        LibraryBinding.Api->AllowKill((rust_task*)task);
        return Steps.End(task, failed, global);
    }

    // ---- the value, under the lock of the global data

    [UnmanagedCallersOnly]
    private static ulong Create(Offer* offer)
    {
        offer->IsTaken = true;
        return CloneReference(offer->Made);
    }

    [UnmanagedCallersOnly]
    private static ulong Clone(rustcore_iotask** value) => CloneReference(*value);

    private static ulong CloneReference(rustcore_iotask* reference) =>
        Steps.Call(Descriptors.Caller, LibraryBinding.Api->ExclusiveClone, [(ulong)reference], &Cloned, null);

    private static ulong Cloned(rustrt_task_block* task, nint with, ulong reference, bool failed)
    {
        if (failed) return Answer.Fail(task);
        rustcore_iotask** value = (rustcore_iotask**)Blocks.Allocate((nuint)sizeof(nint));
        *value = (rustcore_iotask*)reference;
        return (ulong)value;
    }

    [UnmanagedCallersOnly]
    private static void Destroy(rustcore_iotask** value) =>
        Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->ExclusiveDrop, [(ulong)Take((ulong)value)]);

    // ---- the monitor. Unkillable: when everything is killed, those that use the loop still have to close what they opened on it

    [UnmanagedCallersOnly]
    private static void Watch(Monitor* monitor)
    {
        LibraryBinding.Api->InhibitKill((rust_task*)Descriptors.Caller);
        Steps.Call(Descriptors.Caller, LibraryBinding.Api->Weaken, [(ulong)s_watchWeakly, (ulong)monitor], &Watched, null);
    }

    private static ulong Watched(rustrt_task_block* task, nint with, ulong result, bool failed)
    {
        LibraryBinding.Api->AllowKill((rust_task*)task);
        return Steps.End(task, failed);
    }

    [UnmanagedCallersOnly]
    private static void WatchWeakly(rustcore_port_one* shutdown, Monitor* monitor)
    {
        monitor->Shutdown = shutdown;
        Steps.Call(Descriptors.Caller, LibraryBinding.Api->SelectOne, [(ulong)&monitor->Shutdown, 1], &ShutdownBegun, monitor);
    }

    private static ulong ShutdownBegun(rustrt_task_block* task, nint with, ulong result, bool failed) =>
        failed ? Answer.Fail(task) : IoJob.PostExit(task, ((Monitor*)with)->Io, &ExitTold, null);

    private static ulong ExitTold(rustrt_task_block* task, nint with, bool failed) => Steps.End(task, failed);

    [UnmanagedCallersOnly]
    private static void DropMonitor(Monitor* monitor)
    {
        rustcore_iotask* io = monitor->Io;
        NativeMemory.Free(monitor);
        Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->ExclusiveDrop, [(ulong)io]);
    }
}
