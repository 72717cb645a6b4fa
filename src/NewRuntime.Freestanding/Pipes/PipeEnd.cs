// An end of a pipe and whose it is. A new end is free, and its maker answers for it; the first task or thread that uses it
// becomes its owner. An end that is handed to a task belongs to it at once. One that is sent belongs to nobody on its way, and to
// whoever receives it from that moment on, used or not. Whoever uses an end that is not his is told so. When a task ends, in
// whatever way, the ends that it owns are closed, and those that it made and nobody has used: so whoever is at the other end
// always learns of it.
//
//   _owner   null: new. Released: given up to whoever uses it next. Sent: in a message. Closed: nobody's any more. Else who may use
//            it. Changed by compare-exchange where two may come at once: a free end may be used, and closed by the end of its
//            maker, at the same moment. Only whoever has the message changes Sent.
//   _keeper  who sees to it that the end is closed at last: a task, which has it in its list; or a LossWatch, where nobody would
//            learn of the owner's end, which is a thread, or nobody. On its way it is the pipe's that it is in. Written by the
//            one who has just become the owner, or is about to be it no longer.
//
// A local pipe (PipeCore) has all its users on one thread. Release is the way out of it: it makes the pipe shared first.
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>One end of a pipe.</summary>
[DebuggerDisplay("{ToString(),nq}, closed: {IsClosed}")]
public abstract class PipeEnd : Possession, IDisposable
{
    private static readonly Waiter s_released = new ThreadWaiter();
    private static readonly Waiter s_sent = new ThreadWaiter();
    private static readonly Waiter s_closed = new ThreadWaiter();

    private readonly PipeCore _core;
    private Waiter? _owner;
    private object? _keeper;

    private protected PipeEnd(PipeCore core)
    {
        _core = core;
        KeepBy(User(Place.Here));
    }

    /// <summary>Whether the end has been disposed, or closed because its owner ended.</summary>
    public bool IsClosed => Volatile.Read(ref _owner) == s_closed;

    /// <summary>The shared part.</summary>
    internal PipeCore Core => _core;

    /// <summary>
    /// Gives the end up to whoever uses it next, on any thread or scheduler. To be called by the owner, before the end is handed
    /// to a thread or to a task of another group; a pipe between tasks of one scheduler becomes a little slower by it. Until it is used
    /// nobody answers for the end: if it gets lost the other one learns of it when the garbage collector comes by, and
    /// <see cref="Pipe.LeakFound"/> is told. An end that is sent, or handed to Spawn, needs no release (<see cref="ICarriesEnds"/>).
    /// </summary>
    /// <exception cref="InvalidOperationException">The end belongs to another task or thread.</exception>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public void Release()
    {
        Use();
        _core.Share();
        Leave();
        KeepBy(null);
        Volatile.Write(ref _owner, s_released);
    }

    /// <summary>Closes the end; the other one learns of it. Allowed more than once, and for the owner only.</summary>
    [SuppressMessage("Usage", "CA1816", Justification = "It has no finalizer, and only this library derives from it.")]
    public void Dispose()
    {
        if (IsClosed) return;
        var current = Use();
        MarkClosed();
        Closed(current);
    }

    /// <summary>To be called first by everything that uses the end. Returns the place of the calling thread.</summary>
    internal Place? Use()
    {
        var current = Place.Here;
        var user = User(current);
        if (_owner != user) Adopt(user, current);
        return current;
    }

    /// <summary>Nobody can use the end any more.</summary>
    private protected void MarkClosed()
    {
        Volatile.Write(ref _owner, s_closed);
        EndWatch();
    }

    /// <inheritdoc/>
    internal override void CheckOwner() => Use();

    /// <summary>Tells the pipe that this end is closed.</summary>
    private protected abstract void Closed(Place? current);

    /// <summary>Whether a task must have the end in its list.</summary>
    internal bool IsKeptBy(Waiter task) => _keeper == task && !IsClosed;

    /// <summary>Whether the end of a task closes this end.</summary>
    internal bool AnsweredForBy(Waiter task) => _keeper == task && (_owner == task || _owner is null);

