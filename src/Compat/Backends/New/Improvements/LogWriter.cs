// async-log: who logs appends to one buffer, the writer's thread writes another, and the two are exchanged when that is written. Whoever
// finds the buffer full waits, so no line is lost while the process runs; who ends it flushes first: exit (through atexit), the end of
// a run, and every end that the runtime itself decides on. What a signal or _exit leaves unwritten is lost.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rustrt.Compat.Backends.New;

/// <summary>Lines of the log, written by a thread of their own in the order in which they came.</summary>
internal static unsafe class LogWriter
{
    private const int MostBytes = 1 << 20;
    private const int Interrupted = 4; // EINTR

    private static readonly object s_gate = new(); // a Monitor: it is waited on
    private static byte[] s_filling = [], s_writing = [];
    private static int s_filled;
    private static bool s_isWriting, s_isIdle, s_hasThread;

    /// <summary>The line will be written; waits while the buffer has no room.</summary>
    public static void Append(ReadOnlySpan<byte> line)
    {
        lock (s_gate)
        {
            if (!s_hasThread) Start();
            while (s_filled + line.Length > MostBytes) Monitor.Wait(s_gate);
            line.CopyTo(s_filling.AsSpan(s_filled));
            s_filled += line.Length;
            if (s_isIdle) Monitor.PulseAll(s_gate);
        }
    }

    /// <summary>Returns when all that has been appended is written.</summary>
    public static void Flush()
    {
        lock (s_gate)
            while (s_filled > 0 || s_isWriting) Monitor.Wait(s_gate);
    }

    /// <summary>For native code that ends the process; the router wraps it.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static void FlushBeforeEnd() => NativeEntry.Run("async-log", static (_, _, _) =>
    {
        Flush();
        return 0;
    });

    private static void Start()
    {
        s_hasThread = true;
        s_filling = new byte[MostBytes];
        s_writing = new byte[MostBytes];
        new Thread(WriteForEver) { IsBackground = true, Name = "log" }.Start();
    }

    private static void WriteForEver()
    {
        while (true)
        {
            int length;
            lock (s_gate)
            {
                s_isWriting = false;
                s_isIdle = true;
                Monitor.PulseAll(s_gate);
                while (s_filled == 0) Monitor.Wait(s_gate);
                s_isIdle = false;
                s_isWriting = true;
                (s_filling, s_writing, length, s_filled) = (s_writing, s_filling, s_filled, 0);
                Monitor.PulseAll(s_gate);
            }
            Write(s_writing.AsSpan(0, length));
        }
    }

    /// <summary>What standard error does not take is dropped, as it always was.</summary>
    private static void Write(ReadOnlySpan<byte> lines)
    {
        fixed (byte* p = lines)
            for (int written = 0; written < lines.Length;)
            {
                nint n = LibC.Write(2, p + written, (nuint)(lines.Length - written));
                if (n > 0) written += (int)n;
                else if (n == 0 || Marshal.GetLastSystemError() != Interrupted) return;
            }
    }
}
