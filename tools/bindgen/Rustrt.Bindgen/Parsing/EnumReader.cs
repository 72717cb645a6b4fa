using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Parsing;

/// <summary>Reads enums: those of the headers, and others' as far as they are used.</summary>
internal sealed class EnumReader(CommentReader comments)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly List<CEnum> _enums = [];

    public IReadOnlyList<CEnum> Enums => _enums;

    public static CPrimitiveKind UnderlyingOf(CXCursor @enum) =>
        TypeReader.PrimitiveOf(LibClang.clang_getCanonicalType(LibClang.clang_getEnumDeclIntegerType(@enum)).Kind)
        ?? throw new InvalidOperationException($"enum {@enum.Spelling()} is not of an integer type");

    public bool Knows(string name) => _read.Contains(name);

    public void Read(CXCursor declaration)
    {
        // An unnamed enum is called by its place, which is as unique.
        string name = TypeReader.TagName(LibClang.clang_getCursorType(declaration));
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
                .Where(child => child.Kind == CXCursorKind.EnumConstantDecl)
                .Select(child => new CEnumConstant(
                    child.Spelling(),
                    isUnsigned
                        ? LibClang.clang_getEnumConstantDeclUnsignedValue(child)
                        : LibClang.clang_getEnumConstantDeclValue(child),
                    comments.Of(child)))],
            IsFlags: false,
            comments.Of(declaration),
            declaration.Place()));
    }
}
