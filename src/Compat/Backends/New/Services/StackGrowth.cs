using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The service stack-growth, behind the router's entries for it (Router/Rustrt/segments.c). A task has segments from its first
/// call on; they are kept alive by a handle in its slot.
/// </summary>
internal static unsafe class StackGrowth
{
    private const int Slot = (int)rustrt_unit.RUSTRT_UNIT_STACKS;

    /// <summary>The first call of a task; sp is its live stack pointer.</summary>
    [UnmanagedCallersOnly]
    public static ulong Begin(rustrt_task_block* task, nint sp) => NativeEntry.Run("stack growth", static (task, sp, _, _) =>
    {
        task->slot[Slot] = (void*)GCHandle.ToIntPtr(GCHandle.Alloc(new StackSegments(task, (nint)sp)));
        return 0;
    }, task, (ulong)sp);

    /// <summary>The header of the segment that the task is on.</summary>
    [UnmanagedCallersOnly]
    public static stk_seg* Top(rustrt_task_block* task) => (stk_seg*)NativeEntry.Run("rust_get_stack_segment", static (task, _, _, _) =>
    {
        StackSegments segments = Of(task);
        segments.WriteHeaders();
        return (ulong)segments.Top;
    }, task);

    /// <summary>Room for a frame and its stack arguments: the new stack pointer, below the arguments' copy.</summary>
    [UnmanagedCallersOnly]
    public static ulong Grow(rustrt_task_block* task, nuint frame, void* arguments, nuint size) =>
        NativeEntry.Run("upcall_new_stack", static (task, frame, arguments, size) =>
        {
            StackSegments segments = Of(task);
            if (segments.TryGrow((nuint)(frame + size))) return (ulong)segments.Push((void*)arguments, (nuint)size);
            if (Logging.Enabled(rustrt_log_module.RUSTRT_LOG_TASK, Logging.Error))
                Logging.Write($"task {(nint)task:x} ran out of stack{(StackWords.Of(task)->Unwinding != 0 ? " during unwinding" : "")}");
            return Binding.CoreIsNew ? TaskFailure.Answered(task) : Answer.Fail(task);
        }, task, frame, (ulong)arguments, size);

    /// <summary>Back to the previous segment.</summary>
    [UnmanagedCallersOnly]
    public static ulong Shrink(rustrt_task_block* task) => NativeEntry.Run("upcall_del_stack", static (task, _, _, _) =>
    {
        if (!Of(task).TryShrink()) Fatal.Assertion("stk", "rust_task.cpp", 0, "void rust_task::record_stack_limit()");
        return 0;
    }, task);

    /// <summary>Back to the segment that the live stack pointer is in.</summary>
    [UnmanagedCallersOnly]
    public static ulong Reset(rustrt_task_block* task, nint sp) => NativeEntry.Run("upcall_reset_stack_limit", static (task, sp, _, _) =>
    {
        if (StackSegments.IsOnC(task) || !Of(task).TryFind((nint)sp))
            Fatal.Assertion("stk != NULL && \"Failed to find the current stack\"", "rust_task.cpp", 0, "void rust_task::reset_stack_limit()");
        return 0;
    }, task, (ulong)sp);

    /// <summary>Before the task leaves its stack: what it has cached is not kept over the end of its turn.</summary>
    [UnmanagedCallersOnly]
    public static ulong FreeSpares(rustrt_task_block* task) => NativeEntry.Run("the end of a turn", static (task, _, _, _) =>
    {
        Of(task).FreeSpares();
        return 0;
    }, task);

    /// <summary>A failure has ended in a frame of the Rust stack.</summary>
    [UnmanagedCallersOnly]
    public static ulong Unwound(rustrt_task_block* task, nint sp) => NativeEntry.Run("the end of a failure", static (task, sp, _, _) =>
    {
        Of(task).TryFind((nint)sp);
        return 0;
    }, task, (ulong)sp);

    /// <summary>A task of the old core is dead.</summary>
    [UnmanagedCallersOnly]
    public static void End(rustrt_task_block* task) => NativeEntry.Run("the end of a task", static (task, _, _, _) =>
    {
        Forget(task);
        return 0;
    }, task);

    /// <summary>Has the task asked for its segments?</summary>
    public static bool IsUsedBy(rustrt_task_block* task) => task->slot[Slot] != null;

    /// <summary>What its Rust stack has outside of its reservation.</summary>
    public static IEnumerable<Words> Grown(rustrt_task_block* task) => IsUsedBy(task) ? Of(task).Grown : [];

    /// <summary>The task is dead.</summary>
    public static void Forget(rustrt_task_block* task)
    {
        Of(task).FreeAll();
        GCHandle.FromIntPtr((nint)task->slot[Slot]).Free();
        task->slot[Slot] = null;
    }

    private static StackSegments Of(rustrt_task_block* task) => (StackSegments)GCHandle.FromIntPtr((nint)task->slot[Slot]).Target!;
}
