using System.Reflection;
using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Bindgen.Tests.Support;

/// <summary>The golden headers' libraries, compiled and put behind the golden imports.</summary>
public sealed class GoldenLibraries
{
    // A process can have one resolver for an assembly.
    private static readonly Lazy<Dictionary<string, nint>> Loaded = new(Load);

    public GoldenLibraries() => Assert.DoesNotContain(0, Loaded.Value.Values);

    private static Dictionary<string, nint> Load()
    {
        using var folder = new TempFolder(); // what is loaded needs no file any more
        var libraries = new Dictionary<string, nint>(StringComparer.Ordinal)
        {
            ["libsmall.so.1"] = Load(folder, "small", "small.c"),
            ["libbox.so.1"] = Load(folder, "box", "Handles/box.c"),
        };
        NativeLibrary.SetDllImportResolver(
            typeof(NativeMethods).Assembly,
            (string name, Assembly _, DllImportSearchPath? _) => libraries.GetValueOrDefault(name));
        return libraries;
    }

    private static nint Load(TempFolder folder, string name, string source)
    {
        string file = folder.File($"lib{name}.so.1");
        Tool.Gcc("-shared", "-fPIC", "-O2", "-o", file, Repository.Golden(source));
        return NativeLibrary.Load(file);
    }
}
