using BenchmarkDotNet.Attributes;
using Rustrt.Federation.Workloads.Running;
using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Micro.Subjects;

/// <summary>Tasks that give way to each other.</summary>
public class YieldSubject : Subject
{
    private const int Count = 200_000;

    [Params(2, 1000)]
    public int TaskCount { get; set; }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public async Task Tasks()
    {
        var tasks = Enumerable.Range(0, TaskCount).Select(_ => Task.Run(() => Yields(Count / TaskCount))).ToArray();
        Expect((await Task.WhenAll(tasks)).Sum(), Count);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void GreenTasks() => PassGreen();

    private protected override Workload Create() => new YieldWorkload(TaskCount, Count, isRandom: false);

    private static async Task<int> Yields(int count)
    {
        int done = 0;
        for (; done < count; done++) await Task.Yield();
        return done;
    }
}
