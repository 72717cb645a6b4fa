namespace Rustrt.Federation.Logging;

/// <summary>What becomes of a record when as many wait to be written as there may be.</summary>
public enum FullLogPolicy
{
    /// <summary>
    /// Whoever logs waits for room, or writes by itself if nobody else does: nothing is lost. A scheduler whose task logs then stands
    /// still for as long as the output takes.
    /// </summary>
    Wait,

    /// <summary>
    /// As long as there is a logger task it is dropped and counted, and a line tells how many were. No scheduler stands still.
    /// </summary>
    Drop,
}
