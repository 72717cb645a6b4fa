using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Parsing;

/// <summary>Reads types and, on the way, collects the records that they mention.</summary>
internal sealed class TypeReader(Func<CXCursor, bool> isOurs, List<Diagnostic> errors)
{
    private static readonly Dictionary<string, CPrimitiveKind> PointerSized = new(StringComparer.Ordinal)
    {
        ["intptr_t"] = CPrimitiveKind.NativeInt,
        ["ptrdiff_t"] = CPrimitiveKind.NativeInt,
        ["ssize_t"] = CPrimitiveKind.NativeInt,
        ["size_t"] = CPrimitiveKind.NativeUInt,
        ["uintptr_t"] = CPrimitiveKind.NativeUInt,
    };

    private readonly Dictionary<string, (CXCursor Declaration, SourcePlace User, bool ByValue)> _mentioned =
        new(StringComparer.Ordinal);

    private readonly Dictionary<string, CRecord> _read = new(StringComparer.Ordinal);

    /// <summary>The name of a struct, union or enum without that keyword; an unnamed one has the name of its typedef.</summary>
    public static string TagName(CXType type)
    {
        string name = LibClang.clang_getCanonicalType(type).Spelling();
        name = name.StartsWith("const ", StringComparison.Ordinal) ? name["const ".Length..] : name;
        foreach (string keyword in (ReadOnlySpan<string>)["struct ", "union ", "enum "])
        {
            if (name.StartsWith(keyword, StringComparison.Ordinal))
            {
                return name[keyword.Length..];
            }
        }
        return name;
    }

    /// <summary>Clang describes what has no name by its place, in parentheses.</summary>
    public static bool IsUnnamed(string tagName) => tagName.Contains('(');

    public static CPrimitiveKind? PrimitiveOf(CXTypeKind kind) => kind switch
    {
        CXTypeKind.Void => CPrimitiveKind.Void,
        CXTypeKind.Bool => CPrimitiveKind.Bool,
        CXTypeKind.CharS or CXTypeKind.CharU => CPrimitiveKind.Char,
        CXTypeKind.SChar => CPrimitiveKind.Int8,
        CXTypeKind.UChar => CPrimitiveKind.UInt8,
        CXTypeKind.Short => CPrimitiveKind.Int16,
        CXTypeKind.UShort => CPrimitiveKind.UInt16,
        CXTypeKind.Int => CPrimitiveKind.Int32,
        CXTypeKind.UInt => CPrimitiveKind.UInt32,
        CXTypeKind.Long or CXTypeKind.LongLong => CPrimitiveKind.Int64,
        CXTypeKind.ULong or CXTypeKind.ULongLong => CPrimitiveKind.UInt64,
        CXTypeKind.Float => CPrimitiveKind.Float,
        CXTypeKind.Double => CPrimitiveKind.Double,
        _ => null,
    };

    public static CPrimitiveKind UnderlyingOf(CXCursor @enum) =>
        PrimitiveOf(LibClang.clang_getCanonicalType(LibClang.clang_getEnumDeclIntegerType(@enum)).Kind)
        ?? throw new InvalidOperationException($"enum {@enum.Spelling()} is not of an integer type");

    /// <summary>Binds what a declaration introduces, used or not.</summary>
    public void Touch(CXCursor declaration) =>
        Read(LibClang.clang_getCursorType(declaration), declaration.Place(), byValue: false);

    /// <param name="user">Whose type it is: where an error is reported.</param>
    /// <param name="byValue">A value of it is passed or contained, so that its size matters.</param>
    public CType Read(CXType type, SourcePlace user, bool byValue)
    {
        if (PrimitiveOf(type.Kind) is { } primitive)
        {
            return new CPrimitive(primitive);
        }
        switch (type.Kind)
        {
            case CXTypeKind.Pointer:
                return new CPointer(Read(LibClang.clang_getPointeeType(type), user, byValue: false));
            case CXTypeKind.Typedef:
                return ReadTypedef(type, user, byValue);
            case CXTypeKind.FunctionProto:
                return ReadFunctionType(type, user);
            case CXTypeKind.ConstantArray:
                long count = LibClang.clang_getArraySize(type);
                return new CArray(
                    Read(LibClang.clang_getArrayElementType(type), user, byValue), count == 0 ? null : count);
            case CXTypeKind.IncompleteArray:
                return new CArray(Read(LibClang.clang_getArrayElementType(type), user, byValue), null);
            case CXTypeKind.Record:
                return Mention(type, user, byValue);
            case CXTypeKind.Enum:
                return ReadEnumType(type);
        }
        CXType canonical = LibClang.clang_getCanonicalType(type);
        // "struct x" is wrapped in a type that only says how it was written.
        CXType named = LibClang.clang_Type_getNamedType(type);
        if (named.Kind != 0)
        {
            return Read(named, user, byValue);
        }
        if (canonical.Kind != type.Kind)
        {
            return Read(canonical, user, byValue);
        }
        errors.Add(new Diagnostic(user, $"type \"{type.Spelling()}\" cannot be bound"));
        return new CPrimitive(CPrimitiveKind.Void);
    }

