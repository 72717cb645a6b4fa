namespace Rustrt.Federation;

/// <summary>Waiting for the end of a task.</summary>
internal static class Joins
{
    /// <summary>The task, if the handle is still good.</summary>
    internal static Frame<TResult> Check<TResult>(Frame<TResult>? task, int generation)
    {
        if (task is null || Volatile.Read(ref task.Generation) != generation) ThrowUsed();
        return task;
    }

    /// <summary>Parks the task of a frame until another one has ended, or a time is over.</summary>
    internal static void Wait(Frame frame, Frame task, TimeSpan limit)
    {
        var root = frame.Root;
        var current = Scheduler.Current!;
        uint number = root.BeginWait();
        task.AddJoiner(root, number, current);
        root.LimitWait(number, limit, current);
        root.EndWaitIfCancelled(number, current);
    }

    /// <summary>What the wait was for, or why it ended without it.</summary>
    internal static TResult TakeResult<TResult>(Frame<TResult> task)
    {
        if (task.IsComplete) return task.TakeResult();
        task.RemoveJoiner(Scheduler.Current);
        throw new TaskCancelledException();
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void ThrowUsed() => throw new InvalidOperationException(
        "This JoinHandle has been used up: the task was joined or detached before. A task can be joined once.");
}
