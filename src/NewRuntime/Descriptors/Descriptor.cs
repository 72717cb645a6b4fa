namespace Rustrt.Federation;

/// <summary>Waiting until a file descriptor is ready: a socket, a pipe, an eventfd. The caller keeps it open meanwhile.</summary>
[Service("descriptors", ServiceNeeds.Task)]
public static class Descriptor
{
    /// <summary>
    /// Waits until a read would not block, or the task is cancelled. The wait is homed: it stays with the scheduler that it began
    /// on, even if the task goes on elsewhere. On each scheduler one task may wait for the same.
    /// </summary>
    /// <exception cref="OutsideException">No task runs here.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The descriptor is negative.</exception>
    /// <returns>Awaited, <see cref="WaitStatus.Completed"/> or <see cref="WaitStatus.Cancelled"/>. It throws an
    /// <see cref="InvalidOperationException"/> if the descriptor cannot be watched, an
    /// <see cref="EventLoopUnavailableException"/> if the event loop watches none.</returns>
    public static DescriptorAwaitable Readable(int descriptor) => new(Checked(descriptor), Readiness.Readable);

    /// <summary>As <see cref="Readable"/>, until a write would not block.</summary>
    /// <inheritdoc cref="Readable"/>
    public static DescriptorAwaitable Writable(int descriptor) => new(Checked(descriptor), Readiness.Writable);

    /// <summary>The same with a time limit: <c>await</c> then ends as <see cref="WaitStatus.TimedOut"/> when it is over.</summary>
    /// <param name="wait">The wait.</param>
    /// <param name="limit">Zero: it ends so at once, without a look at the descriptor. <see cref="Timeout.InfiniteTimeSpan"/>: no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public static LimitedAwaitable<DescriptorAwaitable, WaitStatus> Within(this DescriptorAwaitable wait, TimeSpan limit) => new(wait, limit);

    private static int Checked(int descriptor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(descriptor);
        _ = Spawning.CurrentTask("Waiting for a descriptor");
        return descriptor;
    }
}
