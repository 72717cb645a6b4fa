namespace Rustrt.Federation.Pipes;

/// <summary>The wait for a value.</summary>
internal static class Receiving
{
    /// <summary>A wait that has just begun ends when there is something, and at once if there is already.</summary>
    internal static void Register(PipeCore core, Waiter waiter, uint number, Place? current)
    {
        if (core.AddReceiver(waiter, number, 0, current)) waiter.EndWaitIfCancelled(number, current);
        else waiter.Wake(number, WaitStatus.Completed, 0, current);
    }

    /// <summary>What is there; if it is nothing, why the wait has ended nevertheless.</summary>
    internal static Received<T> Finish<T>(PipeCore<T> core)
    {
        var current = core.UserPlace; // a task may have migrated
        return core.TryReceive(out var value, current) ? new Received<T>(value) : Nothing<T>(core, current);
    }

    /// <inheritdoc cref="Finish{T}(PipeCore{T})"/>
    internal static Received<T> Finish<T>(PortSetCore<T> core)
    {
        var current = core.UserPlace;
        return core.TryReceive(out var value, current) ? new Received<T>(value) : Nothing<T>(core, current);
    }

    /// <summary>Blocks a thread that runs no scheduler until there is something or the time is over.</summary>
    internal static void Block(PipeCore core, TimeSpan limit)
    {
        TimeLimit.Check(limit, nameof(limit));
        var thread = ThreadWaiter.Here("Receiver.ReceiveBlocking");
        if (core.IsReady(null)) return;
        Register(core, thread, thread.Arm(), null);
        thread.Block(limit);
    }

    // Why a wait has ended without a value. Senders that failed together with the receiver are gone, too: who has been cancelled
    // must not take that for the end of the values.
    private static Received<T> Nothing<T>(PipeCore core, Place? current)
    {
        var user = current is not null ? current.Running : ThreadWaiter.Current;
        bool cancelled = user is { IsCancelled: true };
        if (!cancelled && core.IsFinished(current)) return new Received<T>(WaitStatus.Closed);
        core.RemoveReceiver(current);
        return new Received<T>(cancelled ? WaitStatus.Cancelled : user!.Status);
    }
}
