namespace Rustrt.Federation.Pipes;

/// <summary>Sending, for every kind of sending end.</summary>
internal static class Sending
{
    internal static SendAwaitable<T> Send<T>(PipeCore<T> core, T value, Scheduler? current)
    {
        if (value is PipeEnd end) end.HandOver(core);
        return core.TrySend(value, current) is { } status
            ? new SendAwaitable<T>(core, status)
            : new SendAwaitable<T>(core, core.Prepare(value, current));
    }

    internal static bool TrySend<T>(PipeCore<T> core, T value, Scheduler? current)
    {
        if (value is not PipeEnd end) return core.TrySend(value, current) == WaitStatus.Completed;
        end.HandOver(core);
        if (core.TrySend(value, current) == WaitStatus.Completed) return true;
        end.TakeBack();
        return false;
    }

    internal static void Wait<T>(PipeCore<T> core, SendWait<T> wait, Frame root, Scheduler? current)
    {
        uint number = root.BeginWait();
        if (core.AddSender(wait, root, number, current)) root.EndWaitIfCancelled(number, current);
        else root.Wake(number, WaitStatus.Completed, 0, current);
    }

    /// <summary>Sends from a thread that runs no scheduler, which blocks until there is room.</summary>
    internal static WaitStatus SendBlocking<T>(PipeCore<T> core, T value, TimeSpan limit)
    {
        var thread = ThreadTask.Here();
        if (value is PipeEnd end) end.HandOver(core);
        if (core.TrySend(value, null) is { } status) return status;
        var wait = core.Prepare(value, null);
        uint number = thread.BeginWait();
        if (!core.AddSender(wait, thread, number, null)) thread.Wake(number, WaitStatus.Completed, 0, null);
        return core.Finish(wait, thread.Block(limit), null);
    }
}
