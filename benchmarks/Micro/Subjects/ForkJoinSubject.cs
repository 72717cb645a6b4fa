using BenchmarkDotNet.Attributes;
using Rustrt.Federation.Workloads.Running;
using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Micro.Subjects;

/// <summary>Fibonacci numbers with a task for each call above a cut-off.</summary>
public class ForkJoinSubject : Subject
{
    private const int Number = 22;

    [Params(2, 12)]
    public int CutOff { get; set; }

    [Benchmark(Baseline = true)]
    public async Task Tasks() => Expect(await Task.Run(() => Forking(Number)), Serial(Number));

    [Benchmark]
    public void GreenTasks() => PassGreen();

    private protected override Workload Create() => new ForkJoinWorkload(Number, CutOff, iterations: 1);

    private async Task<int> Forking(int n)
    {
        if (n <= CutOff) return Serial(n);
        var left = Task.Run(() => Forking(n - 1));
        var right = Task.Run(() => Forking(n - 2));
        return await left + await right;
    }

    private static int Serial(int n) => n < 2 ? n : Serial(n - 1) + Serial(n - 2);
}
