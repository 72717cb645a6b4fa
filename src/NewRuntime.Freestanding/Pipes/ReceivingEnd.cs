using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Federation.Pipes;

/// <summary>The receiving end of one pipe.</summary>
/// <typeparam name="T">Type of the values.</typeparam>
public abstract class ReceivingEnd<T> : Receiver
{
    private protected ReceivingEnd(PipeCore<T> core)
        : base(core) => Values = core;

    /// <summary>The shared part, with its values. A field: green tasks wait with it.</summary>
    internal readonly PipeCore<T> Values;

    /// <summary>Takes a value if there is one.</summary>
    [Service("pipes", ServiceNeeds.Nothing)]
    public bool TryReceive([MaybeNullWhen(false)] out T value)
    {
        bool any = Values.TryReceive(out value, Use());
        GC.KeepAlive(this); // a thread's last use: the end is not lost before it is over
        return any;
    }

    /// <summary>Waits for a value on a thread that runs no scheduler, which blocks meanwhile.</summary>
    /// <param name="limit">How long to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="OutsideException">Called by a task, which must not block its scheduler.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    [Service("pipes, blocking", ServiceNeeds.OwnThread)]
    public Received<T> ReceiveBlocking(TimeSpan? limit = null)
    {
        Use();
        Receiving.Block(Values, limit ?? Timeout.InfiniteTimeSpan);
        var received = Receiving.Finish(Values);
        GC.KeepAlive(this);
        return received;
    }
}
