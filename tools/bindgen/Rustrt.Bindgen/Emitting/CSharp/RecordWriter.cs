using Rustrt.Bindgen.Abi;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>Writes records as structs, with ClangSharp's names for what C leaves unnamed.</summary>
internal sealed class RecordWriter
{
    private readonly CodeWriter _code;
    private readonly string _visibility;
    private readonly TypeSizes _sizes;
    private readonly ManagedLayouts _layouts;
    private readonly ILookup<string?, CRecord> _inside;

    public RecordWriter(CodeWriter code, IReadOnlyList<CRecord> records, string visibility)
    {
        _code = code;
        _visibility = visibility;
        _sizes = new TypeSizes(records);
        _layouts = new ManagedLayouts(_sizes);
        _inside = records.ToLookup(record => record.Parent);
    }

    public void Write(CRecord record)
    {
        if (record.Kind == CRecordKind.Opaque)
        {
            _code.Lines(XmlDocs.Of(record.Comment, "Opaque: known by pointers only.", []))
                .Open($"{VisibilityOf(record)} partial struct {CSharpNames.Escape(record.OwnName)}")
                .Close();
            return;
        }
        ManagedLayout layout = _layouts.Of(record);
        _code.Lines(XmlDocs.Of(record.Comment, AlignmentRemark(record), []));
        if (!layout.IsPlain)
        {
            _code.Line($"[StructLayout(LayoutKind.{(layout.IsExplicit ? "Explicit" : "Sequential")}"
                + $"{(layout.Pack > 0 ? $", Pack = {layout.Pack}" : "")}{(layout.Size > 0 ? $", Size = {layout.Size}" : "")})]");
        }
        _code.Open($"{VisibilityOf(record)} unsafe partial struct {CSharpNames.Escape(record.OwnName)}");
        WriteFields(record, layout);
        WriteForwards(record, "", record);
        foreach (CField field in record.Fields)
        {
            if (field.Type.Resolved is CArray { Count: not null } array && !CSharpTypes.IsFixable(CSharpTypes.InnermostElement(array)))
            {
                WriteBuffer(field.Name, array);
            }
        }
        foreach (CRecord inner in _inside[record.Name])
        {
            _code.Line();
            Write(inner);
        }
        _code.Close();
    }

    /// <summary>The name of an unnamed member: Anonymous, or with a number where there are several.</summary>
    public static string AnonymousName(CRecord record, CField field)
    {
        CField[] anonymous = [.. record.Fields.Where(IsAnonymous)];
        return anonymous.Length == 1 ? "Anonymous" : $"Anonymous{Array.IndexOf(anonymous, field) + 1}";
    }

    /// <summary>A record inside another is seen as far as that one.</summary>
    private string VisibilityOf(CRecord record) => record.Parent == null ? _visibility : "public";

    private static string AlignmentRemark(CRecord record) => record.Alignment > sizeof(long)
        ? $"Aligned to {record.Alignment} bytes in C: allocate it with <c>NativeMemory.AlignedAlloc</c>."
        : "";

    private void WriteFields(CRecord record, ManagedLayout layout)
    {
        IReadOnlyList<BitUnit> units = BitUnits.Of(record, _sizes);
        foreach (CField field in record.Fields)
        {
            if (field.Bits != null)
            {
                int index = units.ToList().FindIndex(unit => unit.Fields.Contains(field));
                WriteBitField(record, field, units[index], UnitName(index), layout, isFirst: units[index].Fields[0] == field);
                continue;
            }
            string name = IsAnonymous(field) ? AnonymousName(record, field) : CSharpNames.Member(field.Name, record);
            _code.Lines(XmlDocs.Of(field.Comment, field.Type.Resolved is CArray { Count: null }
                ? "Where the flexible array begins. Only for records in native memory: a copy has no array." : "", []));
            if (field.Type.Resolved is CArray { Count: null } flexible)
            {
                string element = CSharpTypes.Name(CSharpTypes.InnermostElement(flexible));
                _code.Line($"public {element}* {name} => ({element}*)((nint)Unsafe.AsPointer(ref this) + {field.Offset});");
                continue;
            }
            WriteOffset(layout, field.Offset);
            _code.Line(field.Type.Resolved switch
            {
                CArray array when CSharpTypes.IsFixable(CSharpTypes.InnermostElement(array)) =>
                    $"public fixed {CSharpTypes.Name(CSharpTypes.InnermostElement(array))} {name}[{CSharpTypes.Length(array)}];",
                CArray => $"public {BufferName(field.Name)} {name};",
                _ => $"public {CSharpTypes.Name(field.Type)} {name};",
            });
        }
    }

    private void WriteOffset(ManagedLayout layout, long offset)
    {
        if (layout.IsExplicit)
        {
            _code.Line($"[FieldOffset({offset})]");
        }
    }

