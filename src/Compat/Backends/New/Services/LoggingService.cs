using System.Runtime.InteropServices;
using System.Text;
using Rustrt.Compat.Interop;
using Rustrt.Compat.Managed;

namespace Rustrt.Compat.Backends.New;

/// <summary>The log of the old runtime: lines on stderr, levels per module, RUST_LOG (legacy-runtime.md section 10).</summary>
internal sealed unsafe class LoggingService : ILogging
{
    /// <summary>A line's text is cut to this; what is cut ends in [...].</summary>
    private const int LongestLine = 2047, Buffer = 2048;

    private static ReadOnlySpan<byte> NoText => "(null)"u8;

    private static readonly Lock s_lock = new();
    private static bool s_console = true;
    private static bool s_specGiven;

    public void rust_log_str(uint level, byte* text, nuint len, rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        CheckStack();
        Write(text, len);
    }

    /// <summary>What callers log is written from a C stack: the Rust stack of old tasks had no room for it.</summary>
    public static void CheckStack()
    {
        if (Binding.Api->LimitWord() != 0)
            Fatal.Assertion("!task->on_rust_stack() && \"logging on rust stack\"", "rust_log.cpp", 0, "void rust_log::trace_ln(rust_task*, uint32_t, char*)");
    }

    public void rust_log_console_on(rustrt_task_block* caller)
    {
        lock (s_lock) s_console = true;
    }

    public void rust_log_console_off(rustrt_task_block* caller)
    {
        TasklessCalls.Check(caller);
        lock (s_lock)
            if (!s_specGiven) s_console = false;
    }

    /// <summary>From rust_start: sets the module levels. A request for help prints the modules and exits.</summary>
    public static void Start(byte* spec, crate_map* map)
    {
        s_specGiven = spec != null;
        LogLevels.Apply(spec == null ? null : Encoding.Latin1.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(spec)), map);
    }

    /// <summary>One line, if the console is on.</summary>
    public static void Write(byte* text, nuint len)
    {
        if (!Volatile.Read(ref s_console)) return;
        // Nothing behind the NUL may be touched. No text is what the C library printed for it, where that fits.
        ReadOnlySpan<byte> given = text != null ? new(text, (int)LibC.LengthUpTo(text, Math.Min(len, Buffer + 1)))
            : len < (nuint)NoText.Length ? [] : NoText;
        Span<byte> line = stackalloc byte[Buffer + 16];
        "rust: "u8.CopyTo(line);
        Span<byte> room = line["rust: "u8.Length..];
        int length = Math.Min(given.Length, LongestLine);
        given[..length].CopyTo(room);
        if (given.Length > Buffer) "[...]"u8.CopyTo(room[(LongestLine - 5)..]); // 2048 exactly loses its last byte without a mark
        room[length] = (byte)'\n';
        line = line[..("rust: "u8.Length + length + 1)];
        NativeLog.Tell(line);
        if (Improvements.Chosen.AsyncLog)
        {
            LogWriter.Append(line);
            return;
        }
        fixed (byte* p = line)
            lock (s_lock) LibC.Write(2, p, (nuint)line.Length);
    }
}
