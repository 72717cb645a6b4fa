using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>Empty tasks: all are spawned, then all are waited for.</summary>
internal sealed class SpawnWorkload(int count, int iterations) : Workload
{
    public static WorkloadKind Kind { get; } = new("spawn", "one empty task spawned, run and waited for",
        [new("n", "1000000", "tasks"), new("iters", "1", "how often")], values => new SpawnWorkload(values.Number("n"), values.Number("iters")));

    private readonly JoinHandle<int>[] _tasks = new JoinHandle<int>[count];

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        long ran = 0;
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            for (int i = 0; i < _tasks.Length; i++) _tasks[i] = GreenTask.Spawn(One());
            foreach (var task in _tasks) ran += await task;
        }
        WrongResultException.Unless(ran, (long)count * iterations, "tasks that ran");
        return ran;
    }

#pragma warning disable CS1998 // It has nothing to wait for: that is the subject.
    private static async GreenTask<int> One() => 1;
#pragma warning restore CS1998
}
