using System.Runtime.InteropServices;
using static Rustrt.Federation.Uv.NativeMethods;

namespace Rustrt.Compat.Backends.New;

/// <summary>libuv is loaded by the first loop: a program that makes none does without.</summary>
internal static unsafe class LibUv
{
    /// <summary>Of calls that fail only where the system is at an end.</summary>
    public static void Check(int result, string call)
    {
        if (result < 0) Fatal.Die($"rustrt: libuv: {call} failed: {Marshal.PtrToStringUTF8((nint)uv_strerror(result))}");
    }

    /// <summary>False when it cannot be loaded because the process has no descriptors left.</summary>
    public static bool IsThere()
    {
        try
        {
            return uv_loop_size() > 0;
        }
        catch (DllNotFoundException)
        {
            int spare = Sockets.OpenReadOnly("/"u8);
            if (spare < 0) return false;
            Sockets.Close(spare);
            Fatal.Die("rustrt: io=new needs libuv.so.1, which is not installed. On Debian and Ubuntu it is in the package libuv1: apt-get install libuv1");
            return false;
        }
    }
}
