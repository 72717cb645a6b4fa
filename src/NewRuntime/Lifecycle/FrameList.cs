namespace Rustrt.Federation;

/// <summary>Frames in chunks that never move: one thread adds, any may read at the same time.</summary>
internal sealed class FrameList
{
    private const int ChunkLength = 256;

    private Frame[][] _chunks = []; // replaced, never changed
    private int _count;

    internal void Add(Frame frame)
    {
        int at = _count % ChunkLength;
        if (at == 0) Volatile.Write(ref _chunks, [.. _chunks, new Frame[ChunkLength]]);
        _chunks[^1][at] = frame;
        Volatile.Write(ref _count, _count + 1);
    }

    internal Frame[] ToArray()
    {
        var frames = new Frame[Volatile.Read(ref _count)];
        var chunks = Volatile.Read(ref _chunks);
        for (int i = 0; i < frames.Length; i++) frames[i] = chunks[i / ChunkLength][i % ChunkLength];
        return frames;
    }
}
