// Five places and their order.
//
// Slot, own and newborn are the scheduler's alone, so that they need no interlocked operation. Should it be in a turn that does not
// end, a rescuer takes the unbound tasks out of all three and hands them to the group (BiasedLock.cs).
//
//   slot       the unbound task that was woken last, by a task that ran here: it goes next, while what the two exchange is in
//              the cache. At most SlotLimit times in a row if anybody else is waiting, or two tasks that wake each other
//              would keep the rest from running. Nobody steals it. For managed tasks only: a native one may well hold its thread
//              until the other has run.
//   injected   what no scheduler of the group has made runnable: comes first now and then (InjectionInterval.cs), and when there is
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
// is in SearchState.cs. Yields tell nobody: there is no more work than before.
namespace Rustrt.Federation;

/// <summary>The run queue of a scheduler in a group that steals.</summary>
internal sealed class StealingRunQueue(SharedWork work, Scheduler scheduler) : RunQueue
{
    private const int Capacity = 256;
    private const int SlotLimit = 3;
    private const uint OldestInterval = 64;
    private const int ShareOfMany = 16; // of many newborns, what is put where others find it at once: a theft costs as much as many spawns

    /// <summary>About how many tasks one rescue takes. It keeps the owner out, should that come back meanwhile: for some 100 us.</summary>
    internal const int MostPerRescue = 1024;

#if DEBUG
    private const uint FirstIndex = uint.MaxValue - 100; // debug builds pass the overflow soon after the start
#else
    private const uint FirstIndex = 0;
#endif

    private readonly InjectionInterval _interval = new();
    private TaskDeque _own = new();
    private TaskDeque _newborn = new();
    private TaskCell? _slot;
    private BiasedLock<HardwareAtomics> _private; // guards slot, own and newborn
    private int _slotTurns;
    private uint _nextInjected = InjectionInterval.AtFirst; // the turn in which the injection queue comes first
#pragma warning disable CS0169 // It only takes room.
    private readonly CacheLinePair _apart;
#pragma warning restore CS0169

    /// <summary>What others may steal.</summary>
    internal StealRing<TaskCell, HardwareAtomics> Ring { get; } = new(Capacity, FirstIndex);

    internal override (int Bound, int Others) Waiting => (_own.Count, _newborn.Count + Ring.Count + (_slot is null ? 0 : 1));

    internal override uint InjectedEvery => _interval.Turns;

    internal override void Add(TaskCell task)
    {
        if (task.IsBound)
        {
            AddOwn(task);
            return;
        }
        if (task.StaysWhereItRan)
        {
            Publish(task);
            return;
        }
        _private.Enter();
        var previous = _slot;
        _slot = task;
        _private.Exit();
        if (previous is not null) Publish(previous);
    }

    internal override void AddNewborn(TaskCell task)
    {
        if (task.IsBound)
        {
            AddOwn(task); // newborns are shared with thieves
            return;
        }
        _private.Enter();
        _newborn.Append(task);
        if (_newborn.Count > 1 && Ring.Count == 0) ShareNewborn();
        _private.Exit();
    }

    internal override void AddOwn(TaskCell task)
    {
        _private.Enter();
        _own.Append(task);
        _private.Exit();
    }

    internal override TaskCell? Next()
    {
        uint turn = ++Asked;
        if (turn == _nextInjected)
        {
            _nextInjected += _interval.Turns;
            if (work.TakeInjected() is { } injected)
            {
                scheduler.Counters.Taken++;
                return Ordinary(injected);
            }
        }
        _private.Enter();
        var task = NextHere(turn);
        _private.Exit();
        return task ?? Ordinary(TakeShareOfInjected());
    }

    internal override void Yielded(TaskCell task)
    {
        if (task.IsBound) AddOwn(task);
        else PushUnbound(task);
    }

    internal override void Left(TaskCell task, Turn how)
    {
    }

    internal override int Line => _slot is null && _newborn.Count == 0 && Ring.Count == 0 ? _own.Count : NoLine;

    internal override TaskCell? InLine(int place)
    {
        _private.Enter();
        var task = _own.At(place);
        _private.Exit();
        return task is { IsBound: true } ? task : null;
    }

    internal override TaskCell TakeFirstInLine()
    {
        _private.Enter();
        var task = _own.Take();
        _private.Exit();
        return task!;
    }

    internal override void LetGoOfRoom()
    {
        _own.LetGoOfRoom();
        _newborn.LetGoOfRoom();
    }

    internal override int Rescue()
    {
        // A look without the lock: no fence on all threads for nothing. What it misses is there the next time.
        if (_slot is null && _newborn.Count == 0 && _own.Count == 0) return 0;
        var rescued = default(TaskList);
        int count = 0;
        if (!_private.TryEnterAsRescuer()) return 0;
        if (_slot is { } slot)
        {
            _slot = null;
            rescued.Append(slot);
            scheduler.Counters.SlotRescues++;
            count++;
        }
        for (; count < MostPerRescue && _newborn.Take() is { } newborn; count++) rescued.Append(newborn);
        if (_own.Count <= MostPerRescue) count += _own.TakeUnbound(ref rescued);
        _private.ExitAsRescuer();
        if (count > 0) work.Overflow(rescued);
        return count;
    }

    internal override void TurnsTake(TimeSpan average)
    {
        _interval.Tune(average);
        if (_nextInjected - Asked > _interval.Turns) _nextInjected = Asked + _interval.Turns;
    }

    private TaskCell? NextHere(uint turn)
    {
        if (_slot is not { } slot) return Ordinary(NextInLine(turn));
        if (_slotTurns < SlotLimit)
        {
            _slotTurns++;
            _slot = null;
            return slot;
        }
        _slot = null;
        if (NextInLine(turn) is not { } other) return slot; // nobody is kept from running
        scheduler.Counters.SlotCapped++;
        Publish(slot);
        return Ordinary(other);
    }

    private TaskCell? Ordinary(TaskCell? task)
    {
        _slotTurns = 0;
        return task;
    }

    private TaskCell? NextInLine(uint turn)
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
        int share = Math.Min(_newborn.Count / 2, Math.Clamp(_newborn.Count / ShareOfMany, work.Schedulers * 2, Capacity / 2));
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
        if (first is not null) scheduler.Counters.Taken++;
        // The ring is empty, but may be full of what a thief has claimed and not copied yet.
        for (; share.Take() is { } task; scheduler.Counters.Taken++) PushUnbound(task);
        return first;
    }
}
