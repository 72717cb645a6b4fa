using System.Runtime.InteropServices;

namespace Rustrt.Bindgen.Clang;

/// <summary>A string that libclang owns until it is disposed of.</summary>
internal readonly unsafe ref struct ClangText(CXString text) : IDisposable
{
    public static string Take(CXString text)
    {
        using var owned = new ClangText(text);
        return owned.ToString();
    }

    public override string ToString() => Marshal.PtrToStringUTF8((nint)LibClang.clang_getCString(text)) ?? "";

    public void Dispose() => LibClang.clang_disposeString(text);
}
