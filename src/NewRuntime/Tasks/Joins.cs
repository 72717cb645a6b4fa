namespace Rustrt.Federation;

/// <summary>Waiting for the end of a task.</summary>
internal static class Joins
{
    /// <summary>The task, if the handle is still good.</summary>
    internal static Frame<TResult> Check<TResult>(Frame<TResult>? task, int generation)
    {
        if (!IsGood(task, generation)) ThrowUsed();
        return task;
    }

    // What does not take the result may come at any time: whether the task has ended by then, and its frame lives again, is nothing that
    // whoever holds the handle could know.

    /// <summary>Whether the task has ended, whoever may have taken its result.</summary>
    internal static bool IsOver(Frame? task, int generation) => task is { IsComplete: true } || !IsGood(task, generation);

    /// <summary>Asks the task to end, if it has not.</summary>
    internal static void Cancel(Frame? task, int generation)
    {
        if (IsGood(task, generation)) task.Cancel(generation, Scheduler.Current);
    }

    /// <summary>Nobody will join the task, unless somebody has.</summary>
    internal static void Detach(Frame? task, int generation)
    {
        if (IsGood(task, generation)) task.Detach(generation, Scheduler.Current);
    }

    /// <summary>What a debugger shows of a handle.</summary>
    internal static string Describe(Frame? task, int generation) =>
        task is null ? "no task"
        : Volatile.Read(ref task.Generation) != generation ? "task, joined or detached already"
        : $"{task}, {(task.IsComplete ? "ended" : "not ended")}";

    /// <summary>Parks the task of a frame until another one has ended, or a time is over.</summary>
    internal static void Wait(Frame frame, Frame task, int generation, TimeSpan limit)
    {
        var root = frame.Root;
        if (root == task) return; // it goes on at once, and is told
        var current = Scheduler.Current!;
        uint number = root.BeginWait();
        task.AddJoiner(root, number, generation, current);
        root.LimitWait(number, limit, current);
        root.EndWaitIfCancelled(number, current);
    }

    /// <summary>What the wait was for, or why it ended without it.</summary>
    internal static TResult TakeResult<TResult>(Frame<TResult> task, int generation)
    {
        if (!HasEndedForGood(task, generation)) ThrowCancelled();
        return task.TakeResult();
    }

    /// <summary>After the wait: whether it ended because the task has. False: the joiner has been cancelled, or its time is over.</summary>
    internal static bool HasEnded(Frame task, int generation) => task.IsComplete || HasEndedAfterAll(task, generation);

    /// <summary>As <see cref="HasEnded"/>; the caller alone may then take what the task ended with.</summary>
    internal static bool HasEndedForGood(Frame task, int generation)
    {
        if (!HasEnded(task, generation)) return false;
        if (!task.TryClaim(generation)) ThrowUsed();
        return true;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static bool HasEndedAfterAll(Frame task, int generation)
    {
        var scheduler = Spawning.Here("Joining a task");
        var joiner = scheduler.CurrentTask!;
        if (joiner == task) throw new InvalidOperationException($"{task} joins itself: it would wait for its own end for ever.");
        if (Volatile.Read(ref task.Generation) != generation) ThrowUsed();
        switch (joiner.Status)
        {
            case WaitStatus.Completed:
                ThrowUsed(); // it has ended, but another joiner has taken the result meanwhile
                return false;
            case WaitStatus.Closed:
                throw new InvalidOperationException(
                    $"{task} is being joined by another task, or has been detached. A task can be joined once.");
            default:
                task.RemoveJoiner(joiner, generation, scheduler);
                return false;
        }
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void ThrowCancelled() => throw new TaskCancelledException();

    private static bool IsGood([System.Diagnostics.CodeAnalysis.NotNull] Frame? task, int generation)
    {
        if (task is null) ThrowDefault();
        return Volatile.Read(ref task.Generation) == generation;
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void ThrowDefault() => throw new InvalidOperationException(
        "This is default(JoinHandle), not the handle of a task: GreenTask.Spawn and SchedulerGroup.Spawn return one.");

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void ThrowUsed() => throw new InvalidOperationException(
        "This JoinHandle has been used up: the task was joined or detached before. A task can be joined once.");
}