    private void WriteBitField(CRecord record, CField field, BitUnit unit, string unitName, ManagedLayout layout, bool isFirst)
    {
        string integer = unit.Size switch { 1 => "byte", 2 => "ushort", 4 => "uint", _ => "ulong" };
        if (isFirst)
        {
            WriteOffset(layout, unit.Offset);
            _code.Line($"public {integer} {unitName};");
        }
        CPrimitiveKind kind = field.Type.Resolved is CEnumType @enum ? @enum.Underlying : ((CPrimitive)field.Type.Resolved).Kind;
        string type = CSharpTypes.Name(field.Type);
        int width = field.Bits!.Width;
        int shift = (int)(field.Bits.Offset - 8 * unit.Offset);
        string mask = $"0x{(width == 64 ? ulong.MaxValue : (1UL << width) - 1):x}UL";
        string bits = CSharpTypes.IsSigned(kind)
            ? $"(long)((ulong){unitName} << {64 - shift - width}) >> {64 - width}"
            : $"((ulong){unitName} >> {shift}) & {mask}";
        _code.Line()
            .Lines(XmlDocs.Of(field.Comment, $"Bits {field.Bits.Offset} to {field.Bits.Offset + width - 1} of the record.", []))
            .Open($"public {type} {CSharpNames.Member(field.Name, record)}")
            .Line($"readonly get => unchecked(({type})({bits}));")
            .Line($"set => {unitName} = unchecked(({integer})(((ulong){unitName} & ~({mask} << {shift})) | (((ulong)value & {mask}) << {shift})));")
            .Close()
            .Line();
    }

    /// <summary>Properties by which the fields of unnamed members are reached as in C.</summary>
    private void WriteForwards(CRecord record, string path, CRecord outermost)
    {
        foreach (CField field in record.Fields)
        {
            string member = IsAnonymous(field) ? AnonymousName(record, field) : CSharpNames.Member(field.Name, record);
            if (IsAnonymous(field))
            {
                WriteForwards(_sizes.Record((CRecordType)field.Type.Resolved), $"{path}{member}.", outermost);
                continue;
            }
            if (path.Length == 0)
            {
                continue;
            }
            string name = CSharpNames.Member(field.Name, outermost);
            switch (field.Type.Resolved)
            {
                case CArray { Count: null } flexible:
                    _code.Line().Line($"public {CSharpTypes.Name(flexible)} {name} => {path}{member};");
                    break;
                case CArray array when CSharpTypes.IsFixable(CSharpTypes.InnermostElement(array)):
                    string element = CSharpTypes.Name(CSharpTypes.InnermostElement(array));
                    _code.Line()
                        .Line("[UnscopedRef]")
                        .Line($"public Span<{element}> {name} => MemoryMarshal.CreateSpan(ref {path}{member}[0], {CSharpTypes.Length(array)});");
                    break;
                case CArray:
                    _code.Line()
                        .Line("[UnscopedRef]")
                        .Line($"public ref {CSharpNames.Record(record.Name)}.{BufferName(field.Name)} {name} => ref {path}{member};");
                    break;
                default:
                    string type = CSharpTypes.Name(field.Type);
                    _code.Line();
                    if (field.Bits == null)
                    {
                        _code.Line("[UnscopedRef]").Line($"public ref {type} {name} => ref {path}{member};");
                    }
                    else
                    {
                        _code.Open($"public {type} {name}")
                            .Line($"readonly get => {path}{member};")
                            .Line($"set => {path}{member} = value;")
                            .Close();
                    }
                    break;
            }
        }
    }

    /// <summary>An array of what C#'s <c>fixed</c> does not take; it is indexed in the same way.</summary>
    private void WriteBuffer(string field, CArray array)
    {
        CType innermost = CSharpTypes.InnermostElement(array);
        string element = CSharpTypes.Name(innermost);
        _code.Line();
        if (innermost.Resolved is not (CPointer or CFunctionType))
        {
            _code.Line($"[InlineArray({CSharpTypes.Length(array)})]")
                .Open($"public partial struct {BufferName(field)}")
                .Line($"public {element} e0;")
                .Close();
            return;
        }
        // Pointers are no type arguments, which the elements of C#'s inline arrays must be.
        _code.Open($"public partial struct {BufferName(field)}")
            .Line($"private {element} {string.Join(", ", Enumerable.Range(0, (int)CSharpTypes.Length(array)).Select(i => $"_{i}"))};")
            .Line()
            .Line("[UnscopedRef]")
            .Line($"public ref {element} this[int index] => ref (({element}*)Unsafe.AsPointer(ref this))[index];")
            .Close();
    }

    private static bool IsAnonymous(CField field) => field.Name.Length == 0;

    private static string UnitName(int index) => index == 0 ? "_bitfield" : $"_bitfield{index}";

    private static string BufferName(string field) => $"_{field}_e__FixedBuffer";
}
