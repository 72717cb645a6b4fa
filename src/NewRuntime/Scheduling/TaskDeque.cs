using System.Runtime.CompilerServices;
using Rustrt.Federation.Memory;

namespace Rustrt.Federation;

/// <summary>
/// Tasks in the order in which they were appended, to be taken from either end; for one thread. They lie in blocks: an array that
/// grows would keep the room of its largest moment, and leave as much garbage. Empty blocks are kept for the next time until told
/// otherwise. Against a chain through the tasks' own links it costs one write barrier per task instead of three, 3 ns of a yield.
/// </summary>
internal struct TaskDeque
{
    private const int BlockSize = 1024;

    // With many tasks each has left the cache when its turn comes, and waiting for its memory is most of a turn. Asked for this many
    // turns before, it has arrived.
    private const int Ahead = 16, ManyBlocks = 4;

    [InlineArray(BlockSize)]
    private struct Tasks
    {
        private TaskCell? _first;
    }

    private sealed class Block
    {
        internal Tasks Tasks;
        internal Block? Older, Newer;
    }

    private Block _oldest = new();
    private Block _newest;
    private Block? _spare; // linked by Older
    private int _spares;
    private int _fewestSpares; // since room was let go of last
    private int _begin;    // of the tasks, in _oldest
    private int _end;      // of the tasks, in _newest
    private int _blocks;   // besides the first one

    public TaskDeque() => _newest = _oldest;

    internal readonly int Count => _blocks * BlockSize + _end - _begin;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Append(TaskCell task)
    {
        if (_end == BlockSize) AddBlock();
        _newest.Tasks[_end++] = task;
    }

    /// <summary>The task that was appended after so many others that are here. Null: there is none, or it lies in another block than the
    /// first.</summary>
    internal readonly TaskCell? At(int place) => place < Count && place < BlockSize - _begin ? _oldest.Tasks[_begin + place] : null;

    /// <summary>Takes the task that was appended first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TaskCell? Take()
    {
        if (Count == 0) return null;
        if (_begin == BlockSize) DropOldest();
        if (_blocks >= ManyBlocks && _begin < BlockSize - Ahead) Prefetch.Object(ref _oldest.Tasks[_begin + Ahead]);
        ref var slot = ref _oldest.Tasks[_begin++];
        var task = slot;
        slot = null; // or the collector would keep a task that has ended
        return task;
    }

    /// <summary>Takes the task that was appended last.</summary>
    internal TaskCell? TakeNewest()
    {
        if (Count == 0) return null;
        if (_end == 0) DropNewest();
        ref var slot = ref _newest.Tasks[--_end];
        var task = slot;
        slot = null;
        return task;
    }

    /// <summary>Takes the tasks that are bound to no scheduler; the others keep their order. Returns how many it took.</summary>
    internal int TakeUnbound(ref TaskList unbound)
    {
        int taken = 0;
        for (int left = Count; left > 0; left--)
        {
            var task = Take()!;
            if (task.IsBound)
            {
                Append(task);
                continue;
            }
            unbound.Append(task);
            taken++;
        }
        return taken;
    }

    /// <summary>Lets go of half the blocks that have not been needed since the last time.</summary>
    internal void LetGoOfRoom()
    {
        for (int dropped = _fewestSpares / 2; dropped > 0; dropped--) TakeSpare();
        _fewestSpares = _spares;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddBlock()
    {
        var block = TakeSpare() ?? new Block();
        block.Older = _newest;
        _newest = _newest.Newer = block;
        _end = 0;
        _blocks++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DropOldest()
    {
        var empty = _oldest;
        _oldest = empty.Newer!;
        _oldest.Older = empty.Newer = null;
        _begin = 0;
        Dropped(empty);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void DropNewest()
    {
        var empty = _newest;
        _newest = empty.Older!;
        _newest.Newer = empty.Older = null;
        _end = BlockSize;
        Dropped(empty);
    }

    private void Dropped(Block empty)
    {
        empty.Older = _spare;
        _spare = empty;
        _spares++;
        _blocks--;
    }

    private Block? TakeSpare()
    {
        if (_spare is not { } block) return null;
        _spare = block.Older;
        _fewestSpares = Math.Min(_fewestSpares, --_spares);
        return block;
    }
}
