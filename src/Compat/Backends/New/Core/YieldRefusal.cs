using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>A yield, or a wait that would block, inside an inhibit_yield section (observed-behaviour.md section 7).</summary>
internal static unsafe class YieldRefusal
{
    /// <summary>Logs and fails the task; a wait dies on the assertion that the old runtime's half-made block ran into.</summary>
    [UnmanagedCallersOnly]
    public static ulong Refuse(rustrt_task_block* task, ulong blocking, ulong unused1, ulong unused2) => NativeEntry.Run("rust_task_yield", static (task, blocking, _, _) =>
    {
        if (Logging.Enabled(rustrt_log_module.RUSTRT_LOG_TASK, Logging.Error))
            Logging.Write($"task {(nint)task:x} yielded in an atomic section");
        if (blocking != 0)
            Fatal.Assertion("false && \"a wait failed that does not hold its lock\"", "rust_task.cpp", 0, "void rust_task::fail()");
        return TaskFailure.Answered(task);
    }, task, blocking);
}
