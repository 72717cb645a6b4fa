using Rustrt.Federation.Pipes;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>
/// Waiting tasks that are cancelled, some calls deep, and waited for. They see it as the status of their wait, or it goes up as an
/// exception through every call. Every <c>finally</c> on the way is counted.
/// </summary>
internal sealed class CancelWorkload(int count, int depth, bool byException) : Workload
{
    private const string Status = "status", Exception = "exception";

    public static WorkloadKind Kind { get; } = new("cancel", "one waiting task cancelled and waited for",
        [new("n", "100000", "tasks"), new("depth", "1", "calls deep that each waits"), new("mode", Status, "how the task sees it", Choices: [Status, Exception])],
        values => new CancelWorkload(values.Number("n"), values.Number("depth"), values.Word("mode") == Exception));

    private readonly JoinHandle<int>[] _tasks = new JoinHandle<int>[count];
    private int _waiting;

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        _waiting = 0;
        for (int i = 0; i < count; i++) _tasks[i] = GreenTask.Spawn(Task());
        while (Volatile.Read(ref _waiting) < count) await GreenTask.Yield();
        measurement.Start();
        foreach (var task in _tasks) task.Cancel();
        long unwound = 0;
        foreach (var task in _tasks) unwound += await task;
        measurement.Stop();
        measurement.Note("depth", $"{depth}");
        measurement.Note("mode", $"{(byException ? Exception : Status)}");
        WrongResultException.Unless(unwound, (long)count * depth, "finally blocks that ran");
        return count;
    }

    // Returns how many finally blocks ran.
    private async GreenTask<int> Task()
    {
        var (sender, receiver) = Pipe.OneShot<int>();
        Unwinding unwinding = new();
        try
        {
            bool cancelled = await Call(depth, receiver, unwinding) == WaitStatus.Cancelled;
            WrongResultException.Unless(cancelled && !byException ? 1 : 0, 1, "waits that ended as cancelled");
        }
        catch (TaskCancelledException) when (byException)
        {
            // Caught here rather than by the join, where its rethrow would be measured as well.
        }
        sender.Dispose();
        return unwinding.Count;
    }

    private async GreenTask<WaitStatus> Call(int deep, OneShotReceiver<int> gate, Unwinding unwinding)
    {
        try
        {
            if (deep > 1) return await Call(deep - 1, gate, unwinding);
            Interlocked.Increment(ref _waiting);
            var status = (await gate.Receive()).Status;
            return byException && status == WaitStatus.Cancelled ? throw new TaskCancelledException() : status;
        }
        finally
        {
            unwinding.Count++;
        }
    }

    private sealed class Unwinding
    {
        public int Count { get; set; }
    }
}
