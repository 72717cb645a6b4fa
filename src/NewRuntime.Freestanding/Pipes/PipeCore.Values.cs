// The values of a pipe: a ring that grows up to the pipe's capacity, and behind it the senders that found it full, each with
// the value it could not leave there. A pipe of capacity 0 has only the latter: a rendezvous.
//
// A waiting sender's value is moved into the ring by the receiver, which makes the send complete whatever else happens to the
// sender. Not one for every value taken: woken for one place each, a thousand senders would park and wake once a
// message. Instead one sender is let in when the ring is half empty, and no other before that one has run: it finds
// room for half a ring of messages, and a message costs a small part of a wake. An empty ring lets one in at once.
//
// A receiver that waits at a rendezvous is woken when a sender has come. From then until it looks, that sender cannot give up: if
// its time is over it leaves its value behind as sent. Else the receiver would find nothing, after a wait that has ended well.
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Pipes;

/// <summary>A pipe for values of one type.</summary>
internal sealed class PipeCore<T> : PipeCore
{
    private const int FirstSize = 4;
    private const int MostLookedAt = 10_000; // of those that wait to send

    /// <summary>Whether its values may bring ends of pipes.</summary>
    internal readonly bool MayBringEnds = Moving.MayBringEnds<T>();

    private readonly int _capacity;
    private T[] _ring;
    private int _head;
    private int _count;
    private SendWait<T>? _firstWait;
    private SendWait<T>? _lastWait;
    private SendWait<T>? _freeWaits;
    private bool _senderOnItsWay;
    private SendWait<T>? _promised; // what the receiver has been woken for

    internal PipeCore(int capacity)
    {
        _capacity = capacity;
        _ring = new T[Math.Min(capacity, FirstSize)];
    }

    /// <summary>Whether there is always room.</summary>
    internal bool IsUnlimited => _capacity == int.MaxValue;

    private protected override bool HasSomething => _count > 0 || FirstWait() is not null;

    /// <summary>Leaves a value. Null: there is no room.</summary>
    internal WaitStatus? TrySend(T value, Place? current)
    {
        bool gated = Enter(current);
        if (ReceiverGone || _count >= _capacity)
        {
            var status = ReceiverGone ? WaitStatus.Closed : default(WaitStatus?);
            Exit(gated);
            return status;
        }
        Append(value);
        var wake = TakeReceiver();
        var set = _count == 1 ? Set : null;
        Exit(gated);
        wake.Send(current);
        set?.BecameReady(this, current);
        return WaitStatus.Completed;
    }

