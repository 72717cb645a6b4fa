using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;
using static Rustrt.Bindgen.Clang.CXCursorKind;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Parsing;

/// <summary>Reads enums: those of the headers, and others' as far as they are used.</summary>
internal sealed class EnumReader(CommentReader comments)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly List<CEnum> _enums = [];

    public IReadOnlyList<CEnum> Enums => _enums;

    /// <summary>An enum that is only declared has no size, and a pointer to it is one to the integer that enums usually are.</summary>
    public static CPrimitiveKind UnderlyingOf(CXCursor @enum) =>
        TypeReader.PrimitiveOf(clang_getCanonicalType(clang_getEnumDeclIntegerType(@enum)).kind)
        ?? CPrimitiveKind.UInt32;

    public bool Knows(string name) => _read.Contains(name);

    public void Read(CXCursor declaration)
    {
        if (clang_Cursor_isNull(declaration) != 0 || clang_isCursorDefinition(declaration) == 0)
        {
            return;
        }
        // An unnamed enum is called by its place, which is as unique.
        string name = TypeReader.TagName(clang_getCursorType(declaration));
        if (!_read.Add(name))
        {
            return;
        }
        CPrimitiveKind underlying = UnderlyingOf(declaration);
        bool isUnsigned = underlying is CPrimitiveKind.UInt32 or CPrimitiveKind.UInt64;
        _enums.Add(new CEnum(
            TypeReader.IsUnnamed(name) ? null : name,
            underlying,
            [.. declaration.Children()
                .Where(child => child.kind == CXCursor_EnumConstantDecl)
                .Select(child => new CEnumConstant(
                    child.Name(),
                    isUnsigned
                        ? clang_getEnumConstantDeclUnsignedValue(child)
                        : clang_getEnumConstantDeclValue(child),
                    comments.Of(child)))],
            IsFlags: false,
            comments.Of(declaration),
            declaration.Place()));
    }
}
