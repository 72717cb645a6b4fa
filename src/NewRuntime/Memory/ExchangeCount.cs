namespace Rustrt.Federation.Memory;

/// <summary>
/// How much of the exchange heap is in use. Threads count in places apart from each other, or allocating would be a fight for one
/// cache line; what is freed by another thread than allocated it makes single places negative, and the sum is right.
/// </summary>
internal sealed class ExchangeCount
{
    private const int Places = 16; // a power of two
    private const int Apart = 16; // longs: two cache lines, for they are fetched in pairs

    private readonly long[] _counts = new long[(Places + 1) * Apart]; // the first are beside the array's length

    internal long Blocks => Sum(0);

    internal long Bytes => Sum(1);

    internal void Add(int blocks, long bytes)
    {
        int place = ((Environment.CurrentManagedThreadId & (Places - 1)) + 1) * Apart;
        Interlocked.Add(ref _counts[place], blocks);
        Interlocked.Add(ref _counts[place + 1], bytes);
    }

    private long Sum(int which)
    {
        long sum = 0;
        for (int place = Apart; place < _counts.Length; place += Apart) sum += Volatile.Read(ref _counts[place + which]);
        return sum;
    }
}
