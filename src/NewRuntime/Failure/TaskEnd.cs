// The end of a task that has extras, in this order:
//
//   1. the ends of pipes that it owns are closed;
//   2. if it failed, whom it is linked to is cancelled, and whom they supervise, in the order in which they were spawned;
//   3. if it is the main task and failed, everything else is cancelled;
//   4. its result is published and its joiner woken (Frame.Finished).
//
// So a joiner finds everything that the end brings about done, and nobody who is told looks at the ending task itself.
namespace Rustrt.Federation;

/// <summary>What the end of a task brings about, before its joiner learns of it.</summary>
internal static class TaskEnd
{
    internal static void Tell(Frame task, TaskExtras extras, Scheduler scheduler)
    {
        extras.CloseEnds(task, scheduler);
        if (extras.IsWeak) task.Group.Federation.Live.Adjust(+1); // it is about to be counted out as any other
        if (!task.HasFailed)
        {
            extras.Links?.Leave(extras);
            return;
        }
        extras.EndedCancelled = extras.Failure is OperationCanceledException && task.IsAskedToEnd;
        bool cancels = extras.Links is { } links && links.Fail(extras, scheduler);
        var federation = task.Group.Federation;
        if (!extras.IsMain && !extras.EndedCancelled && FederationEvents.Log.IsEnabled())
            FederationEvents.Log.TaskFailed(task.Name, extras.Failure!.GetType().FullName!, extras.Failure.Message);
        if (extras.IsMain) federation.MainTaskFailed(task, extras, scheduler);
        else if (!cancels && !extras.EndedCancelled) extras.Unobserved = new UnobservedFailure(federation, new TaskFailure(task));
    }
}
