using Rustrt.Bindgen.Abi;
using Rustrt.Bindgen.Clang;
using Rustrt.Bindgen.Model;
using static Rustrt.Bindgen.Clang.CXCursorKind;
using static Rustrt.Bindgen.Clang.NativeMethods;

namespace Rustrt.Bindgen.Parsing;

/// <summary>
/// Reads the records that types mention. A record is read when all mentions of it are known: whether anybody uses its size
/// decides whether another library's is opaque.
/// </summary>
internal sealed class RecordReader(
    TypeReader types,
    Func<CXCursor, bool> isOurs,
    IReadOnlyCollection<string> wholeTypes,
    CommentReader comments,
    List<Diagnostic> warnings)
{
    private sealed record Mentioned(CXCursor Declaration, string Name, string? CName, string? Parent)
    {
        public bool ByValue { get; set; }

        /// <summary>What the typedef that it is called by says, or null if there is none.</summary>
        public long? Alignment { get; set; }
    }

    private readonly List<Mentioned> _mentioned = [];
    private readonly Dictionary<string, Mentioned> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<CXCursor, Mentioned> _unnamed = new(new SameCursor());
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private (string? Parent, string Name) _context = (null, "Anonymous");

    /// <summary>No record can be added any more.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Says what an unnamed record is called after: a field of a record, or a typedef.</summary>
    public IDisposable InContext(string? parent, string name)
    {
        var before = new Restore(this, _context);
        _context = (parent, name);
        return before;
    }

    public CType Mention(CXType type, bool byValue)
    {
        string tag = TypeReader.TagName(type);
        bool isUnnamed = TypeReader.IsUnnamed(tag);
        CXCursor declaration = clang_getTypeDeclaration(type);
        CXCursor identity = clang_getCanonicalCursor(declaration);
        Mentioned? mention = isUnnamed ? _unnamed.GetValueOrDefault(identity) : _named.GetValueOrDefault(tag);
        if (mention == null)
        {
            if (IsFinished)
            {
                return new CUnsupported(tag, "is not of these headers");
            }
            mention = isUnnamed
                ? new Mentioned(declaration, UnnamedName(declaration), null, _context.Parent)
                : new Mentioned(declaration, Unique(tag), IsCompilersOwn(declaration) ? null : TypeReader.CName(type), null);
            _mentioned.Add(mention);
            if (isUnnamed)
            {
                _unnamed.Add(identity, mention);
            }
            else
            {
                _named.Add(tag, mention);
            }
        }
        mention.ByValue |= byValue || wholeTypes.Contains(tag);
        return new CRecordType(mention.Name);
    }

    /// <summary>An unnamed record is called by its typedef, and that can align it otherwise than the record itself.</summary>
    public void Align(string typedef, long alignment)
    {
        if (_named.TryGetValue(typedef, out Mentioned? mention) && alignment > 0)
        {
            mention.Alignment = alignment;
        }
    }

    /// <summary>The records mentioned, and those that they mention in turn.</summary>
    public IReadOnlyList<CRecord> Finish()
    {
        var read = new Dictionary<Mentioned, CRecord>();
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 0; i < _mentioned.Count; i++)
            {
                Mentioned mention = _mentioned[i];
                // By-value use may turn up after the record was read as opaque.
                if (!read.TryGetValue(mention, out CRecord? record) || (record.Kind == CRecordKind.Opaque && IsWanted(mention)))
                {
                    read[mention] = ReadRecord(mention);
                    changed = true;
                }
            }
        }
        IsFinished = true;
        return [.. _mentioned.Select(mention => read[mention])];
    }

    private bool IsWanted(Mentioned mention)
    {
        CXCursor definition = clang_getCursorDefinition(mention.Declaration);
        return clang_Cursor_isNull(definition) == 0
            && (mention.ByValue || mention.Parent != null || isOurs(definition))
            && clang_Type_getSizeOf(clang_getCursorType(definition)) > 0;
    }

    private CRecord ReadRecord(Mentioned mention)
    {
        CXCursor definition = clang_getCursorDefinition(mention.Declaration);
        SourcePlace place = mention.Declaration.Place();
        if (!IsWanted(mention))
        {
            return new CRecord(
                mention.Name, mention.CName, mention.Parent, CRecordKind.Opaque, 0, 0, [], false, comments.Of(mention.Declaration), place);
        }
        CXType type = clang_getCursorType(definition);
        var fields = new List<CField>();
        bool isComplete = ReadFields(mention, definition, type, fields);
        return new CRecord(
            mention.Name,
            mention.CName,
            mention.Parent,
            definition.kind == CXCursor_UnionDecl ? CRecordKind.Union : CRecordKind.Struct,
            clang_Type_getSizeOf(type),
            mention.Alignment ?? clang_Type_getAlignOf(type),
            fields,
            isComplete,
            comments.Of(definition),
            definition.Place());
    }

    private bool ReadFields(Mentioned record, CXCursor definition, CXType type, List<CField> fields)
    {
        foreach (CXCursor inner in definition.Children().Where(child => child.kind == CXCursor_EnumDecl))
        {
            types.ReadEnum(inner);
        }
        bool isComplete = true;
        CXCursor[] all = [.. Cursors.Fields(type)];
        bool isOnlyAnonymous = all.Count(f => f.Name().Length == 0 && clang_Cursor_isBitField(f) == 0) == 1;
        int anonymous = 0;
        foreach (CXCursor field in all)
        {
            string name = field.Name();
            bool isBitField = clang_Cursor_isBitField(field) != 0;
            if (name.Length == 0 && isBitField)
            {
                continue; // only moves what follows
            }
            string called = name.Length > 0 ? name : isOnlyAnonymous ? "Anonymous" : $"Anonymous{++anonymous}";
            CType fieldType;
            using (InContext(record.Name, called))
            {
                fieldType = types.Read(clang_getCursorType(field), field.Place(), byValue: true);
            }
            long bits = clang_Cursor_getOffsetOfField(field);
            CBits? place = isBitField ? new CBits(bits, clang_getFieldDeclBitWidth(field)) : null;
            string? obstacle =
                TypeReader.Unsupported(fieldType) is { } unsupported ? $"type \"{unsupported.Spelling}\" {unsupported.Reason}"
                : fieldType.Resolved is CRecordType && clang_Type_getSizeOf(clang_getCursorType(field)) <= 0
                    ? "it is empty in C, which no struct is in C#"
                : place != null && !BitUnits.IsReachable(place) ? "it is a bit field over nine bytes, which no integer covers"
                : null;
            if (obstacle != null)
            {
                isComplete = false;
                warnings.Add(new Diagnostic(
                    field.Place(),
                    $"field \"{record.Name}.{called}\" is left out: {obstacle}; its bytes keep their place, but such a record is not passed by value",
                    Severity.Warning)
                {
                    LeftOut = record.Name.Split('.')[0],
                });
                continue;
            }
            fields.Add(new CField(name, fieldType, bits / 8, place, comments.Of(field)));
        }
        return isComplete;
    }

    private string UnnamedName(CXCursor declaration)
    {
        string kind = declaration.kind == CXCursor_UnionDecl ? "Union" : "Struct";
        string own = $"_{_context.Name}_e__{kind}";
        // C# has no type named as one around it.
        string[] around = _context.Parent?.Split('.') ?? [];
        for (int i = 1; around.Contains(own); i++)
        {
            own = $"_{_context.Name}_{i}_e__{kind}";
        }
        return Unique(_context.Parent == null ? own : $"{_context.Parent}.{own}");
    }

    /// <summary>C keeps names of tags and of typedefs apart, so that two records can have one name.</summary>
    private string Unique(string name)
    {
        while (!_names.Add(name))
        {
            name += "_";
        }
        return name;
    }

    /// <summary>Such as the record behind va_list, which another compiler calls otherwise.</summary>
    private static bool IsCompilersOwn(CXCursor declaration) => declaration.Place().Path.Length == 0;

    private sealed class Restore(RecordReader owner, (string?, string) context) : IDisposable
    {
        public void Dispose() => owner._context = context;
    }
}
