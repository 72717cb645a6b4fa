namespace Rustrt.Federation;

public sealed partial class Federation
{
    private readonly WaitTimes _waitTimes;
    private readonly ITimer? _waitSampler;

    /// <summary>
    /// The managed tasks that have not ended, each as it was at some moment during the call, with what it waited for. Any thread;
    /// costs nothing until it is called.
    /// </summary>
    [Service("task dump", ServiceNeeds.Federation)]
    public IReadOnlyList<TaskInfo> Dump()
    {
        List<Frame> tasks = [.. Tasks.Alive()];
        _waitTimes.Note(tasks);
        var survey = new WaitSurvey(tasks);
        return [.. tasks.Select(task => Describe(task, survey))];
    }

    private TaskInfo Describe(Frame task, WaitSurvey survey)
    {
        uint number = task.ParkedWait;
        var wait = survey.Of(task) is { } found ? found with { AtLeast = _waitTimes.AtLeast(task, number) } : null;
        return TaskInfo.Of(task) with { Id = TaskIds.Of(task, task.Generation), IsWaiting = wait is not null, Wait = wait };
    }
}
