namespace Rustrt.Federation.Pipes;

/// <summary>A sending end of a pipe that may have several. The pipe ends with the last of them.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class SharedSender<T> : PipeEnd
{
    private readonly PipeCore<T> _core;

    internal SharedSender(PipeCore<T> core)
        : base(core) => _core = core;

    /// <summary>Makes another sending end, for another owner.</summary>
    public SharedSender<T> Clone()
    {
        _core.AddSender(Use());
        return new SharedSender<T>(_core);
    }

    /// <inheritdoc cref="Sender{T}.Send"/>
    public SendAwaitable<T> Send(T value) => Sending.Send(_core, value, Use());

    /// <inheritdoc cref="Sender{T}.TrySend"/>
    public bool TrySend(T value) => Sending.TrySend(_core, value, Use());

    /// <inheritdoc cref="Sender{T}.SendBlocking"/>
    public WaitStatus SendBlocking(T value, TimeSpan? limit = null)
    {
        Use();
        return Sending.SendBlocking(_core, value, limit ?? Timeout.InfiniteTimeSpan);
    }

    private protected override void Closed(Scheduler? current) => _core.CloseSender(current);
}
