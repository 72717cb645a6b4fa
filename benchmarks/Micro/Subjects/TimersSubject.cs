using BenchmarkDotNet.Attributes;
using Rustrt.Federation.Workloads.Running;
using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Micro.Subjects;

/// <summary>
/// Tasks that sleep for up to a tenth of a second. The time is mostly that of the sleeps; the column of allocated memory tells more, and
/// the workload of that name tells processor time and lateness.
/// </summary>
public class TimersSubject : Subject
{
    private const int Count = 100_000, WithinMs = 100;
    private readonly Task[] _tasks = new Task[Count];

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public async Task Tasks()
    {
        Random random = new(1);
        for (int i = 0; i < Count; i++) _tasks[i] = Sleeps(1 + random.Next(WithinMs));
        await Task.WhenAll(_tasks);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void GreenTasks() => PassGreen();

    private protected override Workload Create() => new TimersWorkload(Count, WithinMs);

    private static async Task Sleeps(int ms) => await Task.Delay(ms);
}
