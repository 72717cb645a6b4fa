namespace Rustrt.Federation.Tests;

/// <summary>The ring at tiny capacity under many orders of its atomic steps, each repeatable from its seed.</summary>
public class StealRingInterleavingTests
{
    [Theory]
    [InlineData(2, 0u)]
    [InlineData(4, uint.MaxValue - 2)]
    public void Each_task_is_got_exactly_once_in_every_order_of_steps(int capacity, uint start)
    {
        for (int seed = 0; seed < 1000; seed++) Explore(seed, capacity, start);
    }

    private static void Explore(int seed, int capacity, uint start)
    {
        const int count = 12;
        var ring = new StealRing<SteppedAtomics>(capacity, start);
        var got = new int[count];
        var number = new Dictionary<TaskCell, int>();
        var tasks = new TestTask[count];
        for (int i = 0; i < count; i++) number.Add(tasks[i] = new TestTask((_, _) => Turn.Finished), i);

        Interleaving.Explore(seed, Owner, Thief, Thief);
        while (ring.TryTake() is { } left) Got(left);
        Assert.True(got.All(times => times == 1), $"seed {seed}, capacity {capacity}: each task so often: {string.Join(' ', got)}");

        void Got(TaskCell? task)
        {
            if (task is null) throw new InvalidOperationException("an empty slot was handed out");
            got[number[task]]++;
        }

        void Owner()
        {
            for (int i = 0; i < count; i++)
            {
                while (!ring.TryPush(tasks[i]))
                {
                    var younger = default(TaskList);
                    if (i % 3 == 0 && ring.TryTakeYoungerHalf(ref younger))
                    {
                        while (younger.Take() is { } gone) Got(gone);
                    }
                    else if (ring.TryTake() is { } own)
                    {
                        Got(own);
                    }
                }
                if (i % 4 == 3 && ring.TryTake() is { } oldest) Got(oldest);
            }
        }

        void Thief()
        {
            var own = new StealRing<SteppedAtomics>(capacity, 0);
            for (int attempt = 0; attempt < 6; attempt++)
            {
                if (ring.TrySteal(own) is not { } first) continue;
                Got(first);
                while (own.TryTake() is { } next) Got(next);
            }
        }
    }
}
