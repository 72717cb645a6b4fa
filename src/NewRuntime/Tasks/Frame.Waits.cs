// A task as a waiter (Waiter.cs has the protocol): it waits by leaving its turn, is roused by being queued, and can be cancelled.
namespace Rustrt.Federation;

internal abstract partial class Frame
{
    /// <summary>Whether somebody wants the task to end, now or after the section that it is in.</summary>
    internal bool IsAskedToEnd => (Volatile.Read(ref Word) & TaskWord.Cancelled) != 0;

    /// <summary>Whether it waits, as seen from any thread.</summary>
    internal bool IsParked => (Volatile.Read(ref Word) & TaskWord.WaitMask) == TaskWord.Parked;

    /// <summary>The number of the wait that it is parked in, as seen from any thread; 0: it is not parked.</summary>
    internal uint ParkedWait => Volatile.Read(ref Word) is var word && (word & TaskWord.WaitMask) == TaskWord.Parked ? TaskWord.Number(word) : 0;

    /// <summary>Begins a wait of the running task whose root this is. Returns the number of the wait.</summary>
    internal uint BeginWait(long firm = 0)
    {
        Step = FrameStep.Parked;
        return Arm(firm);
    }

    protected internal sealed override bool CommitPark() => CommitWait();

    internal sealed override void Rouse(Place? current)
    {
        if (Home is { } home)
        {
            MarkScheduled();
            home.Queue.AddOwn(this);
        }
        else
        {
            Group.Schedule(this, (Scheduler?)current);
        }
    }

    /// <summary>As <see cref="Waiter.Wake"/>, by another scheduler than the one where the task is to go on if it is not bound.</summary>
    internal void WakeAt(Scheduler place, uint number, WaitStatus status)
    {
        if (IsBound)
        {
            Wake(number, status, 0, Scheduler.Current);
        }
        else if (WaitTransitions<HardwareAtomics>.End(ref Word, number, status, 0))
        {
            MarkScheduled();
            place.Post(Delivery.Run(this));
        }
    }

    /// <summary>Begins a wait for something of another kind, which gets a callback that ends it.</summary>
    /// <param name="awaiter">What it asks to be called back.</param>
    /// <param name="firm">Firm, unless the wait can be given up: asked for its result too early, a Task would block the thread.</param>
    internal Action BeginForeignWait(Type awaiter, long firm = TaskWord.Firm)
    {
        var root = Root;
        var wait = root.Extras.ForeignWait ??= new ForeignWait(root);
        return wait.Begin(root.BeginWait(firm), awaiter);
    }

    /// <summary>Cancels the task if this is still the life that is meant: ends its wait, and every later one. Any thread.</summary>
    internal void Cancel(int generation, Scheduler? current)
    {
        if (Home is { } home)
        {
            if (home == current) CancelAtHome(generation);
            else home.Post(Delivery.Cancel(this, generation));
            return;
        }
        if (!WaitTransitions<HardwareAtomics>.Cancel(ref Word, ref Generation, generation, out long before)) return;
        if ((before & TaskWord.Shielded) == 0) TellToken(generation);
        if (TaskWord.IsEndedByCancellation(before)) Wake(TaskWord.Number(before), WaitStatus.Cancelled, 0, current);
    }

    /// <summary>As <see cref="Cancel"/>, for a bound task and on its home's thread.</summary>
    internal void CancelAtHome(int generation)
    {
        if (Generation != generation || (Word & (TaskWord.Cancelled | TaskWord.Complete)) != 0) return;
        Word |= TaskWord.Cancelled;
        if ((Word & TaskWord.Shielded) == 0) TellToken(generation);
        if (TaskWord.IsEndedByCancellation(Word)) WakeAtHome(TaskWord.Number(Word), WaitStatus.Cancelled, 0);
    }

    /// <summary>A task that has not been scheduled yet is cancelled from birth. Its maker's thread.</summary>
    internal void CancelNewborn() => WaitTransitions<HardwareAtomics>.Add(ref Word, TaskWord.Cancelled);

    /// <summary>Defers cancellation from now on; false if it is deferred already. The running task.</summary>
    internal bool TryShield()
    {
        if ((Word & TaskWord.Shielded) != 0) return false;
        if (IsBound) Word |= TaskWord.Shielded;
        else WaitTransitions<HardwareAtomics>.Add(ref Word, TaskWord.Shielded);
        return true;
    }

    /// <summary>Defers it no more: the next wait, a look at <see cref="Waiter.IsCancelled"/>, or the token shows what came meanwhile.</summary>
    internal void Unshield()
    {
        if (IsBound) Word &= ~TaskWord.Shielded;
        else WaitTransitions<HardwareAtomics>.Remove(ref Word, TaskWord.Shielded);
        if (IsAskedToEnd) TellToken(Generation);
    }

    private void TellToken(int generation)
    {
        if (Volatile.Read(ref _extras) is { } extras && Volatile.Read(ref extras.Cancellation) is { } cancellation) cancellation.Tell(generation);
    }
}
