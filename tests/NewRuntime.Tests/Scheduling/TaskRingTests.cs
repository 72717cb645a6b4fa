namespace Rustrt.Federation.Tests;

/// <summary>The growing ring against a plain queue, across wraps and growth.</summary>
public class TaskRingTests
{
    [Fact]
    public void Any_sequence_of_appends_and_takes_agrees_with_a_queue()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var ring = new TaskRing();
            var model = new Queue<TaskCell>();
            for (int step = 0; step < 2000; step++)
            {
                // Phases that mostly fill and phases that mostly empty, so that it grows while it is wrapped.
                bool filling = step / 300 % 2 == 0;
                if (random.Next(4) > (filling ? 0 : 2))
                {
                    var task = new TestTask((_, _) => Turn.Finished);
                    ring.Append(task);
                    model.Enqueue(task);
                }
                else
                {
                    model.TryDequeue(out var expected);
                    Assert.True(ring.Take() == expected, $"seed {seed}, step {step}");
                }
            }
        }
    }

    [Fact]
    public void A_task_that_was_taken_is_not_kept_alive()
    {
        var ring = new TaskRing();
        var taken = AppendAndTake(ref ring);
        GC.Collect();
        Assert.False(taken.IsAlive);
        Assert.Null(ring.Take());
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference AppendAndTake(ref TaskRing ring)
    {
        ring.Append(new TestTask((_, _) => Turn.Finished));
        return new WeakReference(ring.Take());
    }
}
