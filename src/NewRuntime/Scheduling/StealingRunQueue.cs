// Five places and their order.
//
//   slot       the unbound task that was woken last, by a task that ran here: it goes next, while what the two exchange is in
//              the cache. At most SlotLimit times in a row if anybody else is waiting, or two tasks that wake each other
//              would keep the rest from running. Nobody steals it. For managed tasks only: a native one may well hold its thread
//              until the other has run.
//   injected   what no scheduler of the group has made runnable: comes first every InjectionInterval turns, and when there is
//              nothing else. Without that a few tasks that yield all the time would keep what foreign threads sent from ever
//              running.
//   ring       unbound tasks, first in, first out; others steal half of it
//   own        bound tasks, and unbound ones that this scheduler is to run next in any case (sent to it as the one that a task
//              caused, stolen a moment ago, woken before it had parked), first in, first out
//   newborn    unbound managed tasks that have not run yet: the newest comes first (FifoRunQueue says why), and now and then the
//              oldest. Others cannot steal from here, so it needs no interlocked operation; instead, whenever the ring is
//              empty, some of the oldest move there: those at the root of the largest trees.
//
// Turns go round ring, own and newborn, so none can starve another. Whoever is told that there is work to steal, and when,
// is in SharedWork.cs. Yields tell nobody: there is no more work than before.
namespace Rustrt.Federation;

/// <summary>The run queue of a scheduler in a group that steals.</summary>
internal sealed class StealingRunQueue(SharedWork work, Scheduler scheduler) : RunQueue
{
    private const int Capacity = 256;
    private const int SlotLimit = 3;
    private const uint OldestInterval = 64;

    // A prime, so that it does not fall into step with a program's own period.
    private const uint InjectionInterval = 61;

#if DEBUG
    private const uint FirstIndex = uint.MaxValue - 100; // debug builds pass the overflow soon after the start
#else
    private const uint FirstIndex = 0;
#endif

    private TaskRing _own = new();
    private TaskRing _newborn = new();
    private TaskCell? _slot;
    private int _slotTurns;
    private uint _turn;

    /// <summary>What others may steal.</summary>
    internal StealRing<HardwareAtomics> Ring { get; } = new(Capacity, FirstIndex);

    internal override void Add(TaskCell task)
    {
        if (task.IsBound)
        {
            _own.Append(task);
            return;
        }
        if (task.StaysWhereItRan)
        {
            Publish(task);
            return;
        }
        var previous = _slot;
        _slot = task;
        if (previous is not null) Publish(previous);
    }

    internal override void AddNewborn(TaskCell task)
    {
        if (task.IsBound)
        {
            _own.Append(task); // newborns are shared with thieves
            return;
        }
        _newborn.Append(task);
        if (_newborn.Count > 1 && Ring.Count == 0) ShareNewborn();
    }

    internal override void AddOwn(TaskCell task) => _own.Append(task);

    internal override TaskCell? Next()
    {
        uint turn = ++_turn;
        if (turn % InjectionInterval == 0 && work.TakeInjected() is { } injected) return Ordinary(injected);
        if (_slot is { } slot)
        {
            if (_slotTurns < SlotLimit)
            {
                _slotTurns++;
                _slot = null;
                return slot;
            }
            if (Waiting(turn) is { } other)
            {
                _slot = null;
                scheduler.Counters.SlotCapped++;
                Publish(slot);
                return Ordinary(other);
            }
            _slot = null;
            return slot; // nobody is kept from running
        }
        return Ordinary(Waiting(turn) ?? TakeShareOfInjected());
    }

    internal override void Yielded(TaskCell task)
    {
        if (task.IsBound) _own.Append(task);
        else PushUnbound(task);
    }

    internal override void Left(TaskCell task, Turn how)
    {
    }

    private TaskCell? Ordinary(TaskCell? task)
    {
        _slotTurns = 0;
        return task;
    }

    private TaskCell? Waiting(uint turn)
    {
        if (_newborn.Count > 1 && Ring.Count == 0) ShareNewborn();
        return (turn % 3) switch
        {
            0 => Ring.TryTake() ?? _own.Take() ?? TakeNewborn(turn),
            1 => _own.Take() ?? TakeNewborn(turn) ?? Ring.TryTake(),
            _ => TakeNewborn(turn) ?? Ring.TryTake() ?? _own.Take(),
        };
    }

    private TaskCell? TakeNewborn(uint turn) => turn % OldestInterval == 0 ? _newborn.Take() : _newborn.TakeNewest();

    private void ShareNewborn()
    {
        int share = Math.Min(_newborn.Count / 2, work.Schedulers * 2);
        for (; share > 0; share--) PushUnbound(_newborn.Take()!);
        work.Added();
    }

    private void Publish(TaskCell task)
    {
        PushUnbound(task);
        work.Added();
    }

    private void PushUnbound(TaskCell task)
    {
        while (!Ring.TryPush(task))
        {
            // The younger half goes, and the new task behind it: what was fetched from the injection queue is older and
            // does not bounce back.
            var surplus = default(TaskList);
            bool madeRoom = Ring.TryTakeYoungerHalf(ref surplus);
            if (madeRoom && surplus.IsEmpty) continue;
            surplus.Append(task);
            scheduler.Counters.Overflows++;
            work.Overflow(surplus);
            return;
        }
    }

    private TaskCell? TakeShareOfInjected()
    {
        if (!work.HasInjected) return null;
        var share = work.TakeShareOfInjected(Capacity / 2);
        var first = share.Take();
        // The ring is empty, but may be full of what a thief has claimed and not copied yet.
        while (share.Take() is { } task) PushUnbound(task);
        return first;
    }
}
