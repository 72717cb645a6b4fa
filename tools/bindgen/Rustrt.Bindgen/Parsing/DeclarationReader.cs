using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Manifests;
using Rustrt.Bindgen.Model;
using static Rustrt.Bindgen.Clang.CXCursorKind;
using static Rustrt.Bindgen.Clang.CXTypeKind;
using static Rustrt.Bindgen.Clang.CX_StorageClass;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Parsing;

/// <summary>
/// Reads the declarations of the headers out of a translation unit. What cannot be bound is left out with a warning that names
/// it: a declaration that went missing silently would surface as a missing symbol at somebody's link.
/// </summary>
internal sealed class DeclarationReader
{
    private readonly OwnFiles _files;
    private readonly List<Diagnostic> _warnings = [];
    private readonly CommentReader _comments;
    private readonly TypeReader _types;

    public DeclarationReader(OwnFiles files, IReadOnlyCollection<string> wholeTypes, bool comments)
    {
        _files = files;
        _comments = new CommentReader(files, comments);
        _types = new TypeReader(IsOurs, wholeTypes, _comments, _warnings);
    }

    /// <param name="parseMore">Parses the headers again with what evaluates the macros of the given names.</param>
    public CDeclarations Read(IReadOnlyList<CXCursor> cursors, Func<IReadOnlyList<string>, TranslationUnit> parseMore)
    {
        var functions = new Dictionary<string, CFunction>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var macros = new SortedDictionary<string, CXCursor>(StringComparer.Ordinal);
        var variables = new List<CConstant>();
        var otherMacros = new SortedSet<string>(StringComparer.Ordinal);
        foreach (CXCursor cursor in cursors.Where(IsOurs))
        {
            switch (cursor.kind)
            {
                case CXCursor_FunctionDecl:
                    string name = cursor.Name();
                    // A second declaration repeats the first, but may be the one with the annotation or the comment.
                    if ((seen.Add(name) || functions.GetValueOrDefault(name) is { Annotations: [] }) && ReadFunction(name, cursor) is { } function)
                    {
                        string comment = functions.GetValueOrDefault(name)?.Comment ?? "";
                        functions[name] = function.Comment.Length > 0 ? function : function with { Comment = comment };
                    }
                    break;
                case CXCursor_StructDecl:
                case CXCursor_UnionDecl:
                case CXCursor_TypedefDecl:
                    _types.Touch(cursor);
                    break;
                case CXCursor_EnumDecl when clang_isCursorDefinition(cursor) != 0:
                    _types.ReadEnum(cursor);
                    break;
                case CXCursor_VarDecl:
                    if (seen.Add(cursor.Name()) && ReadVariable(cursor) is { } variable)
                    {
                        variables.Add(variable);
                    }
                    break;
                case CXCursor_MacroDefinition:
                    (clang_Cursor_isMacroFunctionLike(cursor) != 0 ? null : macros)?.TryAdd(cursor.Name(), cursor);
                    otherMacros.Add(cursor.Name());
                    break;
            }
        }
        // Before the macros, whose types lie in another translation unit.
        IReadOnlyList<CRecord> records = _types.FinishRecords();
        IReadOnlyList<CConstant> constants = [.. ReadMacros(macros, parseMore).Concat(variables)
            .DistinctBy(constant => constant.Name).OrderBy(constant => constant.Name, StringComparer.Ordinal)];
        otherMacros.ExceptWith(constants.Select(constant => constant.Name));
        return new CDeclarations(
            [.. functions.Values], records, _types.Enums, constants, [.. otherMacros], _files.InOrder, [.. _warnings.Distinct()]);
    }

    private bool IsOurs(CXCursor cursor) => _files.Contains(cursor.Place().Path);

    private void Warn(CXCursor cursor, string message) =>
        _warnings.Add(new Diagnostic(cursor.Place(), message, Severity.Warning) { LeftOut = cursor.Name() });

    private List<CConstant> ReadMacros(
        SortedDictionary<string, CXCursor> macros, Func<IReadOnlyList<string>, TranslationUnit> parseMore)
    {
        if (macros.Count == 0)
        {
            return [];
        }
        using TranslationUnit unit = parseMore([.. macros.Keys]);
        // A macro often stands beside the enum constant of the same name, so that #ifdef can ask for it.
        var named = _types.Enums.SelectMany(e => e.Constants).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return [.. new MacroReader(_types, _comments).Read(unit.Cursor.Children(), macros).Where(constant => !named.Contains(constant.Name))];
    }

