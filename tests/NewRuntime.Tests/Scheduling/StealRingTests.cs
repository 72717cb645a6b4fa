namespace Rustrt.Federation.Tests;

/// <summary>The ring against a plain queue at tiny capacity, and under thieves.</summary>
public class StealRingTests
{
    [Theory]
    [InlineData(2, 0u)]
    [InlineData(4, 0u)]
    [InlineData(4, uint.MaxValue - 3)]
    [InlineData(8, uint.MaxValue - 100)]
    public void Any_sequence_of_operations_agrees_with_a_queue(int capacity, uint start)
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var ring = new StealRing<TaskCell, HardwareAtomics>(capacity, start);
            var thief = new StealRing<TaskCell, HardwareAtomics>(capacity, start ^ 7);
            Queue<TaskCell> model = new(), stolen = new();
            for (int step = 0; step < 200; step++)
            {
                string where = $"capacity {capacity}, start {start}, seed {seed}, step {step}";
                switch (random.Next(5))
                {
                    case 0 or 1:
                        var task = New();
                        bool room = model.Count < capacity;
                        Assert.True(ring.TryPush(task) == room, where);
                        if (room) model.Enqueue(task);
                        break;
                    case 2:
                        model.TryDequeue(out var expected);
                        Assert.True(ring.TryTake() == expected, where);
                        break;
                    case 3:
                        int half = stolen.Count > capacity / 2 ? 0 : model.Count - model.Count / 2;
                        var first = ring.TrySteal(thief);
                        Assert.True(first == (half > 0 ? model.Dequeue() : null), where);
                        for (int i = 1; i < half; i++) stolen.Enqueue(model.Dequeue());
                        while (random.Next(3) > 0 && stolen.TryDequeue(out var next)) Assert.True(thief.TryTake() == next, where);
                        break;
                    case 4:
                        var younger = default(TaskList);
                        Assert.True(ring.TryTakeYoungerHalf(ref younger), where);
                        if (model.Count == capacity)
                        {
                            var all = model.ToArray();
                            model = new Queue<TaskCell>(all[..(capacity / 2)]);
                            foreach (var gone in all[(capacity / 2)..]) Assert.True(younger.Take() == gone, where);
                        }
                        Assert.True(younger.IsEmpty, where);
                        break;
                }
                Assert.True(ring.Count == model.Count, where);
                Assert.True(thief.Count == stolen.Count, where);
            }
        }
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, 2)]
    [InlineData(256, 2)]
    public void Every_task_is_taken_exactly_once_while_thieves_steal(int capacity, int thieves)
    {
        const int count = 200_000;
        var ring = new StealRing<TaskCell, HardwareAtomics>(capacity, uint.MaxValue - 1000);
        var seen = new int[count];
        int taken = 0;
        void Took(TaskCell task)
        {
            Interlocked.Increment(ref seen[((Numbered)task).Number]);
            Interlocked.Increment(ref taken);
        }

        var threads = Enumerable.Range(0, thieves).Select(_ => new Thread(() =>
        {
            var own = new StealRing<TaskCell, HardwareAtomics>(capacity, 0);
            while (Volatile.Read(ref taken) < count)
            {
                if (ring.TrySteal(own) is { } first)
                {
                    Took(first);
                    while (own.TryTake() is { } next) Took(next);
                }
                else
                {
                    Thread.Yield();
                }
            }
        })).ToArray();
        foreach (var thread in threads) thread.Start();

        for (int i = 0; i < count; i++)
        {
            var task = new Numbered(i);
            while (!ring.TryPush(task))
            {
                var surplus = default(TaskList);
                if ((i & 1) == 0 && ring.TryTakeYoungerHalf(ref surplus))
                {
                    while (surplus.Take() is { } gone) Took(gone);
                }
                else if (ring.TryTake() is { } own)
                {
                    Took(own);
                }
            }
        }
        while (ring.TryTake() is { } own) Took(own);
        foreach (var thread in threads) thread.Join();
        Assert.All(seen, times => Assert.Equal(1, times));
    }

    [Fact]
    public void A_taken_slot_keeps_no_task_alive()
    {
        var ring = new StealRing<TaskCell, HardwareAtomics>(4, 0);
        var thief = new StealRing<TaskCell, HardwareAtomics>(4, 0);
        var references = PushAndTakeAway(ring, thief);
        GC.Collect();
        Assert.All(references, r => Assert.False(r.IsAlive));
        GC.KeepAlive(ring);
        GC.KeepAlive(thief);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    public void A_capacity_that_is_no_power_of_two_is_refused(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StealRing<TaskCell, HardwareAtomics>(capacity, 0));

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference[] PushAndTakeAway(StealRing<TaskCell, HardwareAtomics> ring, StealRing<TaskCell, HardwareAtomics> thief)
    {
        var tasks = Enumerable.Range(0, 4).Select(_ => New()).ToArray();
        foreach (var task in tasks) Assert.True(ring.TryPush(task));
        Assert.Same(tasks[0], ring.TryTake());
        Assert.Same(tasks[1], ring.TrySteal(thief));
        Assert.Same(tasks[2], thief.TryTake());
        Assert.Same(tasks[3], ring.TryTake());
        return [.. tasks.Select(t => new WeakReference(t))];
    }

    private static Numbered New() => new Numbered(0);

    private sealed class Numbered(int number) : TaskCell
    {
        public int Number { get; } = number;

        protected internal override Turn RunTurn(Scheduler scheduler) => throw new NotSupportedException();

        protected internal override bool CommitPark() => throw new NotSupportedException();

        protected internal override void Finished(Scheduler scheduler) => throw new NotSupportedException();
    }
}
