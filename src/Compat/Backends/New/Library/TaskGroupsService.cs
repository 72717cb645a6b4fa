using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>The service task-groups of librustcore.so: what a task does about itself here, spawning in the files beside.</summary>
internal sealed unsafe partial class TaskGroupsService
{
    /// <summary>The runtime takes an address that it does not write to.</summary>
    private static readonly byte* s_neverWritten = (byte*)NativeMemory.AllocZeroed(1);

    public void rustcore_yield(rustrt_task_block* caller) =>
        Answer.Call(Failure.Needed(caller), 0, LibraryBinding.Api->Yield, [(ulong)caller, (ulong)s_neverWritten], &Yielded);

    public void rustcore_fail(byte* text, byte* @file, nuint line, rustrt_task_block* caller) =>
        Answer.Call(Failure.Needed(caller), 0, LibraryBinding.Api->Fail, [(ulong)text, (ulong)@file, line]);

    public byte rustcore_failing(rustrt_task_block* caller) => LibraryBinding.Api->IsUnwinding((rust_task*)Failure.Needed(caller));

    public nint rustcore_get_task(rustrt_task_block* caller) => (nint)OnC(caller, LibraryBinding.Api->TaskId);

    public nint rustcore_get_scheduler(rustrt_task_block* caller) => (nint)OnC(caller, LibraryBinding.Api->SchedulerId);

    public void rustcore_unkillable(delegate* unmanaged[Cdecl]<void*, void> block, void* env, rustrt_task_block* caller)
    {
        LibraryBinding.Api->InhibitKill((rust_task*)Failure.Needed(caller));
        Answer.Call(caller, 0, (nint)block, [(ulong)env], &Killable);
    }

    public void rustcore_rekillable(delegate* unmanaged[Cdecl]<void*, void> block, void* env, rustrt_task_block* caller)
    {
        LibraryBinding.Api->AllowKill((rust_task*)Failure.Needed(caller));
        Answer.Call(caller, 0, (nint)block, [(ulong)env], &Unkillable);
    }

    public void rustcore_atomically(delegate* unmanaged[Cdecl]<void*, void> block, void* env, rustrt_task_block* caller)
    {
        LibraryBinding.Api->InhibitKill((rust_task*)Failure.Needed(caller));
        LibraryBinding.Api->InhibitYield((rust_task*)caller);
        Answer.Call(caller, 0, (nint)block, [(ulong)env], &OutOfAtomic);
    }

    private static ulong OnC(rustrt_task_block* task, nint function) =>
        Answer.Call(Failure.Needed(task), 0, LibraryBinding.Api->OnC, [(ulong)function, 0, 0]);

    [UnmanagedCallersOnly]
    private static ulong Yielded(rustrt_task_block* task, ulong word, ulong killed, ulong failed) =>
        failed == 0 && (killed & 0xff) != 0 && LibraryBinding.Api->IsUnwinding((rust_task*)task) == 0
            ? Failure.At(task, FailurePlace.KilledInYield)
            : 0;

    // Also when a failure passes.

    [UnmanagedCallersOnly]
    private static ulong Killable(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        LibraryBinding.Api->AllowKill((rust_task*)task);
        return 0;
    }

    [UnmanagedCallersOnly]
    private static ulong Unkillable(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        LibraryBinding.Api->InhibitKill((rust_task*)task);
        return 0;
    }

    [UnmanagedCallersOnly]
    private static ulong OutOfAtomic(rustrt_task_block* task, ulong word, ulong result, ulong failed)
    {
        LibraryBinding.Api->AllowYield((rust_task*)task);
        LibraryBinding.Api->AllowKill((rust_task*)task);
        return 0;
    }
}
