// Two queues and their order. Unbound tasks lie in a ring from which others steal; bound ones in a private list that thieves
// never see. Turns alternate between the two, so neither can starve the other. Every InjectionInterval turns, and when
// both are empty, the group's injection queue comes first: without that a few tasks that yield all the time would keep what
// foreign threads sent from ever running.
namespace Rustrt.Federation;

/// <summary>The run queue of a scheduler in a group that steals.</summary>
internal sealed class StealingRunQueue(SharedWork work) : RunQueue
{
    private const int Capacity = 256;

    // A prime, so that it does not fall into step with a program's own period.
    private const uint InjectionInterval = 61;

#if DEBUG
    private const uint FirstIndex = uint.MaxValue - 100; // debug builds pass the overflow soon after the start
#else
    private const uint FirstIndex = 0;
#endif

    private TaskRing _own = new();
    private uint _turn;

    /// <summary>What others may steal.</summary>
    internal StealRing<HardwareAtomics> Ring { get; } = new(Capacity, FirstIndex);

    internal override void Add(TaskCell task)
    {
        if (task.Home is not null)
        {
            _own.Append(task);
            return;
        }
        PushUnbound(task);
        work.Added();
    }

    internal override void AddOwn(TaskCell task) => _own.Append(task);

    internal override TaskCell? Next()
    {
        uint turn = ++_turn;
        if (turn % InjectionInterval == 0 && work.TakeInjected() is { } injected) return injected;
        return (turn & 1) == 0
            ? _own.Take() ?? Ring.TryTake() ?? TakeShareOfInjected()
            : Ring.TryTake() ?? _own.Take() ?? TakeShareOfInjected();
    }

    internal override void Yielded(TaskCell task)
    {
        if (task.Home is not null) _own.Append(task);
        else PushUnbound(task);
    }

    internal override void Left(TaskCell task, Turn how)
    {
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
            work.Overflow(surplus);
            return;
        }
    }

    private TaskCell? TakeShareOfInjected()
    {
        if (!work.HasInjected) return null;
        var share = work.TakeShareOfInjected(Capacity / 2);
        var first = share.Take();
        while (share.Take() is { } task)
        {
            if (!Ring.TryPush(task)) throw new InvalidOperationException("The empty ring had no room for half its capacity.");
        }
        return first;
    }
}
