using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>What the registry is told.</summary>
internal unsafe struct WeakTaskMessage
{
    public const int Register = 0, Unregister = 1, Shutdown = 2;

    public int Kind;
    public nint Task;
    /// <summary>Of a registration.</summary>
    public rustcore_chan_one* Chan;
}

/// <summary>
/// Who knows the weak tasks: one task, unlinked, itself weak, reached by a shared chan that is global data. An exit function tells it of
/// the shutdown; it passes that on to everybody registered and ends. Who registers later finds its port closed, so that the chan
/// of the shutdown port dies with the message and the port is closed too. It is unkillable: when everything is killed, weak
/// tasks that others need to the last (the watch over the global loop) still have to hear of the shutdown, and not before it.
/// </summary>
internal static unsafe class WeakTaskRegistry
{
    private struct Creation
    {
        public rustcore_port* Port;
        public rustcore_chan* Chan;
        public void* Shared;
    }

    private struct Registry
    {
        public rustcore_port* Port;
        public WeakTaskMessage Message;
        public WeakTaskMap Tasks;
        public bool Failed;
    }

    private static readonly type_desc* s_messageType = Descriptors.Make<WeakTaskMessage>(&MessageDropped);

    private static readonly nint s_create = Descriptors.Native((nint)(delegate* unmanaged<void*, ulong>)&Create);
    private static readonly nint s_tell = Descriptors.Native((nint)(delegate* unmanaged<void*, void>)&TellShutdown);
    private static readonly nint s_run = Descriptors.Native((nint)(delegate* unmanaged<void*, void>)&Run);

    /// <summary>Its address is the key.</summary>
    private static readonly rustcore_global_type* s_chanType = MakeChanType();

    /// <summary>Gives k a shared chan of it, owned; it begins at the first use.</summary>
    public static ulong Find(rustrt_task_block* task, delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> k, ulong word) =>
        Answer.Call(task, 0, LibraryBinding.Api->GlobalCloneOrCreate, [(ulong)s_chanType, (ulong)s_chanType, (ulong)s_create, 0], k, word);

    private static rustcore_global_type* MakeChanType()
    {
        rustcore_global_type* made = (rustcore_global_type*)NativeMemory.Alloc((nuint)sizeof(rustcore_global_type));
        *made = new() { clone = LibraryBinding.Api->SharedChanClone, destroy = LibraryBinding.Api->SharedChanDrop };
        return made;
    }

