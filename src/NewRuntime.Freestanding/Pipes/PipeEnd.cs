// An end of a pipe and whose it is. A new end is free, and so is one that has been handed over: the first task or thread that
// uses it becomes its owner. Whoever uses an end that belongs to somebody else is told so. When a task ends, in whatever
// way, the ends that it owns are closed, and those that it made and nobody has used: so whoever is at the other end
// always learns of it.
//
//   _owner   null: free; else who may use it; Closed: nobody any more. Changed by compare-exchange, since a free end may be
//            used, and closed by the end of its maker, at the same moment.
//   _maker   who answers for the end while it is free
//
// A local pipe (PipeCore) has all its users on one thread. Release is the way out of it: it makes the pipe shared first.
using System.Diagnostics;

namespace Rustrt.Federation.Pipes;

/// <summary>One end of a pipe.</summary>
[DebuggerDisplay("{ToString(),nq}, closed: {IsClosed}")]
public abstract class PipeEnd : Possession, IDisposable
{
    private static readonly Waiter s_closed = ThreadWaiter.Nobody;

    private readonly PipeCore _core;
    private Waiter? _owner;
    private Waiter? _maker;

    private protected PipeEnd(PipeCore core)
    {
        _core = core;
        _maker = Place.Here is { } place ? place.Running : ThreadWaiter.Current;
        _maker?.Own(this);
    }

    /// <summary>Whether the end has been disposed, or closed because its owner ended.</summary>
    public bool IsClosed => Volatile.Read(ref _owner) == s_closed;

    /// <summary>The shared part.</summary>
    internal PipeCore Core => _core;

    /// <summary>
    /// Gives the end up to whoever uses it next, on any thread or scheduler. To be called by the owner, before the end is handed
    /// to a thread or to a task of another group; a pipe between tasks of one scheduler becomes a little slower by it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The end belongs to another task or thread.</exception>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public void Release()
    {
        Use();
        _core.Share();
        Free(maker: null);
    }

    /// <summary>Closes the end; the other one learns of it. Allowed more than once, and for the owner only.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (IsClosed) return;
        var current = Use();
        MarkClosed();
        Closed(current);
    }

    /// <summary>To be called first by everything that uses the end. Returns the place of the calling thread.</summary>
    internal Place? Use()
    {
        var current = Place.Here;
        var user = current is not null ? current.Running : ThreadWaiter.Current;
        if (_owner != user) Adopt(user, current);
        return current;
    }

    /// <summary>Nobody can use the end any more.</summary>
    private protected void MarkClosed() => Volatile.Write(ref _owner, s_closed);

    /// <inheritdoc/>
    internal override void CheckOwner() => Use();

    /// <summary>Tells the pipe that this end is closed.</summary>
    private protected abstract void Closed(Place? current);

    /// <summary>Whether the end of a task closes this end.</summary>
    internal bool AnsweredForBy(Waiter task) => _owner == task || (_owner is null && _maker == task);

    /// <summary>A task has ended: what it answers for is closed.</summary>
    internal void CloseFor(Waiter task, Place? current)
    {
        if (Volatile.Read(ref _owner) is { } owner ? owner == task : _maker == task) CloseAs(Volatile.Read(ref _owner), current);
    }

    /// <summary>The end was in a message that nobody received.</summary>
    internal void CloseUnreceived() => CloseAs(null, Place.Here);

    /// <summary>Passes the end on by a message through a pipe: to whoever uses it first at the other side.</summary>
    internal void HandOver(PipeCore through)
    {
        Use();
        if (through.Home is null) _core.Share();
        Free(maker: null);
    }

    /// <inheritdoc/>
    internal override void HandOver(Waiter task)
    {
        Use();
        if (_core.Home is { } home && task.Place != home) _core.Share();
        Free(maker: task);
        task.Own(this);
    }

    /// <summary>The message was not sent after all.</summary>
    internal void TakeBack() => Use();

    /// <inheritdoc/>
    public override string ToString() => GetType().Name.Split('`')[0];

    private void Free(Waiter? maker)
    {
        _maker = maker;
        Volatile.Write(ref _owner, null);
    }

    private void CloseAs(Waiter? owner, Place? current)
    {
        if (Interlocked.CompareExchange(ref _owner, s_closed, owner) == owner) Closed(current);
    }

    private void Adopt(Waiter? user, Place? current)
    {
        if (_core.Home is { } home && home != current)
        {
            throw new InvalidOperationException(
                $"{this} is an end of a pipe between tasks of {home} and cannot be used on another thread: Release it before handing it out.");
        }
        var owner = Interlocked.CompareExchange(ref _owner, user, null);
        if (owner is null)
        {
            if (user != _maker) user?.Own(this);
            return;
        }
        ObjectDisposedException.ThrowIf(owner == s_closed, this);
        throw new InvalidOperationException(
            $"{this} belongs to {owner}, and {user} used it. An end has one owner, which hands it over: to a task that it spawns, "
            + "through a pipe, or by Release.");
    }
}
