// What the two ends of a pipe share, apart from the values: who waits, and who is gone.
//
// A pipe made by a task of a group that has one scheduler is local: all its users run on that place's thread, and nothing
// here needs an interlocked operation. Any other pipe is shared, and guarded by a gate that is held for a few loads and
// stores. An end leaves the place only through PipeEnd.Release, which makes the pipe shared first, on the thread
// that has been using it; so the two ways never meet.
//
// Wakes are sent after the gate has been left: the woken one may be at the gate the next moment.
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>The part of a pipe that does not depend on the type of its values.</summary>
internal abstract class PipeCore
{
    private protected Waiter? Receiver; // waits, if there is a number; stays when it does not, since setting it costs more
    private protected uint ReceiverNumber;
    private protected int ReceiverWhich;
    private protected bool ReceiverGone;
    private protected bool SendersGone;
    private Place? _home;
    private PortSetCore? _set;
    private int _senders = 1;
    private Gate<HardwareAtomics> _gate;

    private protected PipeCore() => _home = Place.Here is { IsAlone: true } home ? home : null;

    /// <summary>The place that all its users are at; null for a shared pipe.</summary>
    internal Place? Home => _home;

    /// <summary>The place of the user of an end: known without looking where the pipe is local.</summary>
    internal Place? UserPlace => _home ?? Place.Here;

    /// <summary>The port set that the receiving end is in.</summary>
    internal PortSetCore? Set
    {
        get => _set;
        set => _set = value;
    }

    /// <summary>Whether there is something to receive, or the end of it.</summary>
    internal bool IsReady(Place? current)
    {
        bool gated = Enter(current);
        bool ready = HasSomething || NothingWillCome;
        Exit(gated);
        return ready;
    }

    /// <summary>Whether there is something to receive.</summary>
    internal bool HasValue(Place? current)
    {
        bool gated = Enter(current);
        bool any = HasSomething;
        Exit(gated);
        return any;
    }

    /// <summary>Whether nothing will come any more.</summary>
    internal bool IsFinished(Place? current)
    {
        bool gated = Enter(current);
        bool finished = NothingWillCome && !HasSomething;
        Exit(gated);
        return finished;
    }

    /// <summary>Whether one side is gone altogether. As seen by somebody who uses neither.</summary>
    internal bool IsOver => ReceiverGone || NothingWillCome;

    /// <summary>
    /// Lets other threads in. Called by a user, on the thread that all users have run on so far. What is in a pipe, and what it is in, is
    /// used by the others from now on, too.
    /// </summary>
    internal void Share()
    {
        if (_home is null) return;
        _home = null;
        ShareContents();
        _set?.Share();
    }

    /// <summary>One more sending end.</summary>
    internal void AddSender(Place? current)
    {
        bool gated = Enter(current);
        _senders++;
        Exit(gated);
    }

    /// <summary>One sending end less; the last one ends the pipe behind what it holds.</summary>
    internal void CloseSender(Place? current)
    {
        bool gated = Enter(current);
        bool last = --_senders == 0;
        SendersGone |= last;
        var wake = last ? TakeReceiver() : default;
        var set = last ? _set : null;
        Exit(gated);
        wake.Send(current);
        set?.BecameReady(this, current);
    }

    /// <summary>The receiving end is gone: what the pipe holds is dropped, and whoever sends learns of it.</summary>
    internal abstract void CloseReceiver(Place? current);

    /// <summary>Has a waiter woken as soon as there is something to receive. False: there is already.</summary>
    internal bool AddReceiver(Waiter waiter, uint number, int which, Place? current)
    {
        bool gated = Enter(current);
        bool waits = !HasSomething && !NothingWillCome;
        if (waits)
        {
            if (Receiver != waiter) Receiver = waiter;
            ReceiverNumber = number;
            ReceiverWhich = which;
        }
        Exit(gated);
        return waits;
    }

    /// <summary>The receiver does not wait here any more.</summary>
    internal virtual void RemoveReceiver(Place? current)
    {
        bool gated = Enter(current);
        ReceiverNumber = 0;
        Exit(gated);
    }

    /// <summary>Whether a wait is for something to receive from here. Any thread, for a look from outside: it only compares.</summary>
    internal bool IsReceivedBy(Waiter waiter, uint number) => ReceiverNumber == number && Receiver == waiter;

    /// <summary>As <see cref="IsReceivedBy"/>: whether a wait is for room.</summary>
    internal virtual bool HoldsSendOf(Waiter waiter, uint number) => false;

    private protected abstract void ShareContents();

    /// <summary>Whether there is a value. Inside the gate.</summary>
    private protected abstract bool HasSomething { get; }

    /// <summary>Whether everything has been sent. Inside the gate, or at a glance.</summary>
    private protected virtual bool NothingWillCome => SendersGone;

    /// <summary>The waiting receiver, which waits no longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected PendingWake TakeReceiver()
    {
        uint number = ReceiverNumber;
        if (number == 0) return default;
        ReceiverNumber = 0;
        return new PendingWake(Receiver!, number, ReceiverWhich);
    }

    /// <summary>Enters the gate of a shared pipe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected bool Enter(Place? current)
    {
        if (_home is { } home)
        {
            Debug.Assert(home == current, "A local pipe is used on another thread.");
            return false;
        }
        _gate.Enter();
        return true;
    }

    /// <summary>Leaves the gate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void Exit(bool gated)
    {
        if (gated) _gate.Exit();
    }
}
