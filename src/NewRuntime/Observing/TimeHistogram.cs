using System.Numerics;

namespace Rustrt.Federation;

/// <summary>How often something took how long, in buckets that double. One thread adds; others may read.</summary>
internal sealed class TimeHistogram
{
    private const int Buckets = 24; // below 1 us, below 2, below 4, ...; the last has all from 4 s on

    private readonly long[] _counts = new long[Buckets];

    /// <summary>Counts one.</summary>
    internal void Add(TimeSpan time)
    {
        ulong microseconds = (ulong)Math.Max(0, time.Ticks / TimeSpan.TicksPerMicrosecond);
        int bucket = microseconds == 0 ? 0 : BitOperations.Log2(microseconds) + 1;
        _counts[Math.Min(bucket, Buckets - 1)]++;
    }

    /// <summary>The buckets that are not empty: below how many microseconds (<see cref="long.MaxValue"/>: no limit), and how often.</summary>
    internal IEnumerable<(long BelowMicroseconds, long Count)> Read()
    {
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            long count = Volatile.Read(ref _counts[bucket]);
            if (count > 0) yield return (bucket == Buckets - 1 ? long.MaxValue : 1L << bucket, count);
        }
    }
}
