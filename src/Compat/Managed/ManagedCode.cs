using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rustrt.Compat.Managed;

/// <summary>
/// Tells functions of C# from functions of C. What the JIT makes lies in no library; with NativeAOT it lies in the library that this
/// code is in.
/// </summary>
internal static unsafe partial class ManagedCode
{
    private static readonly nint s_own = LibraryOf((nint)(delegate* unmanaged<void>)&Nothing);

    /// <summary>Whether code at that address is C#; null is not.</summary>
    public static bool Contains(nint address) => address != 0 && LibraryOf(address) == s_own;

    [UnmanagedCallersOnly]
    private static void Nothing()
    {
    }

    /// <summary>Where the library that holds an address begins; 0 outside of libraries.</summary>
    private static nint LibraryOf(nint address)
    {
        Unsafe.SkipInit(out Info info);
        return dladdr(address, &info) == 0 ? 0 : info.Base;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Info
    {
        public nint Path, Base, Symbol, Address;
    }

    [LibraryImport("libc")]
    private static partial int dladdr(nint address, Info* info);
}
