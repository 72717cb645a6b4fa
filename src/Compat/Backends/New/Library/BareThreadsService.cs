using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>What the router runs on an OS thread: bare_thread in Router/Rustcore/bare_threads.c.</summary>
internal unsafe struct BareThread
{
    public nint Block;
    public void* Env;
    public rustcore_chan_one* Ended;
}

/// <summary>
/// The service bare-threads of librustcore.so: an OS thread outside of any task, held by a task on a scheduler of its own. The thread
/// borrows the block: whatever happens to the caller or its group, it waits for the end.
/// </summary>
internal sealed unsafe class BareThreadsService
{
    private struct Waiting
    {
        public BareThread Thread;
        public rustcore_port_one* Port;
    }

    public void rustcore_run_in_bare_thread(delegate* unmanaged[Cdecl]<void*, void> block, void* env, rustrt_task_block* caller)
    {
        Waiting* waiting = (Waiting*)NativeMemory.Alloc((nuint)sizeof(Waiting));
        *waiting = new() { Thread = new() { Block = (nint)block, Env = env } };
        Answer.Call(Failure.Needed(caller), 0, LibraryBinding.Api->OneShot,
            [LibraryBinding.Api->Nothing, (ulong)&waiting->Port, (ulong)&waiting->Thread.Ended], &Start, (ulong)waiting);
    }

    [UnmanagedCallersOnly]
    private static ulong Start(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        if (failed != 0) return 0;
        LibraryBinding.Api->InhibitKill((rust_task*)task);
        return Spawning.Begin(task, new() { Linkage = rustcore_linkage.RUSTCORE_UNLINKED, Mode = rustcore_sched_mode.RUSTCORE_SINGLE_THREADED },
            new() { call = LibraryBinding.Api->JoinBareThread, env = &((Waiting*)word)->Thread }, &Started, (nint)word);
    }

    private static ulong Started(rustrt_task_block* task, nint with, bool failed) =>
        failed ? Ended(task, (ulong)with, failed: true)
            : Answer.Call(task, Answer.Catch, LibraryBinding.Api->ReceiveOne, [(ulong)((Waiting*)with)->Port, 0], &Received, (ulong)with);

    [UnmanagedCallersOnly]
    private static ulong Received(rustrt_task_block* task, ulong word, ulong result, ulong failed) => Ended(task, word, failed != 0);

    private static ulong Ended(rustrt_task_block* task, ulong word, bool failed)
    {
        NativeMemory.Free((void*)word);
        LibraryBinding.Api->AllowKill((rust_task*)task);
        return failed ? Answer.Fail(task) : 0;
    }
}
