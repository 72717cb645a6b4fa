namespace Rustrt.Federation;

/// <summary>How a task left its turn.</summary>
public enum Turn
{
    /// <summary>It gave way and wants to go on: it keeps its place among the runnable tasks.</summary>
    Yielded,

    /// <summary>It waits: the scheduler takes it out of its queue and then calls <see cref="TaskCell.CommitPark"/>.</summary>
    Parked,

    /// <summary>It has ended: the scheduler takes it out of its queue and then calls <see cref="TaskCell.Finished"/>.</summary>
    Finished,
}
