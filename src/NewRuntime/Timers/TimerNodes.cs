namespace Rustrt.Federation;

/// <summary>A timer: which wait it ends and when, and where it is linked.</summary>
internal struct TimerNode
{
    /// <summary>The task that waits; null while the node is free.</summary>
    internal Frame? Task;

    /// <summary>The tick at which it is due.</summary>
    internal long Due;

    /// <summary>The number of the wait.</summary>
    internal uint Number;

    /// <summary>Its neighbours in the list of its slot; of a free node, the next free one.</summary>
    internal int Next, Previous;

    /// <summary>Where in the wheel it is.</summary>
    internal short Level, Slot;
}

/// <summary>
/// The nodes of a wheel, used again and again. They are addressed by number and live in blocks: so links are no references
/// that the collector has to follow, and no node moves when more are needed.
/// </summary>
internal sealed class TimerNodes
{
    internal const int None = -1;
    private const int BlockBits = 10; // 40 KiB: below what would be collected only together with everything else

    private TimerNode[][] _blocks = [];
    private int _free = None;

    internal ref TimerNode this[int index] => ref _blocks[index >> BlockBits][index & ((1 << BlockBits) - 1)];

    /// <summary>Takes a free node.</summary>
    internal int Take()
    {
        if (_free == None) AddBlock();
        int index = _free;
        _free = this[index].Next;
        return index;
    }

    /// <summary>Gives a node back.</summary>
    internal void Free(int index)
    {
        ref var node = ref this[index];
        node.Task = null;
        node.Next = _free;
        _free = index;
    }

    private void AddBlock()
    {
        int first = _blocks.Length << BlockBits;
        var block = new TimerNode[1 << BlockBits];
        for (int i = 0; i < block.Length; i++) block[i].Next = first + i + 1;
        block[^1].Next = None;
        _blocks = [.. _blocks, block]; // quadratic, but a block of 8 bytes for each 40 KiB
        _free = first;
    }
}
