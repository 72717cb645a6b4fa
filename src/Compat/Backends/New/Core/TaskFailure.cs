using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The current task fails, after the message was written. With ::rt::backtrace above 1 its frames go to stderr first: they
/// are gathered on the task's own stack, where they are, and printed from here.
/// </summary>
internal static unsafe class TaskFailure
{
    private const uint Warning = 2;
    private const int MostFrames = 256, StandardError = 2;

    /// <summary>The answer of an upcall whose task fails. On the legacy core the router asks it for all that belongs to a failure.</summary>
    public static ulong Answered(rustrt_task_block* task)
    {
        if (!Binding.CoreIsNew) return Answer.Fail(task);
        if (!Logging.Enabled(rustrt_log_module.RUSTRT_LOG_BACKTRACE, Warning)) return Unwound(task);
        void* frames = LibC.Allocate((nuint)(MostFrames * sizeof(void*)));
        nint backtrace = NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "backtrace");
        return Answer.Call(task, 0, backtrace, [(ulong)frames, MostFrames], &Gathered, (ulong)frames);
    }

    [UnmanagedCallersOnly]
    private static ulong Gathered(rustrt_task_block* task, ulong frames, ulong count, ulong failed) =>
        NativeEntry.Run("the backtrace of a task", static (task, frames, count, failed) =>
        {
            LibC.PrintBacktrace((void**)frames, (int)count, StandardError);
            LibC.Free((void*)frames);
            return failed != 0 ? 0 : Unwound(task);
        }, task, frames, count, failed);

    private static ulong Unwound(rustrt_task_block* task)
    {
        StackWords.Of(task)->Unwinding = 1;
        return Answer.Fail(task);
    }
}
