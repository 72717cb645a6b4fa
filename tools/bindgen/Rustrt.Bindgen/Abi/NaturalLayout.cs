using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Abi;

/// <summary>
/// Where a record's fields lie when each simply follows the one before at its own alignment. C# lays out its structs so;
/// records that ask for something else (packed, over-aligned) would silently be bound wrong.
/// </summary>
internal sealed class NaturalLayout(TypeSizes sizes)
{
    /// <summary>Whether the compiler gave the record the layout that C# will give it.</summary>
    public bool IsOf(CRecord record)
    {
        long end = 0;
        long alignment = 1;
        foreach (CField field in record.Fields)
        {
            long fieldAlignment = sizes.Alignment(field.Type);
            if (field.Offset != RoundUp(end, fieldAlignment))
            {
                return false;
            }
            end = field.Offset + sizes.Size(field.Type);
            alignment = Math.Max(alignment, fieldAlignment);
        }
        return record.Alignment == alignment && record.Size == RoundUp(end, alignment);
    }

    private static long RoundUp(long value, long alignment) => (value + alignment - 1) / alignment * alignment;
}
