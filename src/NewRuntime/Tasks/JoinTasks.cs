namespace Rustrt.Federation;

/// <summary>The end of a green task as a <see cref="Task"/>, for code that is no green task.</summary>
internal static class JoinTasks
{
    internal static Task<TResult> Of<TResult>(Frame<TResult> task)
    {
        var completion = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var forward = Forward(new JoinHandle<TResult>(task), completion).TakeCold();
        var handle = new JoinHandle(forward);
        if (Spawning.TryStart(forward, task.Group, Scheduler.Current)) handle.Detach();
        else Complete(task, completion); // with its group the task has ended, too
        return completion.Task;
    }

    private static async GreenTask Forward<TResult>(JoinHandle<TResult> task, TaskCompletionSource<TResult> completion)
    {
        try
        {
            completion.SetResult(await task);
        }
        catch (Exception e)
        {
            Fail(completion, e);
        }
    }

    private static void Complete<TResult>(Frame<TResult> task, TaskCompletionSource<TResult> completion)
    {
        try
        {
            completion.SetResult(task.TakeResult());
        }
        catch (Exception e)
        {
            Fail(completion, e);
        }
    }

    private static void Fail<TResult>(TaskCompletionSource<TResult> completion, Exception e)
    {
        if (e is OperationCanceledException cancelled) completion.SetCanceled(cancelled.CancellationToken);
        else completion.SetException(e);
    }
}
