using System.Runtime.InteropServices;

namespace Rustrt.Federation;

/// <summary>
/// The two index words of a ring. Thieves write head while the owner writes tail: a pair of cache lines each, because
/// processors fetch lines in pairs. Not nested in the ring, since a generic type cannot have an explicit layout.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 384)]
internal struct RingIndices
{
    [FieldOffset(128)]
    internal ulong Head;

    [FieldOffset(256)]
    internal uint Tail;
}
