using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Abi;

/// <summary>Sizes and alignments on x86-64 Linux.</summary>
internal sealed class TypeSizes
{
    private readonly Dictionary<string, CRecord> _records;

    public TypeSizes(IEnumerable<CRecord> records) =>
        _records = records.ToDictionary(record => record.Name, StringComparer.Ordinal);

    public CRecord Record(CRecordType type) => _records[type.Name];

    public long Size(CType type) => type.Resolved switch
    {
        CPrimitive primitive => primitive.Kind.Size(),
        CEnumType @enum => @enum.Underlying.Size(),
        CRecordType record => Record(record).Size,
        CArray array => (array.Count ?? 0) * Size(array.Element),
        _ => sizeof(long),
    };

    public long Alignment(CType type) => type.Resolved switch
    {
        CRecordType record => Record(record).Alignment,
        CArray array => Alignment(array.Element),
        _ => Size(type),
    };
}
