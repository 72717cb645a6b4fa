// A bounded FIFO ring that its owner fills and empties and from which others take half at a time.
//
//   tail   next slot to fill; written by the owner only
//   head   two indices in one word: real (low half), the next item to take, and steal (high half), the first slot that a
//          thief is still copying. steal == real: nobody copies. Slots from steal to tail are in use.
// Indices run on freely and are reduced to a slot by the mask; 32 bits keep a stale head from matching by accident.
//
// Owner, push      room if tail - steal < capacity: fill the slot, then tail + 1 (release: the item before the index).
// Owner, take      compare-exchange real + 1 (and steal with it if nobody copies); the slot is then the owner's alone.
// Owner, full      and nobody copies: compare-exchange both indices to tail, which claims everything. The younger half
//                  leaves; the older half lies in the right slots already, since tail is one lap ahead, and is published
//                  again by moving tail. If somebody copies, room is about to appear: only the new item leaves.
// Thief            1. read head, then tail; n = half of what is there, rounded up; somebody copies: give up.
//                  2. compare-exchange real + n, leaving steal: claims the slots, and locks out other thieves.
//                  3. copy them to the thief's own ring and clear them.
//                  4. compare-exchange steal to what real is by now: gives the slots back to the owner.
// The compare-exchange of step 2 fails if anything was taken since step 1, so a tail that was read late cannot make it
// claim slots that are not filled. Cleared slots keep nothing alive.
namespace Rustrt.Federation;

/// <summary>A queue of one thread that others may steal from.</summary>
/// <typeparam name="T">What is in it.</typeparam>
/// <typeparam name="TAtomics">The memory operations.</typeparam>
internal sealed class StealRing<T, TAtomics>
    where T : class
    where TAtomics : struct, IAtomics
{
    private readonly Slot[] _slots;
    private readonly uint _mask;
    private RingIndices _index;

    /// <param name="capacity">A power of two, at least 2.</param>
    /// <param name="start">First index; tests start near the overflow.</param>
    internal StealRing(int capacity, uint start)
    {
        if (capacity < 2 || (capacity & (capacity - 1)) != 0)
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "The capacity of a ring is a power of two, at least 2.");
        _slots = new Slot[capacity];
        _mask = (uint)capacity - 1;
        _index.Tail = start;
        _index.Head = Pack(start, start);
    }

    /// <summary>The shared words, for the model checker alone: it names a location by a way to find it again.</summary>
    internal ref ulong HeadWord => ref _index.Head;

    /// <summary>As <see cref="HeadWord"/>.</summary>
    internal ref uint TailWord => ref _index.Tail;

    private uint Capacity => _mask + 1;

    /// <summary>How many items there are to take; exact for the owner while nobody steals, a hint for others.</summary>
    internal int Count => Math.Max(0, (int)(TAtomics.Acquire(ref _index.Tail) - Real(TAtomics.Acquire(ref _index.Head))));

    /// <summary>As <see cref="HeadWord"/>.</summary>
    internal ref T? SlotAt(int position) => ref _slots[position].Item;

    /// <summary>Appends an item. False: the ring is full. Owner only.</summary>
    internal bool TryPush(T item)
    {
        uint tail = TAtomics.Own(ref _index.Tail);
        if (tail - Steal(TAtomics.Acquire(ref _index.Head)) >= Capacity) return false;
        TAtomics.WriteSlot(ref _slots[tail & _mask].Item, item);
        TAtomics.Release(ref _index.Tail, tail + 1);
        return true;
    }

    /// <summary>Takes the oldest item. Owner only.</summary>
    internal T? TryTake()
    {
        ulong head = TAtomics.Acquire(ref _index.Head);
        while (true)
        {
            uint real = Real(head), steal = Steal(head);
            if (real == TAtomics.Own(ref _index.Tail)) return null;
            ulong seen = TAtomics.CompareExchange(ref _index.Head, Pack(steal == real ? real + 1 : steal, real + 1), head);
            if (seen == head) return Empty(real);
            head = seen;
        }
    }

    /// <summary>Makes room in a full ring by moving its younger half to a list. False: a thief is copying. Owner only.</summary>
    internal bool TryTakeYoungerHalf<TList>(ref TList into)
        where TList : struct, IAppends<T>
    {
        ulong head = TAtomics.Acquire(ref _index.Head);
        uint real = Real(head), tail = TAtomics.Own(ref _index.Tail);
        if (Steal(head) != real) return false;
        if (tail - real < Capacity) return true; // a thief has just finished: there is room already
        if (TAtomics.CompareExchange(ref _index.Head, Pack(tail, tail), head) != head) return false;
        uint kept = Capacity / 2;
        for (uint i = kept; i < Capacity; i++) into.Append(Empty(real + i));
        TAtomics.Write(ref _index.Tail, tail + kept); // behind a full fence, the exchange; so is the one in TrySteal
        return true;
    }

    /// <summary>Takes half of this ring's items: returns the oldest, the others go to the thief's own ring, which it owns.</summary>
    internal T? TrySteal(StealRing<T, TAtomics> thief)
    {
        uint free = TAtomics.Own(ref thief._index.Tail);
        if (free - Steal(TAtomics.Acquire(ref thief._index.Head)) > thief.Capacity / 2) return null;

        ulong head = TAtomics.Acquire(ref _index.Head);
        uint real, count;
        while (true)
        {
            real = Real(head);
            if (Steal(head) != real) return null;
            uint available = TAtomics.Acquire(ref _index.Tail) - real;
            if (available == 0) return null;
            count = available - available / 2;
            ulong seen;
            if (count > thief.Capacity / 2 || count > Capacity / 2)
            {
                seen = TAtomics.Acquire(ref _index.Head); // the tail is a lap younger than the head we read
                if (seen == head) return null;
            }
            else
            {
                seen = TAtomics.CompareExchange(ref _index.Head, Pack(real, real + count), head);
                if (seen == head) break;
            }
            head = seen;
        }

        var oldest = Empty(real);
        for (uint i = 1; i < count; i++) TAtomics.WriteSlot(ref thief._slots[(free + i - 1) & thief._mask].Item, Empty(real + i));

        head = Pack(real, real + count);
        while (true)
        {
            uint now = Real(head);
            ulong seen = TAtomics.CompareExchange(ref _index.Head, Pack(now, now), head);
            if (seen == head) break;
            head = seen;
        }
        if (count > 1) TAtomics.Write(ref thief._index.Tail, free + count - 1);
        return oldest;
    }

    // For a slot that this thread alone may touch.
    private T Empty(uint index)
    {
        ref var slot = ref _slots[index & _mask].Item;
        var item = TAtomics.ReadSlot(ref slot);
        TAtomics.WriteSlot(ref slot, null);
        return item!;
    }

    private static ulong Pack(uint steal, uint real) => ((ulong)steal << 32) | real;

    private static uint Steal(ulong head) => (uint)(head >> 32);

    private static uint Real(ulong head) => (uint)head;

    // A struct around the reference: no covariance check when it is stored.
    private struct Slot
    {
        internal T? Item;
    }
}
