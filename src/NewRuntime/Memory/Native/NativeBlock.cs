using System.Runtime.InteropServices;

namespace Rustrt.Federation.Memory;

/// <summary>Memory of the C library. Who is right about an address and a length is the business of <see cref="ExchangeBlock"/>.</summary>
internal static unsafe class NativeBlock
{
    /// <summary>Memory that is all zero.</summary>
    /// <exception cref="OutOfMemoryException">There is not as much.</exception>
    internal static nint Allocate<T>(int length)
        where T : unmanaged => (nint)NativeMemory.AllocZeroed((nuint)length, (nuint)sizeof(T));

    internal static void Free(nint address) => NativeMemory.Free((void*)address);

    internal static Span<T> AsSpan<T>(nint address, int length)
        where T : unmanaged => new((void*)address, length);

    internal static ref T AsReference<T>(nint address)
        where T : unmanaged => ref *(T*)address;

    internal static long BytesOf<T>(int length)
        where T : unmanaged => (long)length * sizeof(T);
}
