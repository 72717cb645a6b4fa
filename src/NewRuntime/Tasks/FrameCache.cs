using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>
/// Free frames of one async method on one thread. A frame ends on the thread that it ran on last, so a thread whose tasks are
/// stolen would run dry while another drowns in frames: they are exchanged in batches (<see cref="FrameShelf"/>).
/// </summary>
internal sealed class FrameCache(FrameShelf shelf)
{
    /// <summary>Frames in a batch.</summary>
    internal const int Batch = 64;

    private TaskCell? _free;  // linked by Next
    private TaskCell? _spare; // a full batch, so that a thread at the edge of one does not go to the shelf at every step
    private int _count;       // of _free
#pragma warning disable CS0169 // It only takes room.
    private readonly CacheLinePair _apart;
#pragma warning restore CS0169

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TaskCell? Take()
    {
        var frame = _free ?? Refill();
        if (frame is null) return null;
        _free = frame.Next;
        _count--;
        return frame;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Return(TaskCell frame)
    {
        if (_count == Batch) PutAway();
        frame.Next = _free;
        _free = frame;
        _count++;
    }

    // The thread has ended. Its frames are in nobody's hands, but on lists, which would keep them from the collector, and with each
    // the scheduler that it belonged to.
    ~FrameCache()
    {
        if (_spare is not null) shelf.Put(_spare);
        FrameShelf.GiveUp(_free);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TaskCell? Refill()
    {
        var batch = _spare ?? shelf.Take();
        _spare = null;
        if (batch is not null) _count = Batch;
        return batch;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PutAway()
    {
        if (_spare is not null) shelf.Put(_spare);
        _spare = _free;
        _free = null;
        _count = 0;
    }
}
