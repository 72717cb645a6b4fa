using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Rustrt.Federation.Memory;

/// <summary>Asks the processor for memory that will be needed soon, so that it need not be waited for then. A hint: where the processor
/// has none, or the collector moves the object at that moment, nothing happens.</summary>
internal static unsafe class Prefetch
{
    private const int CacheLine = 64;

    /// <summary>The object that a variable refers to, if any: its first 128 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Object<T>(ref T? variable)
        where T : class
    {
        if (!Sse.IsSupported) return;
        byte* address = (byte*)Unsafe.As<T?, nint>(ref variable);
        Sse.Prefetch0(address);
        Sse.Prefetch0(address + CacheLine);
    }
}
