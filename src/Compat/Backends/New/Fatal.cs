using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Rustrt.Compat.Backends.New;

/// <summary>How the process ends where the old runtime aborted: with its words, in the form of the C library's assert.</summary>
internal static unsafe partial class Fatal
{
    /// <summary>
    /// Called once, while there is memory. What the managed runtime knows of the type of an exception needs a block of addresses,
    /// the first time: without one it would fail for want of memory in telling of a want of memory, until its stack was full.
    /// </summary>
    public static void Prepare() => GC.KeepAlive(TypeOf(new InsufficientMemoryException()));

    /// <summary>A failed assertion of the old runtime: message on stderr, abort.</summary>
    [DoesNotReturn]
    public static void Assertion(string expression, string file, uint line, string function)
    {
        LogWriter.Flush();
        fixed (byte* e = Text(expression), f = Text(file), n = Text(function)) AssertFail(e, f, line, n);
        Abort();
    }

    /// <summary>A function that needs a task was called outside of any.</summary>
    [DoesNotReturn]
    public static void NoCurrentTask() =>
        Assertion("task != NULL && \"no current task\"", "rust_sched_loop.h", 0, "rust_task* rust_sched_loop::get_task_tls()");

    /// <summary>An exception that no service handled: a bad pointer of the caller's, or a defect of ours.</summary>
    [DoesNotReturn]
    public static void Unhandled(Exception exception, string symbol)
    {
        Write(exception switch
        {
            NullReferenceException => $"rustrt: {symbol} was given a null or bad pointer, aborting\n",
            OutOfMemoryException => $"rustrt: {symbol} needs more memory, or more threads, than there are, aborting\n",
            _ => $"rustrt: {symbol} failed in the new backend: {exception}\n",
        });
        Abort();
    }

    /// <summary>A message on stderr and abort.</summary>
    [DoesNotReturn]
    public static void Die(string message)
    {
        Write(message + "\n");
        Abort();
    }

    /// <summary>Writes to stderr at once, behind the log.</summary>
    public static void Write(string text)
    {
        LogWriter.Flush();
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* p = bytes) LibC.Write(2, p, (nuint)bytes.Length);
    }

    // Not inlined, or the compiler would put the answer into the library.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Type TypeOf(object any) => any.GetType();

    [DoesNotReturn]
    private static void Abort()
    {
        LibC.Abort();
        throw new System.Diagnostics.UnreachableException();
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + "\0");

    [LibraryImport("libc", EntryPoint = "__assert_fail")]
    private static partial void AssertFail(byte* expression, byte* file, uint line, byte* function);
}
