using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>
/// Tasks that give way to each other, in the order in which they were made, or in a random one: then the memory of each is
/// somewhere else than that of the one before it.
/// </summary>
internal sealed class YieldWorkload(int tasks, int count, bool isRandom) : Workload
{
    // The same order in every pass and on every machine.
    private const int Seed = 1;
    private const string Made = "made", Random = "random";

    public static WorkloadKind Kind { get; } = new("yield", "one yield",
        [new("tasks", "2", "tasks that take turns"), new("n", "2000000", "yields of all tasks together; at least one each"),
         new("order", Made, "of their turns: as they were made, or random", Choices: [Made, Random])],
        values => new YieldWorkload(values.Number("tasks"), values.Number("n"), values.Word("order") == Random));

    private readonly GreenTask<int>[] _calls = new GreenTask<int>[tasks];
    private readonly JoinHandle<int>[] _tasks = new JoinHandle<int>[tasks];

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        int each = Math.Max(1, count / tasks);
        for (int i = 0; i < tasks; i++) _calls[i] = Yields(each);
        if (isRandom) new Random(Seed).Shuffle(_calls);
        for (int i = 0; i < tasks; i++) _tasks[i] = GreenTask.Spawn(_calls[i]);
        long yields = 0;
        foreach (var task in _tasks) yields += await task;
        measurement.Stop();
        measurement.Note("tasks", $"{tasks}");
        measurement.Note("order", $"{(isRandom ? Random : Made)}");
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
