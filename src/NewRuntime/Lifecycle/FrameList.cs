namespace Rustrt.Federation;

/// <summary>
/// Frames, in blocks that are added as they are needed: one thread adds, any may read at the same time. Those that have gone to
/// another federation are cleared up when there are as many of them as of others, or they would make the list grow for ever: they are
/// added again should they come back. So are those that their pool has given up (<see cref="FrameShelf"/>), which the list would
/// keep from the collector.
/// </summary>
internal sealed class FrameList
{
    private const int BlockSize = 1024; // 8 KiB: a list that grows by copying would leave as much garbage as it holds

    private Frame[]?[] _blocks = [];
    private int _count;
    private int _cameFromElsewhere; // since it was cleared up last: only then can a frame be here twice
    private int _givenUp = s_givenUp;

    private static int s_givenUp; // by all pools, so far

    /// <summary>How many there are, with those that have gone. Any thread.</summary>
    internal int Count => Volatile.Read(ref _count);

    /// <summary>Adds a frame that is marked as listed here.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="cameFromElsewhere">Whether it was listed in another federation before.</param>
    internal void Add(Frame frame, bool cameFromElsewhere)
    {
        if (cameFromElsewhere) _cameFromElsewhere++;
        if (_count % BlockSize == 0)
        {
            if (_cameFromElsewhere > _count / 2) ClearUp(frame.ListedIn);
            AddBlock();
        }
        _blocks[_count / BlockSize]![_count % BlockSize] = frame;
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>Pools have given frames up, which are marked as listed nowhere. Any thread.</summary>
    internal static void GivenUp(int frames) => Interlocked.Add(ref s_givenUp, frames);

    /// <summary>Lets go of what pools have given up, if that may be much of what is here. For a moment without work.</summary>
    /// <param name="federation">What frames that are listed here are marked with.</param>
    internal void ClearUpIfWorthwhile(int federation)
    {
        int givenUp = Volatile.Read(ref s_givenUp);
        if (givenUp - _givenUp <= _count / 2) return;
        _givenUp = givenUp;
        ClearUp(federation);
    }

    /// <summary>Those that were listed when this was called, and maybe some that came meanwhile; each once.</summary>
    internal List<Frame> Read()
    {
        int count = Volatile.Read(ref _count); // before the blocks: see ClearUp
        var blocks = Volatile.Read(ref _blocks);
        var read = new HashSet<Frame>(count);
        for (int i = 0; i < count && i / BlockSize < blocks.Length; i++)
        {
            if (blocks[i / BlockSize]?[i % BlockSize] is { } frame) read.Add(frame);
        }
        return [.. read];
    }

    /// <summary>Forgets everything. Nobody adds any more.</summary>
    internal void Clear()
    {
        Volatile.Write(ref _blocks, []);
        Volatile.Write(ref _count, 0);
    }

    private void AddBlock()
    {
        int block = _count / BlockSize;
        if (block == _blocks.Length)
        {
            var more = new Frame[]?[Math.Max(4, block * 2)];
            _blocks.CopyTo(more, 0);
            Volatile.Write(ref _blocks, more);
        }
        _blocks[block] ??= new Frame[BlockSize];
    }

    // The blocks are written before the smaller count. So a reader that sees the new count sees the new blocks; one that still
    // sees the old count finds everything in the new blocks, and empty places behind it.
    private void ClearUp(int federation)
    {
        Frame[]?[] kept = [.. Read().Where(frame => frame.ListedIn == federation).Chunk(BlockSize)];
        int count = kept.Sum(block => block!.Length);
        if (count % BlockSize != 0) Array.Resize(ref kept[^1], BlockSize);
        Volatile.Write(ref _blocks, kept);
        Volatile.Write(ref _count, count);
        _cameFromElsewhere = 0;
    }
}
