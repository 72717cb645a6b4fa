// What the stall detector sees of a scheduler, and what it may do to it: both from its own thread, at any time.
//
// A scheduler is in one and the same turn as long as it is inside a batch and its queue has not been asked for the next task. Both are
// known anyhow or once for a batch. One that sleeps, or whose foreign loop does not call it, is in no batch.
namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private bool _isInBatch;
    private string? _blockedIn;

    /// <summary>Whether it is in a batch of turns. Any thread.</summary>
    internal bool IsInBatch => Volatile.Read(ref _isInBatch);

    /// <summary>The call that its turn waits in without giving way, as far as that is known (<see cref="BlockedTurn"/>). Any thread.</summary>
    internal string? BlockedIn
    {
        get => Volatile.Read(ref _blockedIn);
        set => Volatile.Write(ref _blockedIn, value);
    }

    /// <summary>What the detector keeps about it.</summary>
    internal StallWatch? Watch { get; set; }

    /// <summary>
    /// Hands to the group what waits here and may run elsewhere. Returns how many tasks that were. The detector's thread.
    /// </summary>
    internal int Rescue()
    {
        if (Group.Work is not { } work) return 0;
        int count = 0;
        if (!_inbox.IsEmpty)
        {
            var sent = default(TaskList);
            count = _inbox.TakeUnbound(ref sent);
            if (count > 0) work.Overflow(sent);
        }
        count += Queue.Rescue();
        // What lies in the ring can be stolen already; but a task that yielded into it told nobody.
        if (Queue.Waiting.Others > 0) work.Added();
        return count;
    }
}
