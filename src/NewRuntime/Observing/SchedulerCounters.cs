namespace Rustrt.Federation;

/// <summary>
/// What a scheduler has done so far. Plain fields that its thread alone writes, each where something rare happens anyway or once
/// for many: nobody pays for them (the last few are written by others, as they say). Others read them when they are asked (<see cref="FederationMeter"/>).
/// </summary>
internal struct SchedulerCounters
{
    /// <summary>Turns of tasks; those of a batch are added when it begins, and what it had no tasks for is taken off.</summary>
    internal long Turns;

    /// <summary>Managed tasks that had their last turn here.</summary>
    internal long Finished;

    /// <summary>Times that it went to sleep.</summary>
    internal long Parks;

    /// <summary>Times that it went to sleep without a turn since the last time: woken for nothing that it could run.</summary>
    internal long IdleParks;

    /// <summary>Turns of the event loop that did not wait.</summary>
    internal long Polls;

    /// <summary>Searches for work of others.</summary>
    internal long Searches;

    /// <summary>Searches that took half of another scheduler's queue.</summary>
    internal long Steals;

    /// <summary>Tasks that it took in those.</summary>
    internal long Stolen;

    /// <summary>Tasks that it took from the injection queue.</summary>
    internal long Taken;

    /// <summary>Times that its ring was full and tasks went to the injection queue.</summary>
    internal long Overflows;

    /// <summary>Times that the task in the slot had to stand back.</summary>
    internal long SlotCapped;

    /// <summary>What came through the inbox.</summary>
    internal long Deliveries;

    /// <summary>Tasks among those.</summary>
    internal long Sent;

    /// <summary>The others: operations on tasks that are bound here, which nobody else may do.</summary>
    internal long HomedOperations;

    /// <summary>Deliveries for which it did not have to be woken.</summary>
    internal long SuppressedWakes;

    /// <summary>Awaits that were made to wait because the budget of the turn was spent.</summary>
    internal long ForcedYields;

    /// <summary>Times that it was woken. Others write it, by an interlocked operation: each is a system call already.</summary>
    internal long Wakes;

    /// <summary>Turns that did not end in time. This and the next four are written by the stall detector alone.</summary>
    internal long Stalls;

    /// <summary>How long those turns took, as far as the detector has seen, in ticks of a <see cref="TimeSpan"/>.</summary>
    internal long StalledTicks;

    /// <summary>Tasks that were taken from behind such a turn and handed to the group.</summary>
    internal long Rescued;

    /// <summary>How many of those were to go next: they came out of the slot.</summary>
    internal long SlotRescues;

    /// <summary>Times that many bound tasks waited here while another scheduler of the group slept.</summary>
    internal long BoundBacklogs;
}
