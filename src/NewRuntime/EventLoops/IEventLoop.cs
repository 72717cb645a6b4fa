namespace Rustrt.Federation;

/// <summary>
/// What a scheduler waits in. It belongs to one thread: only <see cref="Wake"/> may be called from others. The contract
/// grows with the runtime (descriptors, timers); it stays driven by turns, so that the scheduler decides when to wait.
/// </summary>
public interface IEventLoop : IDisposable
{
    /// <summary>
    /// Waits until the loop is woken, something it watches is ready, or the time is over, and handles what is ready. May
    /// return early without a reason: the caller looks at its own state again.
    /// </summary>
    /// <param name="wait">Zero only polls; <see cref="Timeout.InfiniteTimeSpan"/> waits without limit.</param>
    void Turn(TimeSpan wait);

    /// <summary>
    /// Makes the present turn, or the next one if none is in progress, return promptly. Any thread may call it, also while
    /// the loop is being disposed and afterwards, when it does nothing. Several wakes before a turn count as one, and
    /// nothing is promised about the number of turns that return; but no wake is lost: what its caller wrote before is
    /// visible after the turn it ends.
    /// </summary>
    void Wake();
}
