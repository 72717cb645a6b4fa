// The end of a task that has extras, in this order:
//
//   1. its local heap is released, which may fail and then the task has; its memory of the exchange heap is freed, and the ends of
//      pipes that it owns are closed;
//   2. if it failed, whom it is linked to is cancelled, and whom they supervise, in the order in which they were spawned;
//   3. if it is the main task and failed, everything else is cancelled;
//   4. whoever watches it is told (ExitNotice);
//   5. its result is published and its joiner woken (Frame.Finished).
//
// So a joiner finds everything that the end brings about done, and nobody who is told looks at the ending task itself.
namespace Rustrt.Federation;

/// <summary>What the end of a task brings about, before its joiner learns of it.</summary>
internal static class TaskEnd
{
    internal static void Tell(Frame task, TaskExtras extras, Scheduler scheduler)
    {
        if (extras.LocalHeap?.End() is { } failure && !task.TryFailLate(failure))
            task.Group.Federation.Options.UnobservedFailure(new TaskFailure(task, failure));
        extras.Cancellation?.End();
        extras.FreeMemory();
        extras.CloseEnds(task, scheduler);
        if (extras.IsWeak) task.Group.Federation.Live.Adjust(+1); // it is about to be counted out as any other
        if (!task.HasFailed)
        {
            extras.Links?.Leave(extras);
            TellWatcher(task, extras, default, scheduler);
            return;
        }
        extras.EndedCancelled = extras.Failure is OperationCanceledException && task.IsAskedToEnd;
        extras.Links?.Fail(extras, scheduler);
        var federation = task.Group.Federation;
        if (!extras.IsMain && !extras.EndedCancelled && FederationEvents.Log.IsEnabled())
            FederationEvents.Log.TaskFailed(task.Name, extras.Failure!.GetType().FullName!, extras.Failure.Message);
        bool wasMain = extras.IsMain;
        if (wasMain) federation.MainTaskFailed(task, extras, scheduler);
        var outcome = new Outcome(extras.EndedCancelled ? OutcomeKind.Cancelled : OutcomeKind.Failed, extras.Failure);
        bool told = TellWatcher(task, extras, outcome, scheduler) || extras.EndedCancelled;
        if (!told && !wasMain) extras.Unobserved = new UnobservedFailure(federation, new TaskFailure(task));
    }

    private static bool TellWatcher(Frame task, TaskExtras extras, Outcome outcome, Scheduler scheduler) =>
        extras.ExitNotice is { } notice && notice.Tell(new TaskExit(TaskIds.Of(task, task.Generation), task.Name, outcome), scheduler);
}
