using System.Runtime.InteropServices;

namespace Rustrt.Compat.Backends.New;

/// <summary>Texts of C: bytes up to a NUL, in no encoding that matters.</summary>
internal static unsafe class CText
{
    /// <summary>The text without the NUL; a null pointer crashes, as it did.</summary>
    public static ReadOnlySpan<byte> Of(byte* text)
    {
        _ = *text;
        return MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
    }

    /// <summary>A block of the C library with a NUL behind the text; the caller frees it. Out of memory: null.</summary>
    public static byte* ToBlock(ReadOnlySpan<byte> text)
    {
        byte* block = (byte*)LibC.Allocate((nuint)text.Length + 1);
        if (block == null) return null;
        text.CopyTo(new Span<byte>(block, text.Length));
        block[text.Length] = 0;
        return block;
    }
}
