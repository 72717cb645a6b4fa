// The end of a task and those who want to know of it. A joiner registers itself once; the task's last turn publishes the
// result and wakes it. Between the two there is one word: of "registered" and "complete" the second sees the first.
//
// The frame goes back to its pool when the result has been taken, or at once if nobody will join.
namespace Rustrt.Federation;

internal abstract partial class Frame
{
    private uint _joinNumber; // of the joiner's wait

    /// <summary>A cold frame becomes a task.</summary>
    internal void BecomeRoot()
    {
        Life = FrameLife.Root;
        _link = this;
    }

    /// <summary>Whether the task has ended and its result is there.</summary>
    internal bool IsComplete => (Volatile.Read(ref _word) & TaskWord.Complete) != 0;

    protected internal sealed override void Finished(Scheduler scheduler)
    {
        var group = Group;
        bool countedAtHome = IsCountedAtHome;
        _extras?.CloseEnds(this, scheduler);
        long word = _word;
        if (IsBound) Volatile.Write(ref _word, word | TaskWord.Complete);
        else word = Interlocked.Or(ref _word, TaskWord.Complete);

        // From here on a joiner may have taken the result already, and the frame may live again.
        if ((word & TaskWord.Joined) != 0) _caller!.Wake(_joinNumber, WaitStatus.Completed, 0, scheduler);
        else if ((word & TaskWord.Detached) != 0) Recycle();
        group.ManagedTaskReleased(scheduler, countedAtHome);
    }

    /// <summary>Has the joiner woken when this task ends; at once if it has.</summary>
    internal void AddJoiner(Frame joiner, uint number, Scheduler? current)
    {
        if (Home is { } home && home != current)
        {
            home.Post(Delivery.Join(this, joiner, number));
            return;
        }
        _caller = joiner;
        _joinNumber = number;
        if (!TrySet(TaskWord.Joined)) joiner.Wake(number, WaitStatus.Completed, 0, current);
    }

    /// <summary>The joiner has given up waiting; it may come again.</summary>
    internal void RemoveJoiner(Scheduler? current)
    {
        if (Home is { } home && home != current) home.Post(Delivery.Unjoin(this));
        else TryClear(TaskWord.Joined);
    }

    /// <summary>Nobody will join the task.</summary>
    internal void Detach(int generation, Scheduler? current)
    {
        if (Home is { } home && home != current) home.Post(Delivery.Detach(this, generation));
        else if (Generation == generation && !TrySet(TaskWord.Detached)) Recycle();
    }

    private void TryClear(long bit)
    {
        if (IsBound)
        {
            if ((_word & TaskWord.Complete) == 0) _word &= ~bit;
            return;
        }
        long word = Volatile.Read(ref _word);
        while ((word & TaskWord.Complete) == 0)
        {
            long seen = Interlocked.CompareExchange(ref _word, word & ~bit, word);
            if (seen == word) return;
            word = seen;
        }
    }

    // False: the task has ended already.
    private bool TrySet(long bit)
    {
        if (IsBound)
        {
            if ((_word & TaskWord.Complete) != 0) return false;
            _word |= bit;
            return true;
        }
        long word = Volatile.Read(ref _word);
        while ((word & TaskWord.Complete) == 0)
        {
            long seen = Interlocked.CompareExchange(ref _word, word | bit, word);
            if (seen == word) return true;
            word = seen;
        }
        return false;
    }
}
