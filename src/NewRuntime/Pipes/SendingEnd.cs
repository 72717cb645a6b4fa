namespace Rustrt.Federation.Pipes;

/// <summary>An end through which any number of values can be sent.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public abstract class SendingEnd<T> : PipeEnd
{
    private readonly PipeCore<T> _core;

    private protected SendingEnd(PipeCore<T> core)
        : base(core) => _core = core;

    /// <summary>The shared part, with its values.</summary>
    private protected PipeCore<T> Values => _core;

    /// <summary>
    /// Sends a value; if there is no room, <c>await</c> waits for some. Without <c>await</c> the value may be lost. An end of a
    /// pipe that is sent belongs to whoever receives it.
    /// </summary>
    /// <exception cref="InvalidOperationException">This end belongs to another task or thread.</exception>
    /// <exception cref="ObjectDisposedException">This end is closed.</exception>
    public SendAwaitable<T> Send(T value) => Sending.Send(_core, value, Use());

    /// <summary>Sends a value if there is room at once.</summary>
    /// <returns>Whether it has been sent; if not, the pipe is full or the receiver is gone.</returns>
    /// <inheritdoc cref="Send"/>
    public bool TrySend(T value) => Sending.TrySend(_core, value, Use());

    /// <summary>Sends a value from a thread that runs no scheduler, which blocks until there is room.</summary>
    /// <param name="value">The value.</param>
    /// <param name="limit">How long to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="InvalidOperationException">Called by a task, which must not block its scheduler.</exception>
    public WaitStatus SendBlocking(T value, TimeSpan? limit = null)
    {
        Use();
        return Sending.SendBlocking(_core, value, limit ?? Timeout.InfiniteTimeSpan);
    }

    private protected override void Closed(Scheduler? current) => _core.CloseSender(current);
}
