using System.Diagnostics.CodeAnalysis;

namespace Rustrt.Federation.Pipes;

/// <summary>
/// The receiving ends of any number of pipes as one: a receive takes a value from one of those that have some, by turns. It owns
/// the ends that are put into it, and closes them when it is closed.
/// </summary>
/// <typeparam name="T">Type of the values.</typeparam>
public sealed class PortSet<T> : Receiver
{
    /// <summary>The shared part, with the pipes.</summary>
    internal readonly PortSetCore<T> Members;

    /// <summary>An empty set: until it gets a member, a receive finds it <see cref="WaitStatus.Closed"/>.</summary>
    public PortSet()
        : this(new PortSetCore<T>())
    {
    }

    private PortSet(PortSetCore<T> core)
        : base(core) => Members = core;

    /// <summary>Puts a pipe's receiving end into the set, which owns it from now on. It leaves the set when it has ended.</summary>
    /// <exception cref="InvalidOperationException">The end, or the set, belongs to another task or thread.</exception>
    public void Add(Receiver<T> receiver)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        var current = Use();
        Members.Add(receiver.Surrender(), current);
    }

    /// <inheritdoc cref="ReceivingEnd{T}.ReceiveBlocking"/>
    [Service("pipes, blocking", ServiceNeeds.OwnThread)]
    public Received<T> ReceiveBlocking(TimeSpan? limit = null)
    {
        Use();
        Receiving.Block(Members, limit ?? Timeout.InfiniteTimeSpan);
        var received = Receiving.Finish(Members);
        GC.KeepAlive(this);
        return received;
    }

    /// <summary>Takes a value of any member that has one.</summary>
    [Service("pipes", ServiceNeeds.Nothing)]
    public bool TryReceive([MaybeNullWhen(false)] out T value)
    {
        bool any = Members.TryReceive(out value, Use());
        GC.KeepAlive(this); // a thread's last use: the end is not lost before it is over
        return any;
    }
}
