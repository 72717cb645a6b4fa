using System.Numerics;

namespace Rustrt.Federation;

/// <summary>One level of a <see cref="TimerWheel"/>: slots with a list of timers each, and which of them have any.</summary>
internal sealed class WheelLevel
{
    internal const int Bits = 12;
    internal const int Slots = 1 << Bits;
    private const int WordBits = 64;

    private readonly List[] _slots = new List[Slots];
    private readonly ulong[] _occupied = new ulong[Slots / WordBits];
    private ulong _words; // which words of _occupied are not zero

    // Positions plus 1: an empty list is all zeros.
    private struct List
    {
        internal int First, Last;
    }

    internal bool IsEmpty => _words == 0;

    /// <summary>The first slot that has timers; there must be one.</summary>
    internal int FirstSlot
    {
        get
        {
            int word = BitOperations.TrailingZeroCount(_words);
            return word * WordBits + BitOperations.TrailingZeroCount(_occupied[word]);
        }
    }

    /// <summary>Puts a timer behind the others of its slot.</summary>
    internal void Append(TimerNodes nodes, int index, ref TimerNode node)
    {
        ref var list = ref _slots[node.Slot];
        nodes.Link(index) = new TimerLink { Next = TimerNodes.None, Previous = list.Last - 1 };
        if (list.Last == 0)
        {
            list.First = index + 1;
            _occupied[node.Slot / WordBits] |= 1UL << node.Slot;
            _words |= 1UL << (node.Slot / WordBits);
        }
        else
        {
            nodes.Link(list.Last - 1).Next = index;
        }
        list.Last = index + 1;
    }

    /// <summary>Takes a timer out of its slot.</summary>
    internal void Unlink(TimerNodes nodes, int index)
    {
        int slot = nodes[index].Slot;
        var link = nodes.Link(index);
        ref var list = ref _slots[slot];
        if (link.Previous == TimerNodes.None) list.First = link.Next + 1;
        else nodes.Link(link.Previous).Next = link.Next;
        if (link.Next == TimerNodes.None) list.Last = link.Previous + 1;
        else nodes.Link(link.Next).Previous = link.Previous;
        if (list.First == 0) Emptied(slot);
    }

    /// <summary>Empties a slot; returns the first of its timers, which are still linked.</summary>
    internal int TakeAll(int slot)
    {
        int first = _slots[slot].First - 1;
        _slots[slot] = default;
        Emptied(slot);
        return first;
    }

    private void Emptied(int slot)
    {
        int word = slot / WordBits;
        _occupied[word] &= ~(1UL << slot);
        if (_occupied[word] == 0) _words &= ~(1UL << word);
    }
}
