using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Task-local data as a core uses it. The new core asks here, whichever backend serves it; on the legacy core the
/// service of this backend lives by hooks.</summary>
internal static unsafe class TaskLocalData
{
    private const string End = "the end of a task";

    private static rustrt_local_data_seam* s_legacy;

    /// <summary>The new core runs the cleanup itself: the service is this backend's.</summary>
    public static bool IsOwn => s_legacy == null;

    /// <summary>Called once while binding: the legacy seam, or null when the new backend serves it, and whether the core is new.</summary>
    public static void Use(rustrt_local_data_seam* legacy, bool coreIsNew)
    {
        s_legacy = legacy;
        if (coreIsNew || Binding.Api->IsNew[(int)rustrt_unit.RUSTRT_UNIT_TASK_LOCAL_DATA] == 0) return;
        nint ending = Binding.Api->Wrap((nint)(delegate* unmanaged<rustrt_task_block*, ulong>)&Ending);
        nint burial = Binding.Api->Wrap((nint)(delegate* unmanaged<rustrt_task_block*, void>)&Burial);
        ((delegate* unmanaged<int, nint, nint, nint, void>)Binding.Api->Core->hooks)(
            (int)rustrt_unit.RUSTRT_UNIT_TASK_LOCAL_DATA, 0, ending, burial);
    }

    /// <summary>A root task that fails with a cleanup does not take the run with it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasCleanup(rustrt_task_block* task) =>
        s_legacy == null ? TaskLocalDataService.Cleanup(task, out _) != 0 : s_legacy->has_cleanup(task) != 0;

    /// <summary>The seam.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int HasCleanupSeam(rustrt_task_block* task) => (int)NativeEntry.Seam(rustrt_unit.RUSTRT_UNIT_TASK_LOCAL_DATA, "task-local data",
        static (task, _, _) => TaskLocalDataService.Cleanup((rustrt_task_block*)task, out ulong _) != 0 ? 1 : 0, (nint)task);

    [UnmanagedCallersOnly]
    private static ulong Ending(rustrt_task_block* task) => NativeEntry.Run(End, static (task, _, _, _) =>
    {
        nint cleanup = TaskLocalDataService.Cleanup(task, out ulong data);
        return cleanup == 0 ? 0 : Answer.Call(task, Answer.OnC, cleanup, [data], &CleanedUp);
    }, task);

    [UnmanagedCallersOnly]
    private static ulong CleanedUp(rustrt_task_block* task, ulong word, ulong result, ulong failed) => NativeEntry.Run(End, static (task, _, _, failed) =>
    {
        if (failed == 0) TaskLocalDataService.Forget(task);
        return 0;
    }, task, word, result, failed);

    [UnmanagedCallersOnly]
    private static void Burial(rustrt_task_block* task) => NativeEntry.Run(End, static (task, _, _, _) =>
    {
        TaskLocalDataService.Bury(task);
        return 0;
    }, task);
}
