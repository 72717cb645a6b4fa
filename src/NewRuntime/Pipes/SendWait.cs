namespace Rustrt.Federation.Pipes;

/// <summary>A send that found no room. Guarded by the gate of its pipe.</summary>
internal sealed class SendWait<T>
{
    private Frame? _task;
    private uint _number;

    internal T Value = default!;
    internal SendWait<T>? Next;

    /// <summary>The value is the receiver's.</summary>
    internal bool IsSent;

    /// <summary>The sender has given up.</summary>
    internal bool IsAbandoned;

    internal void Begin(Frame task, uint number)
    {
        _task = task;
        _number = number;
        Next = null;
    }

    /// <summary>The value has been taken over.</summary>
    internal PendingWake Sent()
    {
        IsSent = true;
        return new PendingWake(_task!, _number, 0);
    }

    /// <summary>The value will never be taken over.</summary>
    internal void Wake(Scheduler? current) => new PendingWake(_task!, _number, 0).Send(current);

    internal void Clear()
    {
        _task = null;
        Value = default!;
        IsSent = IsAbandoned = false;
    }
}
