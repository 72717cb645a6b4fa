using BenchmarkDotNet.Attributes;
using Rustrt.Federation.Workloads.Running;
using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Micro.Subjects;

/// <summary>
/// Tasks that wait until all do, and end: what it takes to get there and back. The column of allocated memory is not what a waiting task
/// takes: frames of green tasks are pooled, so a pass allocates none. The workload of that name tells resident and live memory.
/// </summary>
public class ParkedSubject : Subject
{
    private const int Count = 100_000;
    private readonly Task[] _tasks = new Task[Count];

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public async Task Tasks()
    {
        var gates = new TaskCompletionSource[Count];
        for (int i = 0; i < Count; i++)
        {
            gates[i] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _tasks[i] = WaitFor(gates[i].Task);
        }
        foreach (var gate in gates) gate.SetResult();
        await Task.WhenAll(_tasks);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void GreenTasks() => PassGreen();

    private protected override Workload Create() => new ParkedWorkload(Count, onPipe: false);

    private static async Task WaitFor(Task gate) => await gate;
}
