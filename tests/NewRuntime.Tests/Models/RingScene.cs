namespace Rustrt.Federation.Tests;

/// <summary>A ring, the rings of its thieves, and a count of how often each task has been got.</summary>
internal sealed class RingScene
{
    private readonly int _capacity;
    private readonly TestTask[] _tasks;
    private readonly int[] _got;

    public RingScene(int capacity, uint start, int tasks, int pushed = 0)
    {
        _capacity = capacity;
        Ring = new StealRing<TaskCell, ModelAtomics>(capacity, start);
        Loot = new StealRing<TaskCell, ModelAtomics>(capacity, 0);
        SecondLoot = new StealRing<TaskCell, ModelAtomics>(capacity, 0);
        _tasks = [.. Enumerable.Range(0, tasks).Select(_ => new TestTask((_, _) => Turn.Finished))];
        _got = new int[tasks];
        for (int i = 0; i < pushed; i++) Assert.True(Ring.TryPush(_tasks[i]));
    }

    public StealRing<TaskCell, ModelAtomics> Ring { get; }

    public StealRing<TaskCell, ModelAtomics> Loot { get; }

    public StealRing<TaskCell, ModelAtomics> SecondLoot { get; }

    public ModelProgram Program(params (string Name, Action Body)[] threads) =>
        new([.. Words("", Ring), .. Words("own ", Loot), .. Words("second own ", SecondLoot)], threads, Check);

    /// <summary>Counts a task that came out of a ring. Null: there was none.</summary>
    public void Got(TaskCell? task)
    {
        if (task is not null) _got[Array.IndexOf(_tasks, task)]++;
    }

    public void PushOrKeep(int task)
    {
        if (!Ring.TryPush(_tasks[task])) Got(_tasks[task]);
    }

    public void PushOrOverflow(int task)
    {
        var younger = default(TaskList);
        if (!Ring.TryPush(_tasks[task]) && !(Ring.TryTakeYoungerHalf(ref younger) && Ring.TryPush(_tasks[task]))) Got(_tasks[task]);
        while (younger.Take() is { } gone) Got(gone);
    }

    private void Check()
    {
        foreach (var ring in new[] { Ring, Loot, SecondLoot })
        {
            for (int left = ring.Count; left > 0; left--) Got(ring.TryTake());
            for (int i = 0; i < _capacity; i++)
            {
                if (ring.SlotAt(i) is not null) throw new InvalidOperationException("a slot keeps a task that has left");
            }
        }
        if (_got.Any(times => times != 1)) throw new InvalidOperationException($"tasks were got so often: {string.Join(' ', _got)}");
    }

    private IEnumerable<Location> Words(string whose, StealRing<TaskCell, ModelAtomics> ring) =>
    [
        Location.Of($"{whose}head", () => ref ring.HeadWord),
        Location.Of($"{whose}tail", () => ref ring.TailWord),
        .. Enumerable.Range(0, _capacity).Select(i => Location.Of($"{whose}slot {i}", () => ref ring.SlotAt(i))),
    ];
}
