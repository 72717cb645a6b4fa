namespace Rustrt.Federation.Memory;

/// <summary>
/// The objects of blocks that have been freed. A thread keeps some; who frees what others allocate passes its surplus on, in batches
/// linked by <see cref="ExchangeBlock.Next"/> that are linked by <see cref="ExchangeBlock.Previous"/>.
/// </summary>
internal static class ExchangeBlockPool
{
    private const int Batch = 64;
    private const int MostBatches = 256; // 16,384 objects: a burst is not kept for ever

    private static readonly Lock s_lock = new();
    private static ExchangeBlock? s_batches;
    private static int s_batchCount;

    [ThreadStatic]
    private static ExchangeBlock? t_free;

    [ThreadStatic]
    private static ExchangeBlock? t_spare; // a full batch, so that a thread at the edge of one does not take the lock at every step

    [ThreadStatic]
    private static int t_count; // of t_free

    internal static ExchangeBlock? Take()
    {
        var block = t_free ?? Refill();
        if (block is null) return null;
        t_free = block.Next;
        t_count--;
        block.Next = null;
        return block;
    }

    internal static void Return(ExchangeBlock block)
    {
        if (t_count == Batch) PutAway();
        block.Next = t_free;
        t_free = block;
        t_count++;
    }

    private static ExchangeBlock? Refill()
    {
        var batch = t_spare ?? TakeBatch();
        t_spare = null;
        if (batch is not null) t_count = Batch;
        return batch;
    }

    private static void PutAway()
    {
        if (t_spare is not null) PutBatch(t_spare);
        t_spare = t_free;
        t_free = null;
        t_count = 0;
    }

    private static ExchangeBlock? TakeBatch()
    {
        lock (s_lock)
        {
            var batch = s_batches;
            if (batch is null) return null;
            s_batches = batch.Previous;
            batch.Previous = null;
            s_batchCount--;
            return batch;
        }
    }

    private static void PutBatch(ExchangeBlock batch)
    {
        lock (s_lock)
        {
            if (s_batchCount == MostBatches) return;
            batch.Previous = s_batches;
            s_batches = batch;
            s_batchCount++;
        }
    }
}
