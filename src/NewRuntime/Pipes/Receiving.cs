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
        var current = Scheduler.Current; // the task may have migrated
        if (core.TryReceive(out var value, current)) return new Received<T>(value);
        if (core.IsFinished(current)) return new Received<T>(WaitStatus.Closed);
        core.RemoveReceiver(current);
        var user = current is not null ? current.CurrentTask! : ThreadTask.Current;
        return new Received<T>(user.Status);
    }

    /// <summary>Receives on a thread that runs no scheduler.</summary>
    internal static Received<T> Block<T>(PipeCore<T> core, TimeSpan limit)
    {
        var thread = ThreadTask.Here();
        if (!core.IsReady(null))
        {
            Wait(core, thread, null);
            thread.Block(limit);
        }
        return Finish(core);
    }
}
