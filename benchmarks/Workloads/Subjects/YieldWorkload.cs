using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>Tasks that give way to each other.</summary>
internal sealed class YieldWorkload(int tasks, int count) : Workload
{
    public static WorkloadKind Kind { get; } = new("yield", "one yield",
        [new("tasks", "2", "tasks that take turns"), new("n", "2000000", "yields of all tasks together; at least one each")],
        values => new YieldWorkload(values.Number("tasks"), values.Number("n")));

    private readonly JoinHandle<int>[] _tasks = new JoinHandle<int>[tasks];

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        int each = Math.Max(1, count / tasks);
        for (int i = 0; i < _tasks.Length; i++) _tasks[i] = GreenTask.Spawn(Yields(each));
        long yields = 0;
        foreach (var task in _tasks) yields += await task;
        measurement.Stop();
        measurement.Note("tasks", $"{tasks}");
        WrongResultException.Unless(yields, (long)each * tasks, "yields");
        return yields;
    }

    private static async GreenTask<int> Yields(int count)
    {
        int done = 0;
        for (; done < count; done++) await GreenTask.Yield();
        return done;
    }
}
