// Since when a task waits is not written down when it begins to. What is known without that:
//
//   the group is idle    since the last turn of any task in it, so all its tasks have waited for at least as long: this dates
//                        the waits of a program that hangs
//   it was seen before   in the same wait, by an earlier dump or a sample. By default whoever looks for stalls takes samples,
//                        seldom, and only while that is cheap
using System.Runtime.InteropServices;

namespace Rustrt.Federation;

public sealed partial class Federation
{
    private const int MostSampledByDefault = 10_000;

    private readonly WaitTimes _waitTimes;
    private readonly ITimer? _waitSampler;
    private readonly PosixSignalRegistration? _dumpSignal;

    /// <summary>
    /// The managed tasks that have not ended, each as it was at some moment during the call, with what it waited for. Any thread;
    /// costs nothing until it is called. From outside of a program: the event source, or <see cref="FederationOptions.DumpSignal"/>.
    /// </summary>
    [Service("task dump", ServiceNeeds.Federation)]
    public IReadOnlyList<TaskInfo> Dump()
    {
        List<Frame> tasks = [.. Tasks.Alive()];
        _waitTimes.Note(tasks);
        var survey = new WaitSurvey(tasks);
        return [.. tasks.Select(task => Describe(task, survey))];
    }

    /// <summary>Looks which task is in which wait, if nobody else does and it is cheap.</summary>
    internal void SampleWaits()
    {
        if (Options.WaitSampling is null && Tasks.Listed <= MostSampledByDefault) _waitTimes.Note(Tasks.Alive());
    }

    private TaskInfo Describe(Frame task, WaitSurvey survey)
    {
        uint number = task.ParkedWait;
        var wait = survey.Of(task) is { } found ? found with { AtLeast = AtLeast(task, number) } : null;
        return TaskInfo.Of(task) with { Id = TaskIds.Of(task, task.Generation), IsWaiting = wait is not null, Wait = wait };
    }

    private TimeSpan AtLeast(Frame task, uint number)
    {
        var seen = _waitTimes.AtLeast(task, number);
        return task.Group.Idle is { } idle && idle > seen ? idle : seen;
    }

    private void WriteDump(PosixSignalContext signal)
    {
        signal.Cancel = true;
        var dump = Dump();
        (Options.DumpOutput ?? Console.Error).WriteLine(string.Join('\n', dump.Select(static task => $"rustrt: {task}").Prepend($"rustrt: federation {Tasks.Id}, {dump.Count} tasks")));
    }
}
