using System.Runtime.InteropServices;
using Rustrt.Compat.Backends.New;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Managed;

/// <summary>
/// librustrt.so as this process loads it: the router, or a legacy library itself. The router gets the new backend from this
/// process, so that librustrt_new.so is not needed.
/// </summary>
public static unsafe partial class RustrtLibrary
{
    private const string Name = "rustrt", HelperName = "rustrt_managed";

    private static readonly object s_gate = new();
    private static string? s_path;
    private static nint s_library;

    /// <summary>
    /// The library's path; null: where the system finds librustrt.so. librustrt_managed.so lies beside it. To be set before the first
    /// call.
    /// </summary>
    /// <exception cref="InvalidOperationException">The library is loaded already.</exception>
    public static string? Path
    {
        get => s_path;
        set
        {
            lock (s_gate)
            {
                s_path = s_library == 0 ? value : throw new InvalidOperationException(
                    $"RustrtLibrary.Path came too late: librustrt.so is loaded; set it before the first call of NativeMethods");
            }
        }
    }

    /// <summary>
    /// Whether librustrt_new.so, another .NET runtime, serves what is new: native code of this process called the API before this
    /// program did, when the router did not know of the backend here.
    /// </summary>
    internal static bool IsServedElsewhere { get; private set; }

    /// <summary>Whether a call has loaded the library.</summary>
    public static bool IsLoaded => s_library != 0;

    /// <summary>
    /// Sets a variable as native code sees it: <see cref="Environment.SetEnvironmentVariable(string, string)"/> keeps its changes from
    /// getenv. Variables of the runtime and its switch are read at the first call and at rust_start.
    /// </summary>
    /// <param name="name">RUST_MIN_STACK, RUSTRT_SWITCH and the like.</param>
    /// <param name="value">Its new value.</param>
    /// <param name="overwrite">Whether a value that is there goes.</param>
    /// <exception cref="InvalidOperationException">It is a variable of the switch, and the library is loaded already.</exception>
    public static void SetVariable(string name, string value, bool overwrite = true)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        if (IsLoaded && name.StartsWith("RUSTRT_", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{name} came too late: librustrt.so is loaded; set it before the first call of NativeMethods");
        }
        if (setenv(name, value, overwrite ? 1 : 0) != 0)
        {
            throw new InvalidOperationException($"setenv {name}: error {Marshal.GetLastSystemError()}");
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    /// <summary>The address of an exported function.</summary>
    internal static nint Find(string function) => NativeLibrary.GetExport(Load(), function);

    /// <summary>Before the first import is called. Once; later calls do nothing.</summary>
    internal static nint Load()
    {
        lock (s_gate)
        {
            if (s_library != 0) return s_library;
            nint library = s_path == null
                ? NativeLibrary.Load(Name, typeof(NativeImports).Assembly, null)
                : NativeLibrary.Load(System.IO.Path.GetFullPath(s_path));
            if (NativeLibrary.TryGetExport(library, "rustrt_router_host_bind", out nint bind))
            {
                IsServedElsewhere = ((delegate* unmanaged<nint, byte>)bind)(Binding.BindFunction) == 0;
            }
            s_library = library;
            NativeLibrary.SetDllImportResolver(typeof(NativeImports).Assembly, Resolve);
            return library;
        }
    }

    private static nint Resolve(string name, System.Reflection.Assembly assembly, DllImportSearchPath? search) => name switch
    {
        Name => s_library,
        HelperName when s_path != null => NativeLibrary.Load(System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(s_path))!, "librustrt_managed.so")),
        _ => 0,
    };
}
