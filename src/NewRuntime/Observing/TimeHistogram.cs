using System.Globalization;
using System.Numerics;

namespace Rustrt.Federation;

/// <summary>How often something took how long, in buckets that double. One thread adds; others may read.</summary>
internal sealed class TimeHistogram
{
    private const int Buckets = 24; // below 1 us, below 2, below 4, ...; the last has all from 4 s on

    private static readonly string[] s_limits =
    [
        .. Enumerable.Range(0, Buckets - 1).Select(static bucket => ((1L << bucket) / 1e6m).ToString("0.######", CultureInfo.InvariantCulture)), "+Inf",
    ];

    private readonly long[] _counts = new long[Buckets];

    /// <summary>Counts so many that took a time.</summary>
    internal void Add(TimeSpan time, long count = 1)
    {
        ulong microseconds = (ulong)Math.Max(0, time.Ticks / TimeSpan.TicksPerMicrosecond);
        int bucket = microseconds == 0 ? 0 : BitOperations.Log2(microseconds) + 1;
        _counts[Math.Min(bucket, Buckets - 1)] += count;
    }

    /// <summary>The limit of each bucket in seconds, as text, and how many there were up to it: the form in which Prometheus has its
    /// histograms. Buckets that are empty so far are there too, or their first increase could not be told.</summary>
    internal IEnumerable<(string Limit, long Count)> Read()
    {
        long sum = 0;
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            sum += Volatile.Read(ref _counts[bucket]);
            yield return (s_limits[bucket], sum);
        }
    }
}
