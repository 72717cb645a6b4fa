using System.Diagnostics;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>Tasks that sleep for times of their own, all at once: how late they wake and what that costs.</summary>
internal sealed class TimersWorkload(int count, int withinMs) : Workload
{
    // The same times in every pass and on every machine.
    private const int Seed = 1;

    public static WorkloadKind Kind { get; } = new("timers", "one sleeping task",
        [new("n", "1000000", "tasks"), new("within_ms", "1000", "longest of their sleeps; the shortest is 1")],
        values => new TimersWorkload(values.Number("n"), values.Number("within_ms")));

    private readonly JoinHandle<long>[] _tasks = new JoinHandle<long>[count];
    private readonly long[] _late = new long[count];

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        Random random = new(Seed);
        measurement.Start();
        for (int i = 0; i < count; i++) _tasks[i] = GreenTask.Spawn(Sleeps(TimeSpan.FromMilliseconds(1 + random.Next(withinMs))));
        for (int i = 0; i < count; i++) _late[i] = await _tasks[i];
        measurement.Stop();
        Array.Sort(_late);
        measurement.Note("late_p50_us", $"{Percentile(50):F1}");
        measurement.Note("late_p99_us", $"{Percentile(99):F1}");
        measurement.Note("wall_ms", $"{measurement.WallNs / 1e6:F0}");
        measurement.Note("cpu_ms", $"{measurement.CpuNs / 1e6:F0}");
        WrongResultException.Unless(_late.Count(late => late < 0), 0, "tasks that woke too early");
        return count;
    }

    private double Percentile(int part) => _late[(int)((count - 1L) * part / 100)] * (1e6 / Stopwatch.Frequency);

    // Returns by how many ticks of the clock it was late.
    private static async GreenTask<long> Sleeps(TimeSpan time)
    {
        long began = Stopwatch.GetTimestamp();
        var status = await GreenTask.Sleep(time);
        WrongResultException.Unless((int)status, (int)WaitStatus.Completed, "status of a sleep");
        return Stopwatch.GetTimestamp() - began - (long)(time.TotalSeconds * Stopwatch.Frequency);
    }
}
