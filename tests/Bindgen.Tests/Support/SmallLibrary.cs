using System.Reflection;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Bindgen.Tests.Support;

/// <summary>The golden header's library, compiled and put behind the golden imports.</summary>
public sealed class SmallLibrary : IDisposable
{
    // A process can have one resolver for an assembly.
    private static readonly Lazy<nint> Loaded = new(Load);

    private static readonly TempFolder Folder = new();

    public SmallLibrary() => Assert.NotEqual(0, Loaded.Value);

    public void Dispose() => Folder.Dispose();

    private static nint Load()
    {
        string file = Folder.File("libsmall.so.1");
        Tool.Gcc("-shared", "-fPIC", "-O2", "-o", file, Repository.Golden("small.c"));
        nint library = NativeLibrary.Load(file);
        NativeLibrary.SetDllImportResolver(
            typeof(NativeMethods).Assembly,
            (string name, Assembly _, DllImportSearchPath? _) => name == "libsmall.so.1" ? library : 0);
        return library;
    }
}
