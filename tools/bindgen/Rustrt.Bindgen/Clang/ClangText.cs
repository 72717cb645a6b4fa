using System.Runtime.InteropServices;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Clang;

/// <summary>Strings of libclang, which owns each until it is disposed of.</summary>
internal static unsafe class ClangText
{
    /// <summary>The text; the string is disposed of.</summary>
    public static string Take(CXString text)
    {
        string taken = Marshal.PtrToStringUTF8((nint)clang_getCString(text)) ?? "";
        clang_disposeString(text);
        return taken;
    }
}