    /// <summary>Takes the oldest value.</summary>
    internal bool TryReceive([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value, Place? current)
    {
        bool gated = Enter(current);
        PendingWake wake = default;
        bool any = _count > 0;
        if (any)
        {
            value = _ring[_head];
            _ring[_head] = default!;
            if (++_head == _ring.Length) _head = 0;
            _count--;
            if (_firstWait is not null && _count <= _capacity / 2 && !_senderOnItsWay) wake = LetIn();
        }
        else if (NextWait() is { } sender)
        {
            any = true;
            value = sender.Value;
            wake = sender.Sent();
            _senderOnItsWay = true;
            _promised = null;
            if (sender.IsLeft) Recycle(sender);
        }
        else
        {
            value = default;
        }
        Exit(gated);
        wake.Send(current);
        if (any) Moving.In(value!, this);
        return any;
    }

    /// <summary>The oldest value stays where it is.</summary>
    internal bool TryPeek([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value, Place? current)
    {
        bool gated = Enter(current);
        var wait = _count == 0 ? FirstWait() : null;
        bool any = _count > 0 || wait is not null;
        value = _count > 0 ? _ring[_head] : wait is not null ? wait.Value : default;
        Exit(gated);
        return any;
    }

    /// <summary>A record for a send that found no room; free ones are kept.</summary>
    internal SendWait<T> Prepare(T value, Place? current)
    {
        bool gated = Enter(current);
        var wait = _freeWaits;
        if (wait is not null) _freeWaits = wait.Next;
        Exit(gated);
        wait ??= new SendWait<T>();
        wait.Value = value;
        return wait;
    }

    /// <summary>Puts a sender behind those that wait already. False: the receiver is gone, or there is room by now.</summary>
    internal bool AddSender(SendWait<T> wait, Waiter waiter, uint number, Place? current)
    {
        bool gated = Enter(current);
        PendingWake wake = default;
        bool waits = false;
        if (ReceiverGone)
        {
            wait.IsSent = false;
        }
        else if (_count < _capacity)
        {
            Append(wait.Value);
            wait.IsSent = true;
            wake = TakeReceiver();
        }
        else
        {
            waits = true;
            wait.Begin(waiter, number);
            if (_lastWait is null) _firstWait = wait;
            else _lastWait.Next = wait;
            _lastWait = wait;
            if (_count == 0) wake = TakeReceiver();
            if (wake.IsForSomebody) _promised = wait;
        }
        var set = HasSomething ? Set : null;
        Exit(gated);
        wake.Send(current);
        set?.BecameReady(this, current);
        return waits;
    }

    /// <summary>How a send that had to wait has ended; the record must not be used again.</summary>
    /// <param name="wait">The record.</param>
    /// <param name="otherwise">How the wait ended, if not by the pipe.</param>
    /// <param name="current">The place of the calling thread.</param>
    internal WaitStatus Finish(SendWait<T> wait, WaitStatus otherwise, Place? current)
    {
        bool gated = Enter(current);
        WaitStatus status;
        var given = wait.Value; // of a record that is passed over nothing is left
        if (wait.IsSent)
        {
            status = WaitStatus.Completed;
            _senderOnItsWay = false;
            Recycle(wait);
        }
        else if (wait == _promised)
        {
            status = WaitStatus.Completed;
            wait.IsLeft = true;
        }
        else
        {
            status = ReceiverGone ? WaitStatus.Closed : otherwise;
            wait.IsAbandoned = true; // it stays in the list until it is passed over
        }
        Exit(gated);
        if (status != WaitStatus.Completed) Moving.Back(given, this);
        return status;
    }

    internal override void RemoveReceiver(Place? current)
    {
        bool gated = Enter(current);
        ReceiverNumber = 0;
        _promised = null;
        Exit(gated);
    }

    /// <summary>The receiver of the set that the pipe is in is on its way, to take from this pipe.</summary>
    internal void Promise(Place? current)
    {
        bool gated = Enter(current);
        if (_count == 0) _promised = FirstWait();
        Exit(gated);
    }

    internal override void CloseReceiver(Place? current)
    {
        bool gated = Enter(current);
        _promised = null;
        ReceiverGone = true;
        ReceiverNumber = 0;
        Receiver = null;
        var ring = _ring;
        int head = _head, count = _count;
        _ring = [];
        _head = _count = 0;
        var waits = _firstWait;
        _firstWait = _lastWait = null;
        Exit(gated);

        // A sender may be ended by something else meanwhile and look at its record, so the list is only read here.
        for (; waits is not null; waits = waits.Next)
        {
            if (waits.IsLeft) Moving.Lost(waits.Value, this);
            else waits.Wake(current);
        }
        for (int i = 0; i < count; i++) Moving.Lost(ring[(head + i) % ring.Length], this);
    }

    // The list changes while it is read: records that are used again lead elsewhere, but not for ever.
    internal override bool HoldsSendOf(Waiter waiter, uint number)
    {
        var wait = Volatile.Read(ref _firstWait);
        for (int i = 0; wait is not null && i < MostLookedAt; i++, wait = wait.Next)
        {
            if (wait.IsOf(waiter, number)) return true;
        }
        return false;
    }

    private protected override void ShareContents()
    {
        for (int i = 0; i < _count; i++) Moving.Share(_ring[(_head + i) % _ring.Length], this);
        for (var wait = _firstWait; wait is not null; wait = wait.Next) Moving.Share(wait.Value, this);
    }

    private void Append(T value)
    {
        if (_count == _ring.Length) Grow();
        int tail = _head + _count++;
        if (tail >= _ring.Length) tail -= _ring.Length;
        _ring[tail] = value;
    }

    private PendingWake LetIn()
    {
        if (NextWait() is not { } sender) return default;
        Append(sender.Value);
        _senderOnItsWay = true;
        return sender.Sent();
    }

    // The first sender that has not given up.
    private SendWait<T>? FirstWait()
    {
        while (_firstWait is { IsAbandoned: true } abandoned)
        {
            Unlink(abandoned);
            Recycle(abandoned);
        }
        return _firstWait;
    }

    private SendWait<T>? NextWait()
    {
        var wait = FirstWait();
        if (wait is not null) Unlink(wait);
        return wait;
    }

    private void Unlink(SendWait<T> first)
    {
        if ((_firstWait = first.Next) is null) _lastWait = null;
    }

    private void Recycle(SendWait<T> wait)
    {
        wait.Clear();
        wait.Next = _freeWaits;
        _freeWaits = wait;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        var larger = new T[Math.Min(_capacity, Math.Max(FirstSize, (int)Math.Min(2L * _ring.Length, Array.MaxLength)))];
        for (int i = 0; i < _count; i++) larger[i] = _ring[(_head + i) % _ring.Length];
        _ring = larger;
        _head = 0;
    }
}