    /// <summary>The records mentioned so far, and those that they mention in turn.</summary>
    public IReadOnlyList<CRecord> FinishRecords()
    {
        while (_mentioned.Keys.Except(_read.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } name)
        {
            _read[name] = ReadRecord(name);
        }
        // By-value use may have been seen only after the record was read as opaque.
        foreach (string name in _mentioned.Keys.Where(name => _mentioned[name].ByValue && _read[name].Kind == CRecordKind.Opaque))
        {
            _read[name] = ReadRecord(name);
        }
        return [.. _read.Values];
    }

    private CTypedefType ReadTypedef(CXType type, SourcePlace user, bool byValue)
    {
        CXCursor declaration = LibClang.clang_getTypeDeclaration(type);
        string name = declaration.Spelling();
        CType underlying = PointerSized.TryGetValue(name, out CPrimitiveKind pointerSized)
            ? new CPrimitive(pointerSized)
            : Read(LibClang.clang_getTypedefDeclUnderlyingType(declaration), user, byValue);
        return new CTypedefType(name, underlying);
    }

    private CFunctionType ReadFunctionType(CXType type, SourcePlace user)
    {
        if (LibClang.clang_isFunctionTypeVariadic(type) != 0)
        {
            errors.Add(new Diagnostic(user, $"type \"{type.Spelling()}\" cannot be bound: it is variadic"));
        }
        int count = LibClang.clang_getNumArgTypes(type);
        return new CFunctionType(
            Read(LibClang.clang_getResultType(type), user, byValue: true),
            [.. Enumerable.Range(0, count).Select(i => Read(LibClang.clang_getArgType(type, (uint)i), user, byValue: true))]);
    }

    private CType ReadEnumType(CXType type)
    {
        CXCursor declaration = LibClang.clang_getTypeDeclaration(type);
        string name = TagName(type);
        CPrimitiveKind underlying = UnderlyingOf(declaration);
        return isOurs(declaration) && !IsUnnamed(name) ? new CEnumType(name, underlying) : new CPrimitive(underlying);
    }

    private CRecordType Mention(CXType type, SourcePlace user, bool byValue)
    {
        string name = TagName(type);
        if (IsUnnamed(name))
        {
            errors.Add(new Diagnostic(
                LibClang.clang_getTypeDeclaration(type).Place(), "a struct or union without a name cannot be bound; name it"));
            return new CRecordType(name);
        }
        bool known = _mentioned.TryGetValue(name, out var mention);
        if (!known || (byValue && !mention.ByValue))
        {
            _mentioned[name] = (LibClang.clang_getTypeDeclaration(type), user, byValue);
        }
        return new CRecordType(name);
    }

    private CRecord ReadRecord(string name)
    {
        (CXCursor declaration, SourcePlace user, bool byValue) = _mentioned[name];
        CXCursor definition = LibClang.clang_getCursorDefinition(declaration);
        bool isDefined = LibClang.clang_Cursor_isNull(definition) == 0;
        SourcePlace place = (isDefined ? definition : declaration).Place();
        if (!isDefined && byValue)
        {
            errors.Add(new Diagnostic(user, $"\"{name}\" is passed by value but defined nowhere"));
        }
        if (!isDefined || (!isOurs(definition) && !byValue))
        {
            return new CRecord(name, CRecordKind.Opaque, 0, 0, [], place);
        }
        CXType type = LibClang.clang_getCursorType(definition);
        long size = LibClang.clang_Type_getSizeOf(type);
        long alignment = LibClang.clang_Type_getAlignOf(type);
        if (isOurs(definition))
        {
            return new CRecord(name, CRecordKind.Defined, size, alignment, ReadFields(name, definition), place);
        }
        if (HoldsFloats(type) || alignment > 8)
        {
            errors.Add(new Diagnostic(
                user,
                $"\"{name}\" is passed by value but is no record of these headers, and is not made of plain integers and pointers"));
        }
        return new CRecord(name, CRecordKind.Blob, size, alignment, [], place);
    }

    private List<CField> ReadFields(string record, CXCursor definition)
    {
        var fields = new List<CField>();
        if (definition.Kind == CXCursorKind.UnionDecl)
        {
            errors.Add(new Diagnostic(definition.Place(), $"union \"{record}\" cannot be bound"));
            return fields;
        }
        foreach (CXCursor field in definition.Children().Where(child => child.Kind == CXCursorKind.FieldDecl))
        {
            if (LibClang.clang_Cursor_isBitField(field) != 0)
            {
                errors.Add(new Diagnostic(field.Place(), $"bit field \"{record}.{field.Spelling()}\" cannot be bound"));
                continue;
            }
            fields.Add(new CField(
                field.Spelling(),
                Read(LibClang.clang_getCursorType(field), field.Place(), byValue: true),
                LibClang.clang_Cursor_getOffsetOfField(field) / 8));
        }
        return fields;
    }

    private static bool HoldsFloats(CXType type)
    {
        CXType canonical = LibClang.clang_getCanonicalType(type);
        return canonical.Kind switch
        {
            CXTypeKind.Float or CXTypeKind.Double or CXTypeKind.LongDouble => true,
            CXTypeKind.ConstantArray => HoldsFloats(LibClang.clang_getArrayElementType(canonical)),
            CXTypeKind.Record => LibClang.clang_getTypeDeclaration(canonical).Children()
                .Where(child => child.Kind == CXCursorKind.FieldDecl)
                .Any(field => HoldsFloats(LibClang.clang_getCursorType(field))),
            _ => false,
        };
    }
}
