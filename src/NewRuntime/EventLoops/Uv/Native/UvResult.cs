using System.Runtime.InteropServices;
using static Rustrt.Federation.Uv.NativeMethods;

namespace Rustrt.Federation;

/// <summary>What libuv's functions return: negative numbers are errors.</summary>
internal static unsafe class UvResult
{
    /// <summary>Turns an error into an exception that names the call.</summary>
    internal static void Check(int result, string call)
    {
        if (result < 0)
            throw new InvalidOperationException($"libuv: {call} failed: {Marshal.PtrToStringUTF8((nint)uv_strerror(result))}");
    }
}
