using BenchmarkDotNet.Attributes;
using Rustrt.Federation.Workloads.Running;
using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Micro.Subjects;

/// <summary>Empty tasks, all spawned, then all waited for.</summary>
public class SpawnSubject : Subject
{
    private const int Count = 100_000;
    private readonly Task<int>[] _tasks = new Task<int>[Count];

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public async Task Tasks()
    {
        for (int i = 0; i < Count; i++) _tasks[i] = Task.Run(static () => 1);
        Expect((await Task.WhenAll(_tasks)).Sum(), Count);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void GreenTasks() => PassGreen();

    private protected override Workload Create() => new SpawnWorkload(Count, iterations: 1);
}
