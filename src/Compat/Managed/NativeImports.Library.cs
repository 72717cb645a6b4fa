using Rustrt.Compat.Managed;

namespace Rustrt.Compat.Interop;

internal static unsafe partial class NativeImports
{
    /// <summary>The first import must find the library with its new backend.</summary>
    static NativeImports() => RustrtLibrary.Load();
}
