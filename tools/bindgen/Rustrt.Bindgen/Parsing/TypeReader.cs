using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;
using static Rustrt.Bindgen.Clang.CXCursorKind;
using static Rustrt.Bindgen.Clang.CXTypeKind;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Parsing;

/// <summary>Reads types and, on the way, collects the records and enums that they mention.</summary>
internal sealed class TypeReader
{
    private static readonly Dictionary<string, CPrimitiveKind> PointerSized = new(StringComparer.Ordinal)
    {
        ["intptr_t"] = CPrimitiveKind.NativeInt,
        ["ptrdiff_t"] = CPrimitiveKind.NativeInt,
        ["ssize_t"] = CPrimitiveKind.NativeInt,
        ["size_t"] = CPrimitiveKind.NativeUInt,
        ["uintptr_t"] = CPrimitiveKind.NativeUInt,
    };

    private readonly List<Diagnostic> _warnings;
    private readonly EnumReader _enums;
    private readonly RecordReader _records;

    public TypeReader(
        Func<CXCursor, bool> isOurs, IReadOnlyCollection<string> wholeTypes, CommentReader comments, List<Diagnostic> warnings)
    {
        _warnings = warnings;
        _enums = new EnumReader(comments);
        _records = new RecordReader(this, isOurs, wholeTypes, comments, warnings);
    }

    public IReadOnlyList<CEnum> Enums => _enums.Enums;

    /// <summary>The name of a struct, union or enum without that keyword; an unnamed one has the name of its typedef.</summary>
    public static string TagName(CXType type)
    {
        string name = CName(type);
        foreach (string keyword in (ReadOnlySpan<string>)["struct ", "union ", "enum "])
        {
            if (name.StartsWith(keyword, StringComparison.Ordinal))
            {
                return name[keyword.Length..];
            }
        }
        return name;
    }

    /// <summary>How C refers to a record or enum.</summary>
    public static string CName(CXType type)
    {
        string name = clang_getCanonicalType(type).Spelling();
        while (true)
        {
            string? qualifier = Array.Find(["const ", "volatile "], q => name.StartsWith(q, StringComparison.Ordinal));
            if (qualifier == null)
            {
                return name;
            }
            name = name[qualifier.Length..];
        }
    }

    /// <summary>Clang describes what has no name by its place, in parentheses.</summary>
    public static bool IsUnnamed(string tagName) => tagName.Contains('(');

    public static CPrimitiveKind? PrimitiveOf(CXTypeKind kind) => kind switch
    {
        CXType_Void => CPrimitiveKind.Void,
        CXType_Bool => CPrimitiveKind.Bool,
        CXType_Char_S or CXType_Char_U => CPrimitiveKind.Char,
        CXType_SChar => CPrimitiveKind.Int8,
        CXType_UChar => CPrimitiveKind.UInt8,
        CXType_Short => CPrimitiveKind.Int16,
        CXType_UShort => CPrimitiveKind.UInt16,
        CXType_Int => CPrimitiveKind.Int32,
        CXType_UInt => CPrimitiveKind.UInt32,
        CXType_Long or CXType_LongLong => CPrimitiveKind.Int64,
        CXType_ULong or CXType_ULongLong => CPrimitiveKind.UInt64,
        CXType_Float => CPrimitiveKind.Float,
        CXType_Double => CPrimitiveKind.Double,
        _ => null,
    };

    /// <summary>Whether a function is called as C's are where nothing else is said.</summary>
    public static bool IsCalledAsUsual(CXType function) => clang_getFunctionTypeCallingConv(function)
        is CXCallingConv.CXCallingConv_C or CXCallingConv.CXCallingConv_Default or CXCallingConv.CXCallingConv_X86_64SysV;

    /// <summary>The part of a type that keeps a value of it from being bound, or null if it can be.</summary>
    public static CUnsupported? Unsupported(CType type) => type.Resolved switch
    {
        CUnsupported unsupported => unsupported,
        CArray array => Unsupported(array.Element),
        _ => null,
    };

    /// <summary>Binds what a declaration introduces, used or not.</summary>
    public void Touch(CXCursor declaration)
    {
        CXType type = clang_getCursorType(declaration);
        // What has no name is called after whoever uses it, such as the typedef behind it.
        if (declaration.kind == CXCursor_TypedefDecl || !IsUnnamed(TagName(type)))
        {
            Read(type, declaration.Place(), byValue: false);
        }
    }

