namespace Rustrt.Federation.Pipes;

/// <summary>The wait for a value.</summary>
internal static class Receiving
{
    internal static void Wait(PipeCore core, Frame root, Scheduler? current)
    {
        uint number = root.BeginWait();
        if (core.AddReceiver(root, number, 0, current)) root.EndWaitIfCancelled(number, current);
        else root.Wake(number, WaitStatus.Completed, 0, current);
    }

    /// <summary>What is there; if it is nothing, why the wait has ended nevertheless.</summary>
    internal static Received<T> Finish<T>(PipeCore<T> core)
    {
        var current = core.UserScheduler; // a task may have migrated
        if (core.TryReceive(out var value, current)) return new Received<T>(value);
        return Nothing<T>(core, current);
    }

    /// <summary>Why a wait has ended without a value.</summary>
    internal static Received<T> Nothing<T>(PipeCore core, Scheduler? current)
    {
        if (core.IsFinished(current)) return new Received<T>(WaitStatus.Closed);
        core.RemoveReceiver(current);
        var user = current is not null ? current.CurrentTask! : ThreadTask.Current;
        return new Received<T>(user.Status);
    }

    /// <summary>Blocks a thread that runs no scheduler until there is something or the time is over.</summary>
    internal static void Block(PipeCore core, TimeSpan limit)
    {
        var thread = ThreadTask.Here();
        if (core.IsReady(null)) return;
        Wait(core, thread, null);
        thread.Block(limit);
    }
}
