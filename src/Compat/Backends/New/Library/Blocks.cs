using System.Runtime.InteropServices;
using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New.Library;

/// <summary>
/// Blocks of the exchange heap as libcore allocated them: of the C heap, with a box header, counted one by one in the runtime's
/// word, so that a leak is told at exit (legacy-runtime.md section 9).
/// </summary>
internal static unsafe partial class Blocks
{
    private const nuint MallocAlign = 16;

    /// <summary>A zeroed body.</summary>
    public static void* Allocate(nuint size, nuint align = MallocAlign)
    {
        nuint header = BodyOffset(align), total = header + size;
        byte* block = (byte*)(align <= MallocAlign ? LibC.AllocateZeroed(total) : Aligned(align, total));
        if (block == null) Fatal.Die("out of memory in the exchange heap");
        ((rust_opaque_box*)block)->ref_count = -1;
        Interlocked.Increment(ref *(long*)Binding.Api->ExchangeCount);
        return block + header;
    }

    public static T* Make<T>() where T : unmanaged => (T*)Allocate((nuint)sizeof(T));

    /// <summary>Gives a body back that was allocated with this alignment.</summary>
    public static void Free(void* body, nuint align = MallocAlign)
    {
        Interlocked.Decrement(ref *(long*)Binding.Api->ExchangeCount);
        LibC.Free((byte*)body - BodyOffset(align));
    }

    public static nuint RoundUp(nuint size, nuint align) => (size + align - 1) / align * align;

    private static nuint BodyOffset(nuint align) => RoundUp((nuint)sizeof(rust_opaque_box), align);

    private static void* Aligned(nuint align, nuint total)
    {
        void* block = AllocateAligned(align, RoundUp(total, align));
        if (block != null) NativeMemory.Clear(block, total);
        return block;
    }

    [LibraryImport("libc", EntryPoint = "aligned_alloc")]
    private static partial void* AllocateAligned(nuint align, nuint size);
}
