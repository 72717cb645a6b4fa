using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Abi;

/// <summary>An integer of a record, and the bit fields that lie in it.</summary>
internal sealed record BitUnit(long Offset, int Size, IReadOnlyList<CField> Fields);

/// <summary>
/// Which integers a record's bit fields are read and written through. The compiler packs bit fields into integers of their own
/// declared types; where such an integer would reach beyond the record, or a packed field crosses its border, the smallest that
/// covers the field takes its place.
/// </summary>
internal static class BitUnits
{
    private const int BitsPerByte = 8;
    private const int Widest = sizeof(ulong);

    /// <summary>A bit field that begins late in a byte of a packed record can touch nine bytes, which no integer covers.</summary>
    public static bool IsReachable(CBits bits) => bits.Offset % BitsPerByte + bits.Width <= Widest * BitsPerByte;

    public static IReadOnlyList<BitUnit> Of(CRecord record, TypeSizes sizes)
    {
        var units = new List<BitUnit>();
        foreach (CField field in record.Fields.Where(field => field.Bits != null))
        {
            (long offset, int size) = UnitOf(field.Bits!, (int)sizes.Size(field.Type), record.Size);
            int last = units.Count - 1;
            if (record.Kind == CRecordKind.Struct && last >= 0 && units[last].Offset == offset && units[last].Size == size)
            {
                units[last] = units[last] with { Fields = [.. units[last].Fields, field] };
            }
            else
            {
                units.Add(new BitUnit(offset, size, [field]));
            }
        }
        return units;
    }

    private static (long Offset, int Size) UnitOf(CBits bits, int declared, long recordSize)
    {
        long end = bits.Offset + bits.Width;
        for (int size = declared; size >= 1; size /= 2)
        {
            long offset = bits.Offset / (size * BitsPerByte) * size;
            if (end <= (offset + size) * BitsPerByte && offset + size <= recordSize)
            {
                return (offset, size);
            }
        }
        long first = bits.Offset / BitsPerByte;
        int covering = 1;
        while (end > (first + covering) * BitsPerByte)
        {
            covering *= 2;
        }
        return (Math.Max(0, Math.Min(first, recordSize - covering)), covering);
    }
}
