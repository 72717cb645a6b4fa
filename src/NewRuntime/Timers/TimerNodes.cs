namespace Rustrt.Federation;

/// <summary>A timer: which wait it ends and when.</summary>
internal struct TimerNode
{
    /// <summary>The task that waits; null while the node is free.</summary>
    internal Frame? Task;

    /// <summary>The tick at which it is due.</summary>
    internal long Due;

    /// <summary>The number of the wait.</summary>
    internal uint Number;

    /// <summary>Where in the wheel it is.</summary>
    internal short Level, Slot;
}

/// <summary>The neighbours of a timer in the list of its slot; of a free one, the next free one.</summary>
internal struct TimerLink
{
    internal int Next, Previous;
}

/// <summary>
/// The timers of a wheel, used again and again. They are addressed by number and live in blocks: so links are no references
/// that the collector has to follow, and nothing moves when more are needed. Links are apart from the rest: who follows a list
/// through them need not wait for one timer to come from memory before he can ask for the next.
/// </summary>
internal sealed class TimerNodes
{
    internal const int None = -1;
    private const int BlockBits = 10; // 24 KiB of nodes: below what would be collected only together with everything else

    private TimerNode[][] _nodes = [];
    private TimerLink[][] _links = [];
    private int _free = None;

    internal ref TimerNode this[int index] => ref _nodes[index >> BlockBits][index & ((1 << BlockBits) - 1)];

    internal ref TimerLink Link(int index) => ref _links[index >> BlockBits][index & ((1 << BlockBits) - 1)];

    /// <summary>Takes a free timer.</summary>
    internal int Take()
    {
        if (_free == None) AddBlock();
        int index = _free;
        _free = Link(index).Next;
        return index;
    }

    /// <summary>Gives a timer back.</summary>
    internal void Free(int index)
    {
        this[index].Task = null;
        Link(index).Next = _free;
        _free = index;
    }

    private void AddBlock()
    {
        int first = _nodes.Length << BlockBits;
        var links = new TimerLink[1 << BlockBits];
        for (int i = 0; i < links.Length; i++) links[i].Next = first + i + 1;
        links[^1].Next = None;
        _nodes = [.. _nodes, new TimerNode[links.Length]]; // quadratic, but blocks of 8 bytes for each 32 KiB
        _links = [.. _links, links];
        _free = first;
    }
}
