namespace Rustrt.Federation.Pipes;

/// <summary>Sending, for every kind of sending end.</summary>
internal static class Sending
{
    internal static bool TrySend<T>(PipeCore<T> core, T value, Place? current)
    {
        value = Moving.Out(value, core);
        bool sent = core.TrySend(value, current) == WaitStatus.Completed;
        if (!sent) Moving.Back(value, core);
        return sent;
    }

    /// <summary>A wait that has just begun ends when the value has been taken over, and at once if there is room by now.</summary>
    internal static void Register<T>(PipeCore<T> core, SendWait<T> wait, Waiter waiter, uint number, Place? current)
    {
        if (core.AddSender(wait, waiter, number, current)) waiter.EndWaitIfCancelled(number, current);
        else waiter.Wake(number, WaitStatus.Completed, 0, current);
    }

    /// <summary>Sends from a thread that runs no scheduler, which blocks until there is room.</summary>
    internal static WaitStatus Block<T>(PipeCore<T> core, T value, TimeSpan limit)
    {
        TimeLimit.Check(limit, nameof(limit));
        var thread = ThreadWaiter.Here("Sender.SendBlocking");
        value = Moving.Out(value, core);
        if (core.TrySend(value, null) is { } status)
        {
            if (status != WaitStatus.Completed) Moving.Back(value, core);
            return status;
        }
        var wait = core.Prepare(value, null);
        Register(core, wait, thread, thread.Arm(), null);
        return core.Finish(wait, thread.Block(limit), null);
    }
}