    public void ReadEnum(CXCursor declaration) => _enums.Read(declaration);

    public IReadOnlyList<CRecord> FinishRecords() => _records.Finish();

    /// <param name="user">Whose type it is: where a warning is reported.</param>
    /// <param name="byValue">A value of it is passed or contained, so that its size matters.</param>
    public CType Read(CXType type, SourcePlace user, bool byValue)
    {
        if (PrimitiveOf(type.kind) is { } primitive)
        {
            return new CPrimitive(primitive);
        }
        switch (type.kind)
        {
            case CXType_Pointer:
                return ReadPointer(type, user);
            case CXType_Typedef:
                return ReadTypedef(type, user, byValue);
            case CXType_FunctionProto:
                return ReadFunctionType(type, user);
            case CXType_FunctionNoProto:
                return new CUnsupported(type.Written(), "has no prototype");
            case CXType_ConstantArray:
                long count = clang_getArraySize(type);
                return new CArray(
                    Read(clang_getArrayElementType(type), user, byValue), count == 0 ? null : count);
            case CXType_IncompleteArray:
            case CXType_VariableArray: // of a parameter, where only C's own reader cares for the count
                return new CArray(Read(clang_getArrayElementType(type), user, byValue), null);
            case CXType_Atomic:
                return Read(clang_Type_getValueType(type), user, byValue);
            case CXType_Record:
                return _records.Mention(type, byValue);
            case CXType_Enum:
                return ReadEnumType(type);
        }
        // "struct x" is wrapped in a type that only says how it was written.
        CXType named = clang_Type_getNamedType(type);
        if (named.kind != 0)
        {
            return Read(named, user, byValue);
        }
        CXType canonical = clang_getCanonicalType(type);
        return canonical.kind != type.kind
            ? Read(canonical, user, byValue)
            : new CUnsupported(type.Written(), "has no equal in C#");
    }

    private CPointer ReadPointer(CXType type, SourcePlace user)
    {
        CXType target = clang_getPointeeType(type);
        CType pointee = Read(target, user, byValue: false);
        if (Unsupported(pointee) is { } unsupported)
        {
            _warnings.Add(new Diagnostic(
                user,
                $"a pointer to \"{unsupported.Spelling}\" is bound as void*, since that type {unsupported.Reason}; cast it where you use it",
                Severity.Warning));
        }
        return new CPointer(pointee, clang_isConstQualifiedType(target) != 0);
    }

    private CTypedefType ReadTypedef(CXType type, SourcePlace user, bool byValue)
    {
        CXCursor declaration = clang_getTypeDeclaration(type);
        string name = declaration.Name();
        using (_records.InContext(null, name))
        {
            CType underlying = PointerSized.TryGetValue(name, out CPrimitiveKind pointerSized)
                ? new CPrimitive(pointerSized)
                : Read(clang_getTypedefDeclUnderlyingType(declaration), user, byValue);
            if (CName(type) == name)
            {
                _records.Align(name, clang_Type_getAlignOf(type));
            }
            return new CTypedefType(name, underlying);
        }
    }

    private CType ReadFunctionType(CXType type, SourcePlace user)
    {
        if (clang_isFunctionTypeVariadic(type) != 0)
        {
            return new CUnsupported(type.Written(), "is variadic");
        }
        if (!IsCalledAsUsual(type))
        {
            return new CUnsupported(type.Written(), "has another calling convention than C's usual one");
        }
        int count = clang_getNumArgTypes(type);
        CType result = Read(clang_getResultType(type), user, byValue: true);
        CType[] parameters = [.. Enumerable.Range(0, count).Select(i => Read(clang_getArgType(type, (uint)i), user, byValue: true))];
        return parameters.Append(result).Select(Unsupported).FirstOrDefault(part => part != null) is { } unsupported
            ? new CUnsupported(type.Written(), $"takes or returns a {unsupported.Spelling}, which {unsupported.Reason}")
            : new CFunctionType(result, parameters);
    }

    private CType ReadEnumType(CXType type)
    {
        string name = TagName(type);
        CXCursor declaration = clang_getTypeDeclaration(type);
        CPrimitiveKind underlying = EnumReader.UnderlyingOf(declaration);
        if (!IsUnnamed(name) && !_records.IsFinished)
        {
            _enums.Read(clang_getCursorDefinition(declaration));
        }
        return _enums.Knows(name) && !IsUnnamed(name) ? new CEnumType(name, underlying) : new CPrimitive(underlying);
    }
}
