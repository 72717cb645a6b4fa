using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Abi;

/// <summary>
/// The System V calling convention for x86-64 as far as the router must know it: which registers a call's arguments take.
/// </summary>
internal sealed class SystemV(TypeSizes sizes)
{
    private const int EightByte = 8;
    private const int BitsPerByte = 8;
    private const int AvailableSseRegisters = 8;

    private enum Class
    {
        None,
        Integer,
        Sse,
        Memory,
    }

    public CallShape ShapeOf(CFunction function)
    {
        int integers = Classify(function.Result).Contains(Class.Memory) ? 1 : 0; // the hidden result pointer
        int sse = 0;
        bool onStack = false;
        foreach (CParameter parameter in function.Parameters)
        {
            Class[] classes = Classify(parameter.Type);
            int needsIntegers = classes.Count(c => c == Class.Integer);
            int needsSse = classes.Count(c => c == Class.Sse);
            // An argument goes into registers as a whole or not at all.
            if (classes.Contains(Class.Memory)
                || integers + needsIntegers > CallShape.AvailableIntegerRegisters
                || sse + needsSse > AvailableSseRegisters)
            {
                onStack = true;
                continue;
            }
            integers += needsIntegers;
            sse += needsSse;
        }
        return new CallShape(integers, onStack);
    }

    private Class[] Classify(CType type)
    {
        switch (type.Resolved)
        {
            case CPrimitive { Kind: CPrimitiveKind.Void }:
                return [];
            case CRecordType reference:
                CRecord record = sizes.Record(reference);
                if (record.Size > 2 * EightByte || HasUnalignedField(record, 0))
                {
                    return [Class.Memory];
                }
                var classes = new Class[(record.Size + EightByte - 1) / EightByte];
                Merge(classes, record, 0);
                return classes;
            default:
                return [ClassOfScalar(type)];
        }
    }

    /// <summary>Records with such a field are passed in memory, however small they are.</summary>
    private bool HasUnalignedField(CRecord record, long start) => record.Fields.Any(field => field.Bits == null
        && ((start + field.Offset) % Math.Max(1, sizes.Alignment(field.Type)) != 0
            || (field.Type.Resolved is CRecordType inner && HasUnalignedField(sizes.Record(inner), start + field.Offset))));

    private static Class ClassOfScalar(CType type) => type.Resolved switch
    {
        CPrimitive { Kind: CPrimitiveKind.Float or CPrimitiveKind.Double } => Class.Sse,
        _ => Class.Integer,
    };

    private void Merge(Class[] classes, CRecord record, long start)
    {
        foreach (CField field in record.Fields)
        {
            if (field.Bits is { } bits)
            {
                long first = start + bits.Offset / BitsPerByte;
                long last = start + (bits.Offset + bits.Width - 1) / BitsPerByte;
                classes.AsSpan((int)(first / EightByte), (int)(last / EightByte - first / EightByte) + 1).Fill(Class.Integer);
            }
            else
            {
                Merge(classes, field.Type, start + field.Offset);
            }
        }
    }

    private void Merge(Class[] classes, CType type, long offset)
    {
        switch (type.Resolved)
        {
            case CRecordType reference:
                Merge(classes, sizes.Record(reference), offset);
                break;
            case CArray array:
                for (long i = 0; i < (array.Count ?? 0); i++)
                {
                    Merge(classes, array.Element, offset + i * sizes.Size(array.Element));
                }
                break;
            default:
                ref Class eightByte = ref classes[offset / EightByte];
                if (eightByte != Class.Integer) // which wins where both kinds share an eightbyte
                {
                    eightByte = ClassOfScalar(type);
                }
                break;
        }
    }
}
