// The end of a task and those who want to know of it. A joiner registers itself once; the task's last turn publishes the
// result and wakes it. Between the two there is one word: of "registered" and "complete" the second sees the first
// (JoinTransitions.cs; here is what a bound task has instead, whose word its home alone changes).
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
    internal bool IsComplete => TaskWord.HasResult(Volatile.Read(ref Word));

    protected internal sealed override void Finished(Scheduler scheduler)
    {
        if (_extras is not null) TaskEnd.Tell(this, _extras, scheduler);

        // A joiner that was woken by something else may take the result, and let the frame live again, as soon as it can.
        // Whoever is registered is read before that.
        long word;
        Frame? joiner;
        uint number;
        if (IsBound)
        {
            (word, joiner, number) = (Word, _caller, _joinNumber);
            Volatile.Write(ref Word, (word | TaskWord.Complete) & ~TaskWord.Joined);
        }
        else
        {
            word = JoinTransitions<HardwareAtomics>.Finish(ref Word, ref _caller, ref _joinNumber, out joiner, out number);
        }

        if ((word & TaskWord.Joined) != 0) joiner!.Wake(number, WaitStatus.Completed, 0, scheduler);
        else if ((word & TaskWord.Detached) != 0) Drop();
        scheduler.Group.ManagedTaskReleased(scheduler);
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
        if (!IsBound) return JoinTransitions<HardwareAtomics>.TryClaim(ref Generation, generation);
        if (Generation != generation) return false;
        Generation = generation + 1;
        return true;
    }

    /// <summary>
    /// Has the joiner woken when this task ends; at once if it has, or (Closed) if nobody can join it any more. Two joiners are a
    /// mistake that is told.
    /// </summary>
    internal void AddJoiner(Frame joiner, uint number, int generation, Scheduler? current)
    {
        if (Home is { } home && home != current)
        {
            home.Post(Delivery.Join(this, joiner, number, generation));
            return;
        }
        var told = IsBound
            ? JoinAtHome(joiner, number, generation)
            : JoinTransitions<HardwareAtomics>.Join(ref Word, ref Generation, generation, ref _caller, ref _joinNumber, joiner, number);
        if (told is { } status) joiner.Wake(number, status, 0, current);
    }

    private WaitStatus? JoinAtHome(Frame joiner, uint number, int generation)
    {
        if (Generation != generation || (Word & TaskWord.Taken) != 0) return WaitStatus.Closed;
        if ((Word & TaskWord.Complete) != 0) return WaitStatus.Completed;
        _caller = joiner;
        _joinNumber = number;
        Word |= TaskWord.Joined;
        return null;
    }

    /// <summary>The joiner has given up waiting; it may come again.</summary>
    internal void RemoveJoiner(Frame joiner, int generation, Scheduler? current)
    {
        if (Home is not { } home) JoinTransitions<HardwareAtomics>.Unjoin(ref Word, ref Generation, generation, ref _caller, joiner);
        else if (home != current) home.Post(Delivery.Unjoin(this, joiner, generation));
        else if (Generation == generation && Joiner == joiner) Word &= ~TaskWord.Joined;
    }

    /// <summary>Nobody will join the task. Somebody who does already stays the one who takes what it ends with.</summary>
    internal void Detach(int generation, Scheduler? current)
    {
        if (Home is { } home && home != current) home.Post(Delivery.Detach(this, generation));
        else if (IsBound ? DetachAtHome(generation) : JoinTransitions<HardwareAtomics>.Detach(ref Word, ref Generation, generation)) Drop();
    }

    // True: the task has ended, and the frame is to be given back.
    private bool DetachAtHome(int generation)
    {
        if (Generation != generation || (Word & TaskWord.Taken) != 0) return false;
        if ((Word & TaskWord.Complete) != 0) return TryClaim(generation);
        Word |= TaskWord.Detached;
        return false;
    }

    // It has ended, and nobody will take what it ended with.
    private void Drop()
    {
        _extras?.Unobserved?.Report();
        Recycle();
    }
}
