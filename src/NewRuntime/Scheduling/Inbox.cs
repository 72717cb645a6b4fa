// What comes to one scheduler from other threads, in the order of arrival: two arrays, one that fills under a lock and one
// that the scheduler empties. They are swapped when the scheduler looks, so nothing is allocated once they have grown, and
// nothing needs a link of its own: a task may be run, woken and cancelled by messages that are under way at the same time.
namespace Rustrt.Federation;

/// <summary>The inbox of a scheduler.</summary>
internal sealed class Inbox<TAtomics>
    where TAtomics : struct, IAtomics
{
    private readonly Lock _lock = new();
    private Delivery[] _filling = new Delivery[16];
    private Delivery[] _emptying = new Delivery[16];
    private bool _closed;
    private int _count; // written under the lock, read by the scheduler that only asks whether it is worth taking the lock

    /// <summary>The count itself, for the model checker alone.</summary>
    internal ref int CountWord => ref _count;

    internal bool IsEmpty => TAtomics.Acquire(ref _count) == 0;

    /// <summary>Whether nobody will look any more.</summary>
    internal bool IsClosed => Volatile.Read(ref _closed);

    /// <summary>
    /// Puts something in. A full fence: the caller may read the park word next (Parker, step w2). False: the inbox is closed.
    /// </summary>
    internal bool TryPush(in Delivery delivery)
    {
        TAtomics.Enter(_lock);
        try
        {
            if (_closed) return false;
            int count = TAtomics.Acquire(ref _count);
            if (count == _filling.Length) Array.Resize(ref _filling, count * 2);
            _filling[count] = delivery;
            TAtomics.Write(ref _count, count + 1);
        }
        finally
        {
            TAtomics.Exit(_lock);
        }
        TAtomics.Fence();
        return true;
    }

    /// <summary>Ends it, unless there is something in it. The scheduler's thread.</summary>
    internal bool TryClose()
    {
        TAtomics.Enter(_lock);
        bool closes = TAtomics.Acquire(ref _count) == 0;
        _closed |= closes;
        TAtomics.Exit(_lock);
        return closes;
    }

    /// <summary>Takes everything, oldest first. The scheduler's thread, which says when it is done with it (<see cref="Done"/>).</summary>
    internal ReadOnlySpan<Delivery> TakeAll()
    {
        TAtomics.Enter(_lock);
        (_filling, _emptying) = (_emptying, _filling);
        int count = TAtomics.Acquire(ref _count);
        TAtomics.Write(ref _count, 0);
        TAtomics.Exit(_lock);
        return _emptying.AsSpan(0, count);
    }

    /// <summary>Takes out the tasks that are to run and are bound to no scheduler, for its owner does not look. Any thread. Returns
    /// how many it took.</summary>
    internal int TakeUnbound(ref TaskList unbound)
    {
        TAtomics.Enter(_lock);
        int count = TAtomics.Acquire(ref _count);
        int kept = 0, taken = 0;
        for (int i = 0; i < count; i++)
        {
            if (_filling[i].UnboundTask is { } task)
            {
                unbound.Append(task);
                taken++;
            }
            else
            {
                _filling[kept++] = _filling[i];
            }
        }
        _filling.AsSpan(kept, taken).Clear();
        TAtomics.Write(ref _count, kept);
        TAtomics.Exit(_lock);
        return taken;
    }

    /// <summary>What was taken has been dealt with: the collector must not find ended tasks here.</summary>
    internal void Done(int count) => _emptying.AsSpan(0, count).Clear();
}
