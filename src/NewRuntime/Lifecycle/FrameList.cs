namespace Rustrt.Federation;

/// <summary>
/// Frames, in an array that is replaced when it is full: one thread adds, any may read at the same time. Then those are left out
/// that have gone to another federation, and are added again should they come back, so the list does not grow by such frames
/// for ever.
/// </summary>
internal sealed class FrameList
{
    private Frame?[] _frames = [];
    private int _count;

    internal void Add(Frame frame)
    {
        if (_count == _frames.Length) Grow(frame.ListedIn);
        _frames[_count] = frame;
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>Those that were listed when this was called, and maybe some that came meanwhile.</summary>
    internal List<Frame> Read()
    {
        int count = Volatile.Read(ref _count); // before the array: see Grow
        var frames = Volatile.Read(ref _frames);
        var read = new List<Frame>(count);
        for (int i = 0; i < count && i < frames.Length; i++)
        {
            if (frames[i] is { } frame) read.Add(frame);
        }
        return read;
    }

    // The array is written before the smaller count. So a reader that sees the new count sees the new array; one that still sees
    // the old count in the new array finds everything and empty places behind it.
    private void Grow(int federation)
    {
        Frame[] kept = [.. _frames.OfType<Frame>().Where(frame => frame.ListedIn == federation).Distinct()];
        var larger = new Frame?[Math.Max(64, kept.Length * 2)];
        kept.CopyTo(larger, 0);
        Volatile.Write(ref _frames, larger);
        Volatile.Write(ref _count, kept.Length);
    }
}
