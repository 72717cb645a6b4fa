using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Clang;

/// <summary>Cursors are the same if libclang says so: what is in them is its own.</summary>
internal sealed class SameCursor : IEqualityComparer<CXCursor>
{
    public bool Equals(CXCursor x, CXCursor y) => clang_equalCursors(x, y) != 0;

    public int GetHashCode(CXCursor obj) => (int)clang_hashCursor(obj);
}