    [UnmanagedCallersOnly]
    private static void MessageDropped(void* result, void* env, type_desc** types, void* value)
    {
        rustcore_chan_one* chan = ((WeakTaskMessage*)value)->Chan;
        if (chan != null) Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->ChanOneDrop, [(ulong)chan]);
    }

    // ---- its beginning, under the lock of the global data

    [UnmanagedCallersOnly]
    private static ulong Create(void* env)
    {
        Creation* creation = (Creation*)NativeMemory.AllocZeroed((nuint)sizeof(Creation));
        return Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->Stream,
            [(ulong)s_messageType, (ulong)&creation->Port, (ulong)&creation->Chan], &StreamMade, (ulong)creation);
    }

    [UnmanagedCallersOnly]
    private static ulong StreamMade(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? Forget(word) : Answer.Call(task, 0, LibraryBinding.Api->SharedChanNew, [(ulong)((Creation*)word)->Chan], &ChanShared, word);

    [UnmanagedCallersOnly]
    private static ulong ChanShared(rustrt_task_block* task, ulong word, ulong shared, ulong failed)
    {
        if (failed != 0) return Forget(word);
        ((Creation*)word)->Shared = (void*)shared;
        return Answer.Call(task, 0, LibraryBinding.Api->SharedChanClone, [shared], &ChanCloned, word);
    }

    [UnmanagedCallersOnly]
    private static ulong ChanCloned(rustrt_task_block* task, ulong word, ulong clone, ulong failed)
    {
        if (failed != 0) return Forget(word);
        rustcore_closure exit = new() { call = s_tell, env = (void*)clone, drop = LibraryBinding.Api->SharedChanDrop };
        return ExitFunctionsService.Register(task, exit, &ExitRegistered, word);
    }

    [UnmanagedCallersOnly]
    private static ulong ExitRegistered(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? Forget(word)
            : Spawning.Begin(task, new() { Linkage = rustcore_linkage.RUSTCORE_UNLINKED },
                new() { call = s_run, env = ((Creation*)word)->Port }, &Spawned, (nint)word);

    private static ulong Spawned(rustrt_task_block* task, nint with, bool failed)
    {
        ulong shared = (ulong)((Creation*)with)->Shared;
        Forget((ulong)with);
        return failed ? Answer.Fail(task) : shared;
    }

    // ---- the exit function

    [UnmanagedCallersOnly]
    private static void TellShutdown(void* shared)
    {
        WeakTaskMessage* message = (WeakTaskMessage*)NativeMemory.Alloc((nuint)sizeof(WeakTaskMessage));
        *message = new() { Kind = WeakTaskMessage.Shutdown };
        Answer.Call(Descriptors.Caller, 0, LibraryBinding.Api->SharedChanSend, [(ulong)shared, (ulong)message], &Told, (ulong)message);
    }

    [UnmanagedCallersOnly]
    private static ulong Told(rustrt_task_block* task, ulong word, ulong result, ulong failed) => Forget(word);

    // ---- the task

    [UnmanagedCallersOnly]
    private static void Run(void* port)
    {
        rustrt_task_block* task = Descriptors.Caller;
        LibraryBinding.Api->InhibitKill((rust_task*)task);
        Registry* registry = (Registry*)NativeMemory.AllocZeroed((nuint)sizeof(Registry));
        registry->Port = (rustcore_port*)port;
        Answer.Call(task, 0, LibraryBinding.Api->OnC, [(ulong)LibraryBinding.Api->DecrementLiveCount, 0, 0], &Serve, (ulong)registry);
    }

    [UnmanagedCallersOnly]
    private static ulong Serve(rustrt_task_block* task, ulong word, ulong result, ulong failed) => failed != 0 ? 0 : Receive(task, (Registry*)word);

    private static ulong Receive(rustrt_task_block* task, Registry* registry) =>
        Answer.Call(task, Answer.Catch, LibraryBinding.Api->Receive, [(ulong)registry->Port, (ulong)&registry->Message], &Received, (ulong)registry);

    [UnmanagedCallersOnly]
    private static ulong Received(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        Registry* registry = (Registry*)word;
        if (failed != 0) return GiveUp(task, registry);
        switch (registry->Message.Kind)
        {
            case WeakTaskMessage.Shutdown:
                return PassOn(task, registry);
            case WeakTaskMessage.Unregister:
                rustcore_chan_one* chan = WeakTaskMap.Take(&registry->Tasks, registry->Message.Task);
                return Answer.Call(task, Answer.Catch, LibraryBinding.Api->ChanOneDrop, [(ulong)chan], &ChanDropped, word);
            default:
                return WeakTaskMap.Add(&registry->Tasks, registry->Message.Task, registry->Message.Chan) ? Receive(task, registry)
                    : Answer.Call(task, Answer.Catch, LibraryBinding.Api->ChanOneDrop, [(ulong)registry->Message.Chan], &SecondDropped, word);
        }
    }

    [UnmanagedCallersOnly]
    private static ulong ChanDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? GiveUp(task, (Registry*)word) : Receive(task, (Registry*)word);

    [UnmanagedCallersOnly]
    private static ulong SecondDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? GiveUp(task, (Registry*)word) : Failure.Caught(task, FailurePlace.WeakTwice, &Failed, word);

    [UnmanagedCallersOnly]
    private static ulong Failed(rustrt_task_block* task, ulong word, ulong result, ulong failed) => GiveUp(task, (Registry*)word);

    private static ulong PassOn(rustrt_task_block* task, Registry* registry)
    {
        rustcore_chan_one* chan = WeakTaskMap.TakeFirst(&registry->Tasks);
        return chan != null
            ? Answer.Call(task, Answer.Catch, LibraryBinding.Api->SendOne, [(ulong)chan, 0], &PassedOn, (ulong)registry)
            : DropPort(task, registry);
    }

    [UnmanagedCallersOnly]
    private static ulong PassedOn(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? GiveUp(task, (Registry*)word) : PassOn(task, (Registry*)word);

    // ---- its end, which must not fail

    private static ulong GiveUp(rustrt_task_block* task, Registry* registry)
    {
        registry->Failed = true;
        return DropChans(task, registry);
    }

    private static ulong DropChans(rustrt_task_block* task, Registry* registry)
    {
        rustcore_chan_one* chan = WeakTaskMap.TakeFirst(&registry->Tasks);
        return chan != null
            ? Answer.Call(task, Answer.Catch, LibraryBinding.Api->ChanOneDrop, [(ulong)chan], &NextDropped, (ulong)registry)
            : DropPort(task, registry);
    }

    [UnmanagedCallersOnly]
    private static ulong NextDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) Failure.Twice();
        return DropChans(task, (Registry*)word);
    }

    private static ulong DropPort(rustrt_task_block* task, Registry* registry) =>
        Answer.Call(task, Answer.Catch, LibraryBinding.Api->PortDrop, [(ulong)registry->Port], &PortDropped, (ulong)registry);

    [UnmanagedCallersOnly]
    private static ulong PortDropped(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) Failure.Twice();
        WeakTaskMap.End(&((Registry*)word)->Tasks);
        return Answer.Call(task, 0, LibraryBinding.Api->OnC, [(ulong)LibraryBinding.Api->IncrementLiveCount, 0, 0], &Ended, word);
    }

    [UnmanagedCallersOnly]
    private static ulong Ended(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) return 0;
        bool rethrows = ((Registry*)word)->Failed;
        Forget(word);
        LibraryBinding.Api->AllowKill((rust_task*)task);
        return rethrows ? Answer.Fail(task) : 0;
    }

    private static ulong Forget(ulong word)
    {
        NativeMemory.Free((void*)word);
        return 0;
    }
}
