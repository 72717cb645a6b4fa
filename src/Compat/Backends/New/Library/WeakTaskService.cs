using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// The service weak-task-service of librustcore.so: tasks that the runtime does not wait for, but tells of its end. A weak task
/// registers the chan of its shutdown port with the registry before it stops counting as alive, and unregisters when it counts again.
/// </summary>
internal sealed unsafe class WeakTaskService
{
    /// <summary>A task's registration.</summary>
    private struct Weakened
    {
        public nint Function;
        public void* Env;
        public void* Registry;
        public rustcore_port_one* Port;
        public WeakTaskMessage Message;
        public bool Failed;
    }

    public void rustcore_weaken(delegate* unmanaged[Cdecl]<rustcore_port_one*, void*, void> f, void* env, rustrt_task_block* caller)
    {
        Weakened* weak = (Weakened*)NativeMemory.Alloc((nuint)sizeof(Weakened));
        *weak = new() { Function = (nint)f, Env = env };
        WeakTaskRegistry.Find(Failure.Needed(caller), &RegistryFound, (ulong)weak);
    }

    // ---- what fails before the task is registered leaves behind what it has, as it did

    [UnmanagedCallersOnly]
    private static ulong RegistryFound(rustrt_task_block* task, ulong word, ulong registry, ulong failed)
    {
        if (failed != 0) return Forget(word);
        ((Weakened*)word)->Registry = (void*)registry;
        return Answer.Call(task, 0, LibraryBinding.Api->OnC, [(ulong)LibraryBinding.Api->TaskId, 0, 0], &Identified, word);
    }

    [UnmanagedCallersOnly]
    private static ulong Identified(rustrt_task_block* task, ulong word, ulong id, ulong failed)
    {
        if (failed != 0) return Forget(word);
        Weakened* weak = (Weakened*)word;
        weak->Message = new() { Kind = WeakTaskMessage.Register, Task = (nint)id };
        return Answer.Call(task, 0, LibraryBinding.Api->OneShot,
            [LibraryBinding.Api->Nothing, (ulong)&weak->Port, (ulong)&weak->Message.Chan], &PortMade, word);
    }

    [UnmanagedCallersOnly]
    private static ulong PortMade(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? Forget(word) : Tell(task, 0, (Weakened*)word, &Registered);

    [UnmanagedCallersOnly]
    private static ulong Registered(rustrt_task_block* task, ulong word, ulong result, ulong failed) =>
        failed != 0 ? Forget(word) : Answer.Call(task, 0, LibraryBinding.Api->OnC, [(ulong)LibraryBinding.Api->DecrementLiveCount, 0, 0], &Uncounted, word);

    // ---- weak

    [UnmanagedCallersOnly]
    private static ulong Uncounted(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) return Forget(word);
        Weakened* weak = (Weakened*)word;
        return Answer.Call(task, Answer.Catch, weak->Function, [(ulong)weak->Port, (ulong)weak->Env], &Ran, word);
    }

    [UnmanagedCallersOnly]
    private static ulong Ran(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        ((Weakened*)word)->Failed = failed != 0;
        return Answer.Call(task, 0, LibraryBinding.Api->OnC, [(ulong)LibraryBinding.Api->IncrementLiveCount, 0, 0], &Counted, word);
    }

    [UnmanagedCallersOnly]
    private static ulong Counted(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) return Forget(word);
        Weakened* weak = (Weakened*)word;
        weak->Message = new() { Kind = WeakTaskMessage.Unregister, Task = weak->Message.Task };
        return Tell(task, Answer.Catch, weak, &Unregistered);
    }

    // ---- the end of a registration, which must not fail

    [UnmanagedCallersOnly]
    private static ulong Unregistered(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) Failure.Twice();
        return Answer.Call(task, Answer.Catch, LibraryBinding.Api->SharedChanDrop, [(ulong)((Weakened*)word)->Registry], &RegistryLeft, word);
    }

    [UnmanagedCallersOnly]
    private static ulong RegistryLeft(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) Failure.Twice();
        return Answer.Call(task, Answer.Catch, LibraryBinding.Api->PortOneDrop, [(ulong)((Weakened*)word)->Port], &Left, word);
    }

    [UnmanagedCallersOnly]
    private static ulong Left(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) Failure.Twice();
        bool rethrows = ((Weakened*)word)->Failed;
        Forget(word);
        return rethrows ? Answer.Fail(task) : 0;
    }

    private static ulong Tell(rustrt_task_block* task, uint flags, Weakened* weak, delegate* unmanaged<rustrt_task_block*, ulong, ulong, ulong, ulong> then) =>
        Answer.Call(task, flags, LibraryBinding.Api->SharedChanSend, [(ulong)weak->Registry, (ulong)&weak->Message], then, (ulong)weak);

    private static ulong Forget(ulong word)
    {
        NativeMemory.Free((void*)word);
        return 0;
    }
}
