using System.Diagnostics;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>Fibonacci numbers with a task for every call above a cut-off: as many forks and joins as anything could have.</summary>
internal sealed class ForkJoinWorkload(int number, int cutOff, int iterations) : Workload
{
    public static WorkloadKind Kind { get; } = new("fib", "one whole fib, with a task for each call above the cut-off",
        [new("n", "30", "which Fibonacci number"), new("cutoff", "12", "calls up to here make no task"), new("iters", "20", "how often")],
        values => new ForkJoinWorkload(values.Number("n"), values.Number("cutoff"), values.Number("iters")));

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        long began = Stopwatch.GetTimestamp();
        int expected = Serial(number);
        double serial = Stopwatch.GetElapsedTime(began).TotalNanoseconds;
        measurement.Start();
        for (int i = 0; i < iterations; i++)
        {
            WrongResultException.Unless(await GreenTask.Spawn(Forking(number, cutOff)), expected, $"fib({number})");
        }
        measurement.Stop();
        measurement.Note("n", $"{number}");
        measurement.Note("cutoff", $"{cutOff}");
        measurement.Note("serial_ns", $"{serial:F0}");
        return iterations;
    }

    private static int Serial(int n) => n < 2 ? n : Serial(n - 1) + Serial(n - 2);

    private static async GreenTask<int> Forking(int n, int cutOff)
    {
        if (n <= cutOff) return Serial(n);
        var left = GreenTask.Spawn(Forking(n - 1, cutOff));
        var right = GreenTask.Spawn(Forking(n - 2, cutOff));
        return await left + await right;
    }
}
