using Rustrt.Federation.Pipes;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>
/// A token that goes round a ring of tasks, one less at every hop. Whoever receives it below 1 passes it on once more and ends, so
/// that every task ends.
/// </summary>
internal sealed class RingWorkload(int tasks, int count) : Workload
{
    public static WorkloadKind Kind { get; } = new("ring", "one hop of a token round a ring of tasks",
        [new("tasks", "503", "tasks in the ring"), new("n", "5000000", "hops")], values => new RingWorkload(values.Number("tasks"), values.Number("n")));

    private readonly JoinHandle<int>[] _tasks = new JoinHandle<int>[tasks];

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        var (first, input) = Pipe.Bounded<int>(1);
        var output = first;
        await first.Send(count);
        // From the last task to the second, so that each is given what leads to the one behind it; the first closes the ring.
        for (int i = tasks - 1; i > 0; i--)
        {
            var (to, from) = Pipe.Bounded<int>(1);
            _tasks[i] = GreenTask.Spawn(Passes(from, output), from, output);
            output = to;
        }
        _tasks[0] = GreenTask.Spawn(Passes(input, output), input, output);
        long received = 0;
        foreach (var task in _tasks) received += await task;
        measurement.Stop();
        measurement.Note("tasks", $"{tasks}");
        WrongResultException.Unless(received, (long)count + tasks, "receipts of the token");
        return count;
    }

    private async GreenTask<int> Passes(Receiver<int> from, Sender<int> to)
    {
        for (int received = 1; ; received++)
        {
            int token = (await from.Receive()).Value;
            if (token > 1 - tasks) await to.Send(token - 1);
            if (token <= 0) return received;
        }
    }
}
