namespace Rustrt.Federation;

/// <summary>
/// The free frames of one async method, per thread. A frame ends on the thread that it ran on last, so a thread whose tasks
/// are stolen would run dry while another drowns in frames: they are exchanged in batches (<see cref="FrameShelf{TFrame}"/>).
/// </summary>
internal static class FramePool<TFrame>
    where TFrame : TaskCell
{
    /// <summary>Frames in a batch.</summary>
    internal const int Batch = 64;

    [ThreadStatic]
    private static TaskCell? t_free; // linked by Next

    [ThreadStatic]
    private static TaskCell? t_spare; // a full batch, so that a thread at the edge of one does not go to the shelf at every step

    [ThreadStatic]
    private static int t_count; // of t_free

    internal static TFrame? Take()
    {
        var frame = t_free ?? Refill();
        if (frame is null) return null;
        t_free = frame.Next;
        t_count--;
        return (TFrame)frame;
    }

    internal static void Return(TFrame frame)
    {
        if (t_count == Batch) PutAway();
        frame.Next = t_free;
        t_free = frame;
        t_count++;
    }

    private static TaskCell? Refill()
    {
        var batch = t_spare ?? FrameShelf<TFrame>.Take();
        t_spare = null;
        if (batch is not null) t_count = Batch;
        return batch;
    }

    private static void PutAway()
    {
        if (t_spare is not null) FrameShelf<TFrame>.Put(t_spare);
        t_spare = t_free;
        t_free = null;
        t_count = 0;
    }
}
