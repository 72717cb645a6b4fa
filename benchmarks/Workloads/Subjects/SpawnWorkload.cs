using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>Empty tasks: all are spawned, then all are waited for.</summary>
internal sealed class SpawnWorkload(int count) : Workload
{
    public static WorkloadKind Kind { get; } = new("spawn", "one empty task spawned, run and waited for",
        [new("n", "1000000", "tasks")], values => new SpawnWorkload(values.Number("n")));

    private readonly JoinHandle<int>[] _tasks = new JoinHandle<int>[count];

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        for (int i = 0; i < _tasks.Length; i++) _tasks[i] = GreenTask.Spawn(One());
        long ran = 0;
        foreach (var task in _tasks) ran += await task;
        WrongResultException.Unless(ran, count, "tasks that ran");
        return count;
    }

#pragma warning disable CS1998 // It has nothing to wait for: that is the subject.
    private static async GreenTask<int> One() => 1;
#pragma warning restore CS1998
}
