namespace Rustrt.Federation.Pipes;

/// <summary>An end through which any number of values can be sent.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public abstract class SendingEnd<T> : PipeEnd
{
    private protected SendingEnd(PipeCore<T> core)
        : base(core) => Values = core;

    /// <summary>The shared part, with its values. A field: green tasks wait with it.</summary>
    internal readonly PipeCore<T> Values;

    /// <summary>Sends a value if there is room at once.</summary>
    /// <returns>Whether it has been sent; if not, the pipe is full or the receiver is gone.</returns>
    /// <exception cref="InvalidOperationException">This end belongs to another task or thread.</exception>
    /// <exception cref="ObjectDisposedException">This end is closed.</exception>
    [Service("pipes", ServiceNeeds.Nothing)]
    public bool TrySend(T value)
    {
        bool sent = Sending.TrySend(Values, value, Use());
        GC.KeepAlive(this); // a thread's last use: the end is not lost before it is over
        return sent;
    }

    /// <summary>Sends a value from a thread that runs no scheduler, which blocks until there is room.</summary>
    /// <param name="value">The value.</param>
    /// <param name="limit">How long to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="OutsideException">Called by a task, which must not block its scheduler.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    [Service("pipes, blocking", ServiceNeeds.OwnThread)]
    public WaitStatus SendBlocking(T value, TimeSpan? limit = null)
    {
        Use();
        var status = Sending.Block(Values, value, limit ?? Timeout.InfiniteTimeSpan);
        GC.KeepAlive(this);
        return status;
    }

    private protected override void Closed(Place? current) => Values.CloseSender(current);
}
