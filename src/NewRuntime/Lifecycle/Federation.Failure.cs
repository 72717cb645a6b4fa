namespace Rustrt.Federation;

public sealed partial class Federation
{
    /// <summary>The tasks.</summary>
    internal LiveTasks Tasks { get; }

    /// <summary>The main task has ended by an exception: everything ends, with status 101 and a report.</summary>
    internal void MainTaskFailed(Frame main, TaskExtras extras, Scheduler current)
    {
        extras.IsMain = false;
        var failure = new TaskFailure(main);
        if (FederationEvents.Log.IsEnabled()) FederationEvents.Log.MainTaskFailed(failure.Task, failure.Exception.GetType().FullName!, failure.Exception.Message);
        Kernel.Kill();
        var (count, first) = Tasks.CancelAll(main, current, FailureReport.MostNames);
        Options.MainTaskFailed(new FailureReport(failure, [.. first.Select(task => task.Name)], count));
    }
}
