using System.Runtime.InteropServices;
using System.Text;

namespace Rustrt.Compat.Backends.New;

/// <summary>The C library's standard output stream, which the caller prints to as well: same buffer, same order.</summary>
internal static unsafe partial class CStdout
{
    /// <summary>Appends to the stream's buffer, as printf does; not flushed. Each character is one byte.</summary>
    public static void Print(string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text + "\0");
        // A stream that cannot be written to is the caller's to notice, as it was with printf.
        fixed (byte* p = bytes) _ = PutText(p, Stream("stdout"));
    }

    /// <summary>A standard stream of the C library: stdin, stdout or stderr.</summary>
    public static nint Stream(string name) => *(nint*)NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), name);

    [LibraryImport("libc", EntryPoint = "fputs")]
    private static partial int PutText(byte* text, nint stream);
}
