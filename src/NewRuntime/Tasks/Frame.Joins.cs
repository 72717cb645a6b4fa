// The end of a task and those who want to know of it. A joiner registers itself once; the task's last turn publishes the
// result and wakes it. Between the two there is one word: of "registered" and "complete" the second sees the first.
//
// The frame goes back to its pool when the result has been taken, or at once if nobody will join.
namespace Rustrt.Federation;

internal abstract partial class Frame
{
    private uint _joinNumber; // of the joiner's wait

    /// <summary>A cold frame that has been placed becomes a task. From here on others find it (<see cref="LiveTasks"/>).</summary>
    internal void BecomeRoot()
    {
        _link = this;
        Life = FrameLife.Root;
    }

    /// <summary>Whether the task has ended, and its result is there to be taken.</summary>
    internal bool IsComplete => (Volatile.Read(ref Word) & (TaskWord.Complete | TaskWord.Joined)) == TaskWord.Complete;

    protected internal sealed override void Finished(Scheduler scheduler)
    {
        var group = Group;
        bool countedAtHome = IsCountedAtHome;
        if (_extras is not null) TaskEnd.Tell(this, _extras, scheduler);

        // A joiner that was woken by something else may take the result, and let the frame live again, as soon as it finds
        // Complete without Joined. Whoever is registered is read before that.
        long word = Word;
        if (!IsBound) word = Interlocked.Or(ref Word, TaskWord.Complete);
        var joiner = _caller;
        uint number = _joinNumber;
        if (IsBound || (word & TaskWord.Joined) != 0) Volatile.Write(ref Word, (word | TaskWord.Complete) & ~TaskWord.Joined);

        if ((word & TaskWord.Joined) != 0) joiner!.Wake(number, WaitStatus.Completed, 0, scheduler);
        else if ((word & TaskWord.Detached) != 0) Drop();
        group.ManagedTaskReleased(scheduler, countedAtHome);
    }

    /// <summary>What the end of the task brings about has failed: so has the task. False: it had failed before.</summary>
    internal bool TryFailLate(Exception exception)
    {
        if (HasFailed) return false;
        Extras.Failure = exception;
        Life = FrameLife.Failed;
        return true;
    }

    /// <summary>Makes the caller the one that takes what the task ended with; the handles of others are stale from now on.</summary>
    internal bool TryClaim(int generation)
    {
        if (!IsBound) return Interlocked.CompareExchange(ref Generation, generation + 1, generation) == generation;
        if (Generation != generation) return false;
        Generation = generation + 1;
        return true;
    }

    /// <summary>
    /// Has the joiner woken when this task ends; at once if it has, or (Closed) if another joiner waits already or has taken the
    /// result. Two joiners are a mistake that is told; the second must not get hold of the frame's next life, so it looks at
    /// the generation once it has got in.
    /// </summary>
    internal void AddJoiner(Frame joiner, uint number, int generation, Scheduler? current)
    {
        if (Home is { } home)
        {
            if (home != current)
            {
                home.Post(Delivery.Join(this, joiner, number, generation));
                return;
            }
            if ((Word & TaskWord.Joined) != 0 || Generation != generation)
            {
                joiner.Wake(number, WaitStatus.Closed, 0, current);
                return;
            }
            _caller = joiner;
        }
        else if (Interlocked.CompareExchange(ref _caller, joiner, null) is not null)
        {
            bool ended = (Volatile.Read(ref Word) & TaskWord.Complete) != 0 && Volatile.Read(ref Generation) == generation;
            joiner.Wake(number, ended ? WaitStatus.Completed : WaitStatus.Closed, 0, current);
            return;
        }
        _joinNumber = number;
        var told = TryRegister(generation);
        if (told is { } status) joiner.Wake(number, status, 0, current);
    }

    // Null: registered. The word of another life has another number, so the exchange cannot hit one by mistake.
    private WaitStatus? TryRegister(int generation)
    {
        if (IsBound) return TrySet(TaskWord.Joined) ? null : WaitStatus.Completed;
        while (true)
        {
            long word = Volatile.Read(ref Word);
            if (Volatile.Read(ref Generation) != generation)
            {
                Volatile.Write(ref _caller, null);
                return WaitStatus.Closed;
            }
            if ((word & TaskWord.Complete) != 0) return WaitStatus.Completed;
            if (Interlocked.CompareExchange(ref Word, word | TaskWord.Joined, word) == word) return null;
        }
    }

    /// <summary>The joiner has given up waiting; it may come again.</summary>
    internal void RemoveJoiner(Frame joiner, Scheduler? current)
    {
        if (Home is { } home)
        {
            if (home != current) home.Post(Delivery.Unjoin(this, joiner));
            else if (_caller == joiner) TryClear(TaskWord.Joined);
        }
        else if (Volatile.Read(ref _caller) == joiner && TryClear(TaskWord.Joined))
        {
            Volatile.Write(ref _caller, null);
        }
    }

    /// <summary>Nobody will join the task.</summary>
    internal void Detach(int generation, Scheduler? current)
    {
        if (Home is { } home && home != current) home.Post(Delivery.Detach(this, generation));
        else if (Generation == generation && !TrySet(TaskWord.Detached) && TryClaim(generation)) Drop();
    }

    // It has ended, and nobody will take what it ended with.
    private void Drop()
    {
        _extras?.Unobserved?.Report();
        Recycle();
    }

    // False: the task has ended already.
    private bool TryClear(long bit)
    {
        if (IsBound)
        {
            if ((Word & TaskWord.Complete) != 0) return false;
            Word &= ~bit;
            return true;
        }
        long word = Volatile.Read(ref Word);
        while ((word & TaskWord.Complete) == 0)
        {
            long seen = Interlocked.CompareExchange(ref Word, word & ~bit, word);
            if (seen == word) return true;
            word = seen;
        }
        return false;
    }

    // False: the task has ended already.
    private bool TrySet(long bit)
    {
        if (IsBound)
        {
            if ((Word & TaskWord.Complete) != 0) return false;
            Word |= bit;
            return true;
        }
        long word = Volatile.Read(ref Word);
        while ((word & TaskWord.Complete) == 0)
        {
            long seen = Interlocked.CompareExchange(ref Word, word | bit, word);
            if (seen == word) return true;
            word = seen;
        }
        return false;
    }
}
