using System.Runtime.InteropServices;
using System.Text;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Failing: the message is written here, the exception is raised by the router on the task's stack.</summary>
internal sealed unsafe class UnwindingService
{
    public byte rust_task_is_unwinding(rust_task* task, rustrt_task_block* caller) => StackWords.Of(task)->Unwinding != 0 ? (byte)1 : (byte)0;

    public void upcall_fail(byte* expr, byte* file, nuint line, rustrt_task_block* caller) => rust_upcall_fail(expr, file, line, caller);

    public void rust_upcall_fail(byte* expr, byte* file, nuint line, rustrt_task_block* caller)
    {
        if (caller == null) Fatal.NoCurrentTask();
        if (expr != null && Logging.Enabled(rustrt_log_module.RUSTRT_LOG_TASK, Logging.Error)) WriteFailure(expr, file, line);
        TaskFailure.Answered(caller);
    }

    /// <summary>Bytes, not text: what callers give need not be UTF-8.</summary>
    private static void WriteFailure(byte* expr, byte* file, nuint line)
    {
        List<byte> message = [.. "task failed at '"u8, .. Bytes(expr), .. "', "u8, .. Bytes(file), (byte)':',
            .. Encoding.ASCII.GetBytes(line.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        fixed (byte* p = CollectionsMarshal.AsSpan(message)) Logging.Write(p, (nuint)message.Count);
    }

    private static ReadOnlySpan<byte> Bytes(byte* text) =>
        text == null ? "(null)"u8 : MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
}
