namespace Rustrt.Federation;

/// <summary>
/// What a scheduler waits in. It belongs to one thread: only <see cref="Wake"/> may be called from others. It is driven by
/// turns, so that the scheduler decides when to wait; timers are the scheduler's own.
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

    /// <summary>
    /// A descriptor that is readable while a turn would find something: a wake, or a watched descriptor that is ready, as of the
    /// last turn. Negative where the loop has none; then it can only be waited for by a turn.
    /// </summary>
    int Descriptor => -1;

    /// <summary>
    /// Watches a descriptor from the next turn on; what it was watched for before is forgotten. The descriptor is to stay open
    /// until it is watched for <see cref="Readiness.None"/>, which never fails.
    /// </summary>
    /// <exception cref="EventLoopUnavailableException">The loop watches nothing.</exception>
    /// <exception cref="InvalidOperationException">The descriptor is not open, or of a kind that is always ready (a file).</exception>
    void Watch(int descriptor, Readiness what, IReadinessTarget target) => throw new EventLoopUnavailableException(
        $"{GetType().Name} watches no descriptors. Those that do: UvEventLoop, which needs libuv (Debian and Ubuntu: apt-get install libuv1), "
        + "and UringEventLoop, which needs Linux 5.11 or newer where nothing forbids io_uring. A federation without FederationOptions.EventLoops takes the first of "
        + "them that can be had, else FutexEventLoop.");
}
