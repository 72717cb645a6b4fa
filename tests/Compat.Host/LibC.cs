using System.Runtime.InteropServices;

namespace Rustrt.Compat.Host;

/// <summary>
/// The dynamic loader and the environment as native code sees them: Environment.SetEnvironmentVariable keeps its changes
/// from getenv.
/// </summary>
internal static unsafe partial class LibC
{
    private const int BindNow = 2;

    /// <summary>Loads a library for its dependents only; null with the loader's reason when that fails.</summary>
    public static nint Open(string path, out string reason)
    {
        nint library = dlopen(path, BindNow);
        reason = library == 0 ? Marshal.PtrToStringUTF8(dlerror()) ?? "no reason given" : "";
        return library;
    }

    /// <summary>The address of an exported function, or null.</summary>
    public static nint Find(nint library, string symbol) => dlsym(library, symbol);

    /// <summary>Sets a variable unless it is set.</summary>
    public static void SetDefault(string name, string value)
    {
        if (setenv(name, value, 0) != 0) throw new HostException($"setenv {name}: error {Marshal.GetLastSystemError()}");
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint dlopen(string path, int flags);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint dlsym(nint library, string symbol);

    [LibraryImport("libc")]
    private static partial nint dlerror();

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);
}
