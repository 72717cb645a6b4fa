namespace Rustrt.Federation;

/// <summary>The calls that run as tasks when all others have ended: the last registered first, one after the other.</summary>
internal sealed class ExitTasks(Federation federation)
{
    private readonly Lock _lock = new();
    private readonly Stack<Func<GreenTask>> _calls = new();
    private bool _closed;

    internal void Register(Func<GreenTask> call)
    {
        lock (_lock)
        {
            if (_closed) throw new InvalidOperationException("It is too late for another exit task: all tasks have ended and the exit tasks have begun.");
            _calls.Push(call);
        }
    }

    /// <summary>All tasks have ended, and no group may exit yet.</summary>
    internal void Begin()
    {
        lock (_lock) _closed = true;
        // Not by SchedulerGroup.Spawn: the last decrement may be that of a thread, and none can spawn into a federation that is closing.
        if (_calls.Count > 0) Spawning.StartDetached(RunAll().TakeCold(), federation.MainGroup, Scheduler.Current);
    }

    private async GreenTask RunAll()
    {
        using var _ = GreenTask.Unkillable(); // they are waited for also when everything has been cancelled
        while (_calls.TryPop(out var call))
        {
            var task = GreenTask.Spawn(Run(call), new SpawnOptions { Name = $"at exit: {call.Method.Name}" });
            await task.Wait(Timeout.InfiniteTimeSpan);
            task.Detach(); // if it has failed nobody joined it, which is reported
        }
    }

    private async GreenTask Run(Func<GreenTask> call)
    {
        bool ended = false;
        try
        {
            await call();
            ended = true;
        }
        finally
        {
            if (!ended) federation.Kernel.ExitStatus = KernelState.FailureStatus;
        }
    }
}
