using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>Vectors and strings in the exchange heap, as the runtime itself makes them (legacy-runtime.md section 1).</summary>
internal static unsafe class ExchangeVectors
{
    /// <summary>The descriptor that the runtime's own strings carry: one byte, no functions. Lives as long as the process.</summary>
    private static readonly type_desc* s_stringDescriptor = MakeStringDescriptor();

    /// <summary>A vector of exchange strings, which it owns; the caller owns the vector.</summary>
    public static rust_vec_box* Of(List<nint> strings)
    {
        nuint bytes = (nuint)strings.Count * (nuint)sizeof(nint);
        rust_vec_box* vector = (rust_vec_box*)ExchangeHeap.AllocateZeroed((nuint)sizeof(rust_vec_box) + bytes);
        vector->fill = vector->alloc = bytes;
        nint* data = (nint*)(vector + 1);
        foreach (nint each in strings) *data++ = each;
        return vector;
    }

    /// <summary>A string copied from a C string, its NUL included.</summary>
    public static rust_vec_box* OfText(byte* text)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
        nuint size = (nuint)bytes.Length + 1;
        rust_vec_box* made = (rust_vec_box*)ExchangeHeap.AllocateZeroed((nuint)sizeof(rust_vec_box) + size);
        made->header.td = s_stringDescriptor;
        made->fill = made->alloc = size;
        bytes.CopyTo(new Span<byte>(made + 1, bytes.Length));
        return made;
    }

    /// <summary>Writes a C string into an existing exchange string, which moves when it is too small.</summary>
    public static void Assign(rust_vec_box** target, ReadOnlySpan<byte> text)
    {
        nuint size = (nuint)text.Length + 1;
        if ((*target)->alloc < size)
        {
            *target = (rust_vec_box*)ExchangeHeap.Reallocate(*target, (nuint)sizeof(rust_vec_box) + size);
            (*target)->alloc = size;
        }
        (*target)->fill = size;
        byte* data = (byte*)(*target + 1);
        text.CopyTo(new Span<byte>(data, text.Length));
        data[text.Length] = 0;
    }

    private static type_desc* MakeStringDescriptor()
    {
        type_desc* descriptor = (type_desc*)NativeMemory.AllocZeroed((nuint)sizeof(type_desc));
        descriptor->size = descriptor->align = 1;
        return descriptor;
    }
}
