namespace Rustrt.Federation.Pipes;

/// <summary>A send that found no room. Guarded by the gate of its pipe.</summary>
internal sealed class SendWait<T>
{
    private Waiter? _waiter;
    private uint _number;

    internal T Value = default!;
    internal SendWait<T>? Next;

    /// <summary>The value is the receiver's.</summary>
    internal bool IsSent;

    /// <summary>The sender has given up.</summary>
    internal bool IsAbandoned;

    /// <summary>The sender has gone; the value is the receiver's all the same.</summary>
    internal bool IsLeft;

    internal void Begin(Waiter waiter, uint number)
    {
        _waiter = waiter;
        _number = number;
        Next = null;
    }

    /// <summary>Whether it is that wait.</summary>
    internal bool IsOf(Waiter waiter, uint number) => _number == number && _waiter == waiter;

    /// <summary>The value has been taken over.</summary>
    internal PendingWake Sent()
    {
        IsSent = true;
        return new PendingWake(_waiter!, _number, 0);
    }

    /// <summary>The value will never be taken over.</summary>
    internal void Wake(Place? current) => new PendingWake(_waiter!, _number, 0).Send(current);

    internal void Clear()
    {
        _waiter = null;
        Value = default!;
        IsSent = IsAbandoned = IsLeft = false;
    }
}
