using Rustrt.Federation.Pipes;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>
/// Waiting tasks that are cancelled, some calls deep, and waited for. They see it as the status of their wait, or it goes up as an
/// exception through every call. Every <c>finally</c> on the way is counted.
/// </summary>
internal sealed class CancelWorkload(int count, int depth, bool byException, bool onPipe) : Workload
{
    private const string Status = "status", Exception = "exception";

    public static WorkloadKind Kind { get; } = new("cancel", "one waiting task cancelled and waited for",
        [new("n", "100000", "tasks"), new("depth", "1", "calls deep that each waits"),
         new("mode", Status, "how the task sees it", Choices: [Status, Exception]), EndlessWait.Parameter],
        values => new CancelWorkload(values.Number("n"), values.Number("depth"), values.Word("mode") == Exception, EndlessWait.IsOnPipe(values)));

    private readonly JoinHandle<WaitStatus>[] _tasks = new JoinHandle<WaitStatus>[count];
    private int _waiting;
    private long _unwound;

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        _waiting = 0;
        _unwound = 0;
        for (int i = 0; i < count; i++) _tasks[i] = GreenTask.Spawn(byException ? Catches() : Call(depth));
        while (Volatile.Read(ref _waiting) < count) await GreenTask.Yield();
        measurement.Start();
        foreach (var task in _tasks) task.Cancel();
        long cancelled = 0;
        foreach (var task in _tasks) cancelled += await task == WaitStatus.Cancelled ? 1 : 0;
        measurement.Stop();
        measurement.Note("depth", $"{depth}");
        measurement.Note("mode", $"{(byException ? Exception : Status)}");
        WrongResultException.Unless(cancelled, count, "waits that ended as cancelled");
        WrongResultException.Unless(_unwound, (long)count * depth, "finally blocks that ran");
        return count;
    }

    // Caught in the task rather than by the join, where its rethrow would be measured as well.
    private async GreenTask<WaitStatus> Catches()
    {
        try
        {
            await Call(depth);
            return WaitStatus.Completed;
        }
        catch (TaskCancelledException)
        {
            return WaitStatus.Cancelled;
        }
    }

    private async GreenTask<WaitStatus> Call(int deep)
    {
        try
        {
            if (deep > 1) return await Call(deep - 1);
            Interlocked.Increment(ref _waiting);
            var status = onPipe ? (await EndlessWait.Pipe().Receive()).Status : await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
            if (byException) status.OrThrow();
            return status;
        }
        finally
        {
            Interlocked.Increment(ref _unwound);
        }
    }
}