    /// <summary>A task has ended: what it answers for is closed.</summary>
    internal void CloseFor(Waiter task, Place? current)
    {
        var owner = Volatile.Read(ref _owner);
        if (owner == task || (owner is null && _keeper == task)) CloseAs(owner, current);
    }

    /// <inheritdoc/>
    internal override void HandOver(Waiter task)
    {
        if (_owner == task) return; // named twice
        Use();
        if (_core.Home is { } home && task.Place != home) _core.Share();
        Leave();
        KeepBy(task);
        Volatile.Write(ref _owner, task);
    }

    /// <summary>The owner, who has just used it, sends it through a pipe.</summary>
    internal void Depart(PipeCore through)
    {
        if (through.Home is null) _core.Share();
        Leave();
        Volatile.Write(ref _owner, s_sent);
    }

    /// <summary>The calling task or thread has received it; or sent it in vain, and it is the sender's again.</summary>
    internal void Arrive()
    {
        if (Volatile.Read(ref _owner) != s_sent) return; // named twice
        var user = User(Place.Here);
        KeepBy(user);
        Volatile.Write(ref _owner, user ?? s_released);
    }

    /// <summary>It was in a message that nobody will receive.</summary>
    internal void CloseUnreceived() => CloseAs(s_sent, Place.Here);

    /// <summary>Nobody can reach the end any more, and it may not be closed. On the finalizer's thread.</summary>
    internal void Lose()
    {
        var owner = Volatile.Read(ref _owner);
        if (owner == s_closed) return;
        bool matters = !_core.IsOver;
        if (_core.Home is null) CloseAs(owner, null); // a local pipe is used by its own thread and no other
        if (!matters) return;
        bool hadOwner = owner is not null && owner != s_released && owner != s_sent;
        Pipe.LeakFound(new PipeLeak($"{this}<{GetType().GenericTypeArguments[0].Name}>", hadOwner ? $"{owner}" : null));
    }

    /// <inheritdoc/>
    public override string ToString() => GetType().Name.Split('`')[0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Waiter? User(Place? current) => current is not null ? current.Running : ThreadWaiter.Current;

    private void CloseAs(Waiter? owner, Place? current)
    {
        if (Interlocked.CompareExchange(ref _owner, s_closed, owner) != owner) return;
        EndWatch();
        Closed(current);
    }

    private void Adopt(Waiter? user, Place? current)
    {
        if (_core.Home is { } home && home != current)
        {
            throw new InvalidOperationException(
                $"{this} is an end of a pipe between tasks of {home} and cannot be used on another thread: Release it before handing it out.");
        }
        while (true)
        {
            var owner = Volatile.Read(ref _owner);
            if (owner is not null && owner != s_released) Refuse(owner, user);
            if (Interlocked.CompareExchange(ref _owner, user, owner) == owner) break;
        }
        if (_keeper != user) KeepBy(user);
    }

    [DoesNotReturn]
    private void Refuse(Waiter owner, Waiter? user)
    {
        ObjectDisposedException.ThrowIf(owner == s_closed, this);
        throw new InvalidOperationException(owner == s_sent
            ? $"{this} has been sent through a pipe, and {user} used it: it belongs to whoever receives it."
            : $"{this} belongs to {owner}, and {user} used it. An end has one owner, which hands it over: to a task that it spawns, "
            + "through a pipe, or by Release.");
    }

    // A task lists the end before it becomes the keeper: making room in the list it drops what it does not keep, such as an entry
    // from the time when it had the end before.
    private void KeepBy(Waiter? keeper)
    {
        if (keeper is not null && keeper.Own(this))
        {
            EndWatch();
            _keeper = keeper;
        }
        else if (_keeper is not LossWatch)
        {
            _keeper = new LossWatch(this);
        }
    }

    private void Leave()
    {
        if (_keeper is not Waiter task) return;
        task.Disown(this);
        _keeper = null;
    }

    private void EndWatch() => (_keeper as LossWatch)?.End();
}
