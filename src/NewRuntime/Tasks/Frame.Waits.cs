// Parking and waking of a task: the transitions of TaskWord. Whoever waits for something
//
//   1. begins a wait (BeginWait), which gives it a number;
//   2. registers itself with the number wherever the wait may be ended: a pipe, a timer, another task;
//   3. returns to the scheduler, which commits the park;
//   4. when it runs again, reads how the wait ended, and takes back the registrations that did not end it.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

internal abstract partial class Frame
{
    private long _word;

    /// <summary>Whether somebody wants the task to end, and it is in no section that defers that.</summary>
    internal bool IsCancelled => (Volatile.Read(ref _word) & (TaskWord.Cancelled | TaskWord.Shielded)) == TaskWord.Cancelled;

    /// <summary>Whether somebody wants the task to end, now or after the section that it is in.</summary>
    internal bool IsAskedToEnd => (Volatile.Read(ref _word) & TaskWord.Cancelled) != 0;

    /// <summary>Whether it waits, as seen from any thread.</summary>
    internal bool IsParked => (Volatile.Read(ref _word) & TaskWord.WaitMask) == TaskWord.Parked;

    /// <summary>How its last wait ended.</summary>
    internal WaitStatus Status => TaskWord.Status(_word);

    /// <summary>Which of several things ended it.</summary>
    internal int Which => TaskWord.Which(_word);

    // Only its home may change the word of a bound task.
    private bool IsBound => Home is not null;

    /// <summary>The number of its last wait.</summary>
    internal uint WaitNumber => TaskWord.Number(_word);

    /// <summary>Begins a wait of the running task whose root this is. Returns the number of the wait.</summary>
    internal uint BeginWait(long firm = 0)
    {
        Step = FrameStep.Parked;
        long word = _word;
        long armed = TaskWord.NextWait(word) | firm;
        if (IsBound)
        {
            _word = armed;
        }
        else
        {
            long seen;
            while ((seen = Interlocked.CompareExchange(ref _word, armed, word)) != word) armed = TaskWord.NextWait(word = seen) | firm;
        }
        return TaskWord.Number(armed);
    }

    protected internal sealed override bool CommitPark()
    {
        long word = _word;
        if (IsBound)
        {
            if ((word & TaskWord.WaitMask) != TaskWord.Armed) return false;
            _word = word ^ TaskWord.Armed ^ TaskWord.Parked;
            return true;
        }
        while ((word & TaskWord.WaitMask) == TaskWord.Armed)
        {
            long seen = Interlocked.CompareExchange(ref _word, word ^ TaskWord.Armed ^ TaskWord.Parked, word);
            if (seen == word) return true;
            word = seen;
        }
        return false;
    }

    /// <summary>Ends a wait, if it has not ended yet. Any thread.</summary>
    /// <param name="number">Which wait of the task is meant.</param>
    /// <param name="status">How it ends.</param>
    /// <param name="which">Which of several things ended it.</param>
    /// <param name="current">The scheduler that the calling thread belongs to.</param>
    internal void Wake(uint number, WaitStatus status, int which, Scheduler? current)
    {
        if (Home is { } home)
        {
            if (home == current) WakeAtHome(number, status, which);
            else home.Post(Delivery.Wake(this, number, status, which));
            return;
        }

        long word = Volatile.Read(ref _word);
        while (TaskWord.IsOpen(word, number))
        {
            long seen = Interlocked.CompareExchange(ref _word, TaskWord.Ended(word, status, which), word);
            if (seen == word)
            {
                if ((word & TaskWord.WaitMask) == TaskWord.Parked) Rouse(current);
                return;
            }
            word = seen;
        }
    }

    /// <summary>As <see cref="Wake"/>, for a bound task and on its home's thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void WakeAtHome(uint number, WaitStatus status, int which)
    {
        long word = _word;
        if (!TaskWord.IsOpen(word, number)) return;
        _word = TaskWord.Ended(word, status, which);
        if ((word & TaskWord.WaitMask) != TaskWord.Parked) return; // it is about to leave its turn, and will see
        MarkScheduled();
        Home!.Queue.AddOwn(this);
    }

    /// <summary>The task is nobody's and has to run again.</summary>
    private protected virtual void Rouse(Scheduler? current) => Group.Schedule(this, current);

    /// <summary>To be called once a wait has been registered: a task that has been cancelled does not wait.</summary>
    internal void EndWaitIfCancelled(uint number, Scheduler? current)
    {
        if (IsCancelled) Wake(number, WaitStatus.Cancelled, 0, current);
    }

    /// <summary>Begins a wait for something of another kind, which gets a callback that ends it.</summary>
    internal Action BeginForeignWait()
    {
        var root = Root;
        var wait = root.Extras.ForeignWait ??= new ForeignWait(root);
        return wait.Begin(root.BeginWait(TaskWord.Firm)); // asked for its result too early, a Task would block the thread
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
        long word, seen = Volatile.Read(ref _word);
        do
        {
            word = seen;
            if (Volatile.Read(ref Generation) != generation || (word & (TaskWord.Cancelled | TaskWord.Complete)) != 0) return;
            seen = Interlocked.CompareExchange(ref _word, word | TaskWord.Cancelled, word);
        }
        while (seen != word);
        if ((word & (TaskWord.Firm | TaskWord.Shielded)) == 0) Wake(TaskWord.Number(word), WaitStatus.Cancelled, 0, current);
    }

    /// <summary>As <see cref="Cancel"/>, for a bound task and on its home's thread.</summary>
    internal void CancelAtHome(int generation)
    {
        if (Generation != generation || (_word & (TaskWord.Cancelled | TaskWord.Complete)) != 0) return;
        _word |= TaskWord.Cancelled;
        if ((_word & (TaskWord.Firm | TaskWord.Shielded)) == 0) WakeAtHome(TaskWord.Number(_word), WaitStatus.Cancelled, 0);
    }

    /// <summary>A task that has not been scheduled yet is cancelled from birth. Its maker's thread.</summary>
    internal void CancelNewborn() => Interlocked.Or(ref _word, TaskWord.Cancelled);

    /// <summary>Defers cancellation from now on; false if it is deferred already. The running task.</summary>
    internal bool TryShield()
    {
        if ((_word & TaskWord.Shielded) != 0) return false;
        if (IsBound) _word |= TaskWord.Shielded;
        else Interlocked.Or(ref _word, TaskWord.Shielded);
        return true;
    }

    /// <summary>Defers it no more: the next wait, or a look at <see cref="IsCancelled"/>, shows what came meanwhile.</summary>
    internal void Unshield()
    {
        if (IsBound) _word &= ~TaskWord.Shielded;
        else Interlocked.And(ref _word, ~TaskWord.Shielded);
    }
}
