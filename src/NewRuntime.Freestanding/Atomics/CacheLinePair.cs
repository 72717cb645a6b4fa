using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>
/// Room behind the fields of an object that one thread writes all the time. Another thread's object of the kind is made at about the
/// same time and may lie next to it, at the latest when a collection has moved both; then each write of one takes the cache line from
/// the other. A run was half as fast then, and which run it was depended on the collector. A pair: processors fetch lines in pairs.
/// </summary>
[InlineArray(Bytes)]
internal struct CacheLinePair
{
    private const int Bytes = 128;

    private byte _first;
}
