// The timers of one scheduler: four levels of 4096 slots, from a millisecond a slot up. A timer is one task's wait and the
// time at which it ends as WaitStatus.TimedOut, if nothing else has ended it.
//
//   level   a slot covers   the level covers
//   0       1 ms            4 s
//   1       4 s             4.6 hours
//   2       4.6 hours       2.1 years
//   3       2.1 years       8,900 years
//
// _now is the tick up to which everything has been fired. A timer lies in the level of the highest digit (12 bits each) in
// which its due tick differs from _now, in the slot that is that digit. So
//   - all of a level comes before anything in the levels above it, and in a level the slots come in the order of their index:
//     the next thing to do is the first occupied slot of the lowest level that has one;
//   - what is in a slot of level 0 is due at the same tick; what is in a slot above is spread over the levels below when the
//     slot's first tick is reached, before anything can be added to those directly. Timers of one tick fire in the order in
//     which they were added.
// Most timers are due within 4 seconds and are never moved.
//
// The wheel is touched by its scheduler's thread alone. A task that has gone on elsewhere takes its timer back by a message,
// which needs no wake: a timer names its wait by a number, and fired too late it ends nothing (Frame.Timers.cs).
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>The waits of a scheduler's tasks that end at a given time.</summary>
internal sealed class TimerWheel
{
    private const int Levels = 4;

    /// <summary>Ticks from here on cannot be told apart.</summary>
    internal const long End = 1L << (Levels * WheelLevel.Bits);

    private readonly WheelLevel?[] _levels = new WheelLevel?[Levels];
    private readonly TimerNodes _nodes = new();
    private long _now;

    /// <summary>How many timers there are.</summary>
    internal int Count { get; private set; }

    /// <summary>How many have fired.</summary>
    internal long Fired { get; private set; }

    /// <summary>By how many ticks those were late, together.</summary>
    internal long Lag { get; private set; }

    /// <summary>The same, one by one.</summary>
    internal TimeHistogram Lags { get; } = new();

    /// <summary>The tick at which there is something to do; <see cref="long.MaxValue"/> while there is not.</summary>
    internal long NextTick => Count == 0 ? long.MaxValue : First(out _, out _);

    /// <summary>Adds a timer.</summary>
    /// <param name="task">The task that waits.</param>
    /// <param name="number">The number of its wait.</param>
    /// <param name="due">The tick at which the wait ends: after the last one that has been fired.</param>
    /// <returns>Where it is, for <see cref="Remove"/>.</returns>
    internal int Add(Frame task, uint number, long due)
    {
        Debug.Assert(due > _now && due < End, "A timer was added that is due already, or never.");
        int index = _nodes.Take();
        ref var node = ref _nodes[index];
        node.Task = task;
        node.Number = number;
        node.Due = due;
        Insert(index, ref node);
        Count++;
        return index;
    }

    /// <summary>Takes a timer back, if it has not fired; its place may be another's by now.</summary>
    internal void Remove(int index, Frame task, uint number)
    {
        ref var node = ref _nodes[index];
        if (node.Task != task || node.Number != number) return;
        _levels[node.Level]!.Unlink(_nodes, index);
        _nodes.Free(index);
        Count--;
    }

    /// <summary>When a timer is due; null: its place is another's by now. Any thread, for a look from outside.</summary>
    internal long? DueOf(int index, Frame task, uint number)
    {
        ref var node = ref _nodes[index];
        return node.Task == task && node.Number == number ? node.Due : null;
    }

    /// <summary>Ends the waits that are due. True if there were any.</summary>
    internal bool Advance(long now, Scheduler scheduler)
    {
        if (now <= _now) return false;
        bool fired = false;
        while (Count != 0)
        {
            long start = First(out int level, out int slot);
            if (start > now) break;
            _now = start;
            int index = _levels[level]!.TakeAll(slot);
            if (level == 0)
            {
                int before = Count;
                Fire(index, scheduler);
                Fired += before - Count;
                Lag += (now - start) * (before - Count);
                Lags.Add(TimeSpan.FromMilliseconds(now - start), before - Count);
                fired = true;
            }
            else
            {
                Spread(index);
            }
        }
        _now = now;
        return fired;
    }

    private void Fire(int index, Scheduler scheduler)
    {
        while (index != TimerNodes.None)
        {
            int next = _nodes.Link(index).Next;
            ref var node = ref _nodes[index];
            var task = node.Task!;
            uint number = node.Number;
            _nodes.Free(index);
            Count--;
            task.Wake(number, WaitStatus.TimedOut, 0, scheduler);
            index = next;
        }
    }

    private void Spread(int index)
    {
        while (index != TimerNodes.None)
        {
            int next = _nodes.Link(index).Next;
            Insert(index, ref _nodes[index]);
            index = next;
        }
    }

    private void Insert(int index, ref TimerNode node)
    {
        int level = 0;
        for (long differs = (node.Due ^ _now) >> WheelLevel.Bits; differs != 0; differs >>= WheelLevel.Bits) level++;
        node.Level = (short)level;
        node.Slot = (short)((node.Due >> (level * WheelLevel.Bits)) & (WheelLevel.Slots - 1));
        (_levels[level] ??= new WheelLevel()).Append(_nodes, index, ref node);
    }

    private long First(out int level, out int slot)
    {
        for (level = 0; level < Levels; level++)
        {
            if (_levels[level] is not { IsEmpty: false } found) continue;
            slot = found.FirstSlot;
            int shift = level * WheelLevel.Bits;
            long block = _now >> (shift + WheelLevel.Bits) << (shift + WheelLevel.Bits);
            return block | ((long)slot << shift);
        }
        throw new InvalidOperationException("The timer wheel counts timers that it does not have.");
    }
}
