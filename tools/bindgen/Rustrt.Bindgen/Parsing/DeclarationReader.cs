using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Parsing;

/// <summary>
/// Reads the declarations of the given headers out of a translation unit. What cannot be bound is an error that names it:
/// a declaration that went missing silently would surface as a missing symbol at somebody's link.
/// </summary>
internal sealed class DeclarationReader
{
    private readonly HashSet<string> _headers;
    private readonly List<Diagnostic> _errors = [];
    private readonly TypeReader _types;

    public DeclarationReader(IEnumerable<string> headers)
    {
        _headers = headers.ToHashSet(StringComparer.Ordinal);
        _types = new TypeReader(IsOurs, _errors);
    }

    public CDeclarations Read(CXCursor unit)
    {
        var functions = new Dictionary<string, CFunction>(StringComparer.Ordinal);
        var enums = new List<CEnum>();
        foreach (CXCursor cursor in unit.Children().Where(IsOurs))
        {
            switch (cursor.Kind)
            {
                case CXCursorKind.FunctionDecl:
                    if (ReadFunction(cursor) is { } function)
                    {
                        functions.TryAdd(function.Name, function);
                    }
                    break;
                case CXCursorKind.StructDecl:
                case CXCursorKind.UnionDecl:
                case CXCursorKind.TypedefDecl:
                    _types.Touch(cursor);
                    break;
                case CXCursorKind.EnumDecl when LibClang.clang_isCursorDefinition(cursor) != 0:
                    enums.Add(ReadEnum(cursor));
                    break;
                case CXCursorKind.VarDecl:
                    _errors.Add(new Diagnostic(cursor.Place(), $"variable \"{cursor.Spelling()}\" cannot be bound"));
                    break;
            }
        }
        IReadOnlyList<CRecord> records = _types.FinishRecords();
        if (_errors.Count > 0)
        {
            throw new InputException([.. _errors.Distinct()]);
        }
        return new CDeclarations([.. functions.Values], records, enums);
    }

    private bool IsOurs(CXCursor cursor) => _headers.Contains(Path.GetFullPath(cursor.Place().Path));

    private CFunction? ReadFunction(CXCursor cursor)
    {
        string name = cursor.Spelling();
        SourcePlace place = cursor.Place();
        CXType type = LibClang.clang_getCursorType(cursor);
        string? obstacle =
            LibClang.clang_Cursor_getStorageClass(cursor) == CXStorageClass.Static ? "is static: no library exports it"
            : type.Kind == CXTypeKind.FunctionNoProto ? "has no prototype; write (void) if it takes nothing"
            : LibClang.clang_isFunctionTypeVariadic(type) != 0 ? "is variadic; declare the argument lists that are used"
            : null;
        if (obstacle != null)
        {
            _errors.Add(new Diagnostic(place, $"function \"{name}\" cannot be bound: it {obstacle}"));
            return null;
        }

        CXType result = LibClang.clang_getResultType(type);
        int count = LibClang.clang_getNumArgTypes(type);
        var parameters = new List<CParameter>(count);
        var spelled = new List<string>(count);
        for (uint i = 0; i < count; i++)
        {
            // The function's type has arrays decayed to the pointers that are really passed.
            CXType parameterType = LibClang.clang_getArgType(type, i);
            string parameterName = LibClang.clang_Cursor_getArgument(cursor, i).Spelling();
            parameters.Add(new CParameter(
                parameterName.Length > 0 ? parameterName : $"arg{i}", _types.Read(parameterType, place, byValue: true)));
            spelled.Add(Declarator(parameterType.Spelling(), parameterName));
        }
        string prototype =
            $"{Declarator(result.Spelling(), name)}({(count == 0 ? "void" : string.Join(", ", spelled))})";
        return new CFunction(
            name, _types.Read(result, place, byValue: true), parameters, prototype, ReadAnnotations(cursor), place);
    }

    private static List<CAnnotation> ReadAnnotations(CXCursor cursor) =>
        [.. cursor.Children()
            .Where(child => child.Kind == CXCursorKind.AnnotateAttr)
            .Select(child => new CAnnotation(child.Spelling(), child.Place()))];

    private static CEnum ReadEnum(CXCursor cursor)
    {
        string name = TypeReader.TagName(LibClang.clang_getCursorType(cursor));
        CPrimitiveKind underlying = TypeReader.UnderlyingOf(cursor);
        bool isUnsigned = underlying is CPrimitiveKind.UInt32 or CPrimitiveKind.UInt64;
        return new CEnum(
            TypeReader.IsUnnamed(name) ? null : name,
            underlying,
            [.. cursor.Children()
                .Where(child => child.Kind == CXCursorKind.EnumConstantDecl)
                .Select(child => new CEnumConstant(
                    child.Spelling(),
                    isUnsigned
                        ? LibClang.clang_getEnumConstantDeclUnsignedValue(child)
                        : LibClang.clang_getEnumConstantDeclValue(child)))],
            cursor.Place());
    }

    /// <summary>Puts a name where C wants it: "char *" + "p" is "char *p", "int (*)(void)" + "f" is "int (*f)(void)".</summary>
    private static string Declarator(string type, string name)
    {
        int functionPointer = type.IndexOf("(*)", StringComparison.Ordinal);
        return functionPointer >= 0 ? type.Insert(functionPointer + 2, name)
            : name.Length == 0 || type.EndsWith('*') ? type + name
            : $"{type} {name}";
    }
}
