namespace Rustrt.Federation;

/// <summary>In which order a scheduler takes its runnable tasks, and which scheduler a task belongs to.</summary>
[System.Diagnostics.DebuggerDisplay("{ToString(),nq}")]
public abstract class SchedulingPolicy
{
    /// <summary>
    /// First in, first out; schedulers with nothing to do take half the queue of a busy one. Tasks are bound to a
    /// scheduler at their first turn (<see cref="TaskCell.StaysWhereItRan"/>) or never.
    /// </summary>
    public static SchedulingPolicy Stealing { get; } = new StealingPolicy();

    /// <summary>Task k of a group belongs to scheduler k modulo the maximum for good; first in, first out.</summary>
    public static SchedulingPolicy RoundRobin { get; } = new RoundRobinPolicy();

    /// <summary>
    /// Placement as <see cref="RoundRobin"/>; the next task is drawn from the runnable ones by a generator that every
    /// scheduler seeds alike, so that what happens on one scheduler repeats exactly.
    /// </summary>
    public static SchedulingPolicy LegacyOrder(int seed) => new LegacyOrderPolicy(seed);

    /// <summary>Whether a task belongs to one scheduler from its creation on.</summary>
    internal abstract bool BindsAtCreation { get; }

    /// <summary>Makes the run queue of one scheduler.</summary>
    internal abstract RunQueue CreateQueue(Scheduler scheduler);

    private sealed class StealingPolicy : SchedulingPolicy
    {
        internal override bool BindsAtCreation => false;

        // Nobody can steal in a group of one: a plain queue, and no interlocked operation on the way.
        internal override RunQueue CreateQueue(Scheduler scheduler) => scheduler.Group.Work is { } work
            ? new StealingRunQueue(work, scheduler)
            : new FifoRunQueue();

        /// <inheritdoc/>
        public override string ToString() => "stealing";
    }

    private sealed class RoundRobinPolicy : SchedulingPolicy
    {
        internal override bool BindsAtCreation => true;

        internal override RunQueue CreateQueue(Scheduler scheduler) => new FifoRunQueue();

        /// <inheritdoc/>
        public override string ToString() => "round-robin";
    }

    private sealed class LegacyOrderPolicy(int seed) : SchedulingPolicy
    {
        internal override bool BindsAtCreation => true;

        internal override RunQueue CreateQueue(Scheduler scheduler) => new LegacyOrderRunQueue(new Isaac(seed));

        /// <inheritdoc/>
        public override string ToString() => $"legacy-order({seed})";
    }
}
