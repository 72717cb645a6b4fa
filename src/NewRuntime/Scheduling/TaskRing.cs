using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>
/// A FIFO of tasks in a ring that grows; for one thread. Against a chain through the tasks' own links it costs one write
/// barrier per task instead of three, 3 ns of a yield.
/// </summary>
internal struct TaskRing
{
    private const int InitialCapacity = 64; // a power of two, as every later one

    // A struct around the reference spares the array store its covariance check.
    private struct Slot
    {
        internal TaskCell? Task;
    }

    private Slot[] _slots = new Slot[InitialCapacity];
    private uint _head;
    private uint _tail;

    public TaskRing()
    {
    }

    internal readonly int Count => (int)(_tail - _head);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Append(TaskCell task)
    {
        var slots = _slots;
        if (_tail - _head == (uint)slots.Length) slots = Grow();
        slots[_tail++ & (uint)(slots.Length - 1)].Task = task;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal TaskCell? Take()
    {
        if (_head == _tail) return null;
        ref var slot = ref _slots[_head++ & (uint)(_slots.Length - 1)];
        var task = slot.Task;
        slot.Task = null; // or the collector would keep a task that has ended
        return task;
    }

    /// <summary>Takes the task that was appended last.</summary>
    internal TaskCell? TakeNewest()
    {
        if (_head == _tail) return null;
        ref var slot = ref _slots[--_tail & (uint)(_slots.Length - 1)];
        var task = slot.Task;
        slot.Task = null;
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Slot[] Grow()
    {
        var larger = new Slot[_slots.Length * 2];
        for (uint i = _head; i != _tail; i++) larger[i & (uint)(larger.Length - 1)] = _slots[i & (uint)(_slots.Length - 1)];
        return _slots = larger;
    }
}