    /// <summary>A static constant, which each user of the header has for itself, is as good as a macro.</summary>
    private CConstant? ReadVariable(CXCursor cursor)
    {
        string name = cursor.Name();
        if (clang_Cursor_getStorageClass(cursor) != CX_SC_Static)
        {
            Warn(cursor, $"variable \"{name}\" is left out: C# has no imports of variables; "
                + "read it through NativeLibrary.GetExport, or add a C function that returns its address");
            return null;
        }
        CXType type = clang_getCursorType(cursor);
        CXType canonical = clang_getCanonicalType(type);
        CXType content = canonical.kind == CXType_Pointer ? clang_getPointeeType(canonical) : canonical;
        if (clang_isConstQualifiedType(content) != 0)
        {
            string? text = canonical.kind is CXType_ConstantArray or CXType_Pointer ? Evaluation.TextOf(cursor) : null;
            Int128? integer = Evaluation.IsInteger(type) ? Evaluation.IntegerOf(cursor) : null;
            double? real = Evaluation.IsReal(type) ? Evaluation.RealOf(cursor) : null;
            if (text != null || integer != null || real != null)
            {
                return new CConstant(
                    name, _types.Read(type, cursor.Place(), byValue: true), integer, real, text, _comments.Of(cursor), cursor.Place());
            }
        }
        Warn(cursor, $"variable \"{name}\" is left out: it is static, and no constant that C# has; write it in C#");
        return null;
    }

    private CFunction? ReadFunction(string name, CXCursor cursor)
    {
        SourcePlace place = cursor.Place();
        CXType type = clang_getCursorType(cursor);
        CX_StorageClass storage = clang_Cursor_getStorageClass(cursor);
        string symbol = ClangText.Take(clang_Cursor_getMangling(cursor));
        string? label = symbol == name ? null : symbol;
        string? obstacle =
            storage == CX_SC_Static ? "it is static: no library exports it; add a C function that calls it, or write it in C#"
            : storage != CX_SC_Extern && clang_Cursor_isFunctionInlined(cursor) != 0
                ? "it is inline: no library need export it; add a C function that calls it, or write it in C#"
            : type.kind == CXType_FunctionNoProto ? "it has no prototype; write (void) if it takes nothing"
            : clang_isFunctionTypeVariadic(type) != 0
                ? "it is variadic, which C# cannot call; add a C function for each argument list that is used"
            : !TypeReader.IsCalledAsUsual(type)
                ? "it has another calling convention than C's usual one; add a C function that calls it"
            : clang_getCursorVisibility(cursor) == CXVisibilityKind.CXVisibility_Hidden
                ? "it is hidden: no library exports it; add a C function that calls it"
            : label != null && !Identifiers.IsPlain(label) // it would have to be written in C#, C and assembly
                ? $"its label \"{label}\" is no name of C; add a C function that calls it"
            : null;
        if (obstacle != null)
        {
            Warn(cursor, $"function \"{name}\" is left out: {obstacle}");
            return null;
        }

        CXType result = clang_getResultType(type);
        int count = clang_getNumArgTypes(type);
        var parameters = new List<CParameter>(count);
        var spelled = new List<string>(count);
        for (uint i = 0; i < count; i++)
        {
            // The function's type has arrays decayed to the pointers that are really passed.
            CXType parameterType = clang_getArgType(type, i);
            string parameterName = clang_Cursor_getArgument(cursor, i).Name();
            parameters.Add(new CParameter(
                parameterName.Length > 0 ? parameterName : Unnamed(cursor, i, count), _types.Read(parameterType, place, byValue: true)));
            spelled.Add(Declarator(parameterType.Written(), parameterName));
        }
        CType read = _types.Read(result, place, byValue: true);
        if (parameters.Select(parameter => parameter.Type).Append(read).Select(TypeReader.Unsupported).FirstOrDefault(t => t != null) is { } bad)
        {
            Warn(cursor, $"function \"{name}\" is left out: type \"{bad.Spelling}\" {bad.Reason}; add a C function that takes another type");
            return null;
        }
        string prototype = Declarator(result.Written(), $"{name}({(count == 0 ? "void" : string.Join(", ", spelled))})");
        return new CFunction(name, read, parameters, prototype, ReadAnnotations(cursor), _comments.Of(cursor), place)
        {
            Label = label,
        };
    }

    /// <summary>A name for the parameter that no other has.</summary>
    private static string Unnamed(CXCursor function, uint index, int count)
    {
        string name = $"arg{index}";
        while (Enumerable.Range(0, count).Any(i => clang_Cursor_getArgument(function, (uint)i).Name() == name))
        {
            name += "_";
        }
        return name;
    }

    private static List<CAnnotation> ReadAnnotations(CXCursor cursor) =>
        [.. cursor.Children()
            .Where(child => child.kind == CXCursor_AnnotateAttr)
            .Select(child => new CAnnotation(child.Spelling(), child.Place()))];

    /// <summary>
    /// Puts a name where C wants it: "char *" + "p" is "char *p", "int (*)(void)" + "f" is "int (*f)(void)", and "int[2]" + "a",
    /// which older versions of clang spell "int [2]", is "int a[2]".
    /// </summary>
    private static string Declarator(string type, string name)
    {
        int functionPointer = type.IndexOf("(*)", StringComparison.Ordinal);
        int array = type.IndexOf('[', StringComparison.Ordinal);
        return functionPointer >= 0 ? type.Insert(functionPointer + 2, name)
            : array >= 0 ? Declarator(type[..array].TrimEnd(), name) + type[array..]
            : name.Length == 0 || type.EndsWith('*') ? type + name
            : $"{type} {name}";
    }
}
