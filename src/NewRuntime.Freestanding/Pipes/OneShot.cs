namespace Rustrt.Federation.Pipes;

/// <summary>The sending end of a pipe for one value.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class OneShotSender<T> : PipeEnd
{
    private readonly PipeCore<T> _core;

    internal OneShotSender(PipeCore<T> core)
        : base(core) => _core = core;

    /// <summary>Sends the value, which never waits, and closes this end.</summary>
    /// <returns>False: the receiver is gone.</returns>
    /// <exception cref="InvalidOperationException">This end belongs to another task or thread.</exception>
    /// <exception cref="ObjectDisposedException">The value has been sent already, or this end has been closed.</exception>
    [Service("pipes", ServiceNeeds.Nothing)]
    public bool Send(T value)
    {
        bool sent = Sending.TrySend(_core, value, Use());
        Dispose();
        return sent;
    }

    private protected override void Closed(Place? current) => _core.CloseSender(current);
}

/// <summary>The receiving end of a pipe for one value.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class OneShotReceiver<T> : ReceivingEnd<T>
{
    internal OneShotReceiver(PipeCore<T> core)
        : base(core)
    {
    }
}
