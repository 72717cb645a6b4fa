using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Abi;

/// <summary>What must be said of a C# struct so that its fields lie where the C compiler put them.</summary>
/// <param name="IsExplicit">Each field states its offset.</param>
/// <param name="Pack">The greatest alignment of a field, or 0 for each field's own.</param>
/// <param name="Size">In bytes, or 0 if the fields alone give it.</param>
internal readonly record struct ManagedLayout(bool IsExplicit, int Pack, long Size)
{
    public bool IsPlain => !IsExplicit && Pack == 0 && Size == 0;
}

/// <summary>
/// Finds the plainest layout of a C# struct that is the C record's: fields in order, then fields in order and packed, then with
/// explicit offsets, which are right for every record.
/// </summary>
internal sealed class ManagedLayouts(TypeSizes sizes)
{
    private static readonly int[] Packs = [0, 1, 2, 4, 8];

    private readonly record struct Member(long Offset, long Size, long Alignment);

    public ManagedLayout Of(CRecord record)
    {
        List<Member> members = Members(record);
        long natural = NaturalAlignment(members);
        if (record.Kind == CRecordKind.Struct)
        {
            foreach (int pack in Packs)
            {
                long alignment = pack == 0 ? natural : Math.Min(pack, natural);
                // A struct that is merely longer (over-aligned, or ending in a flexible array) needs only its size stated.
                if (alignment == Math.Min(natural, record.Alignment) && SizeInOrder(members, pack) is { } size && size <= record.Size)
                {
                    return new ManagedLayout(false, pack, size == record.Size ? 0 : record.Size);
                }
            }
        }
        int needed = natural > record.Alignment ? (int)record.Alignment : 0;
        long end = members.Select(member => member.Offset + member.Size).DefaultIfEmpty(0).Max();
        return new ManagedLayout(true, needed, RoundUp(end, Math.Min(natural, record.Alignment)) == record.Size ? 0 : record.Size);
    }

    /// <summary>The alignment of the C# struct, which knows no greater one than its fields'.</summary>
    public long Alignment(CRecord record) => Math.Min(NaturalAlignment(Members(record)), record.Alignment);

    private static long NaturalAlignment(List<Member> members) =>
        members.Select(member => member.Alignment).DefaultIfEmpty(1).Max();

    private List<Member> Members(CRecord record)
    {
        var members = new List<Member>();
        foreach (CField field in record.Fields.Where(f => f.Bits == null && f.Type.Resolved is not CArray { Count: null }))
        {
            members.Add(new Member(field.Offset, sizes.Size(field.Type), Alignment(field.Type)));
        }
        members.AddRange(BitUnits.Of(record, sizes).Select(unit => new Member(unit.Offset, unit.Size, unit.Size)));
        members.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        return members;
    }

    private long Alignment(CType type) => type.Resolved switch
    {
        CArray array => Alignment(array.Element),
        CRecordType record => Alignment(sizes.Record(record)),
        _ => sizes.Size(type),
    };

    /// <returns>Null if a field would lie elsewhere.</returns>
    private static long? SizeInOrder(List<Member> members, int pack)
    {
        long end = 0;
        long alignment = 1;
        foreach (Member member in members)
        {
            long own = pack == 0 ? member.Alignment : Math.Min(pack, member.Alignment);
            if (member.Offset != RoundUp(end, own))
            {
                return null;
            }
            end = member.Offset + member.Size;
            alignment = Math.Max(alignment, own);
        }
        return RoundUp(end, alignment);
    }

    private static long RoundUp(long value, long alignment) => (value + alignment - 1) / alignment * alignment;
}
