using Rustrt.Federation.Queues;

namespace Rustrt.Federation.Tests.Freestanding;

/// <summary>The public face of the ring; StealRingTests and the models are about the ring.</summary>
public class WorkStealingQueueTests
{
    [Fact]
    public void What_came_first_is_taken_first_and_a_full_queue_refuses()
    {
        var queue = new WorkStealingQueue<string>(2);
        Assert.True(queue.TryAdd("a") && queue.TryAdd("b"));
        Assert.False(queue.TryAdd("c"));
        Assert.Equal(2, queue.Count);
        Assert.True(queue.TryTake(out var first));
        Assert.True(queue.TryTake(out var second));
        Assert.Equal(("a", "b"), (first, second));
        Assert.False(queue.TryTake(out _));
    }

    [Fact]
    public void A_thief_takes_the_older_half()
    {
        var victim = new WorkStealingQueue<string>(8);
        var thief = new WorkStealingQueue<string>(8);
        foreach (var item in new[] { "a", "b", "c", "d", "e" }) Assert.True(victim.TryAdd(item));
        Assert.True(thief.TryStealFrom(victim, out var oldest));
        Assert.Equal("a", oldest);
        Assert.Equal((2, 2), (thief.Count, victim.Count));
        Assert.True(thief.TryTake(out var next));
        Assert.Equal("b", next);
        Assert.False(victim.TryStealFrom(new WorkStealingQueue<string>(8), out _));
    }

    [Fact]
    public void Misuse_is_told()
    {
        var queue = new WorkStealingQueue<string>();
        Assert.Throws<ArgumentException>(() => queue.TryStealFrom(queue, out _));
        Assert.Throws<ArgumentNullException>(() => queue.TryAdd(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkStealingQueue<string>(3));
    }

    [Fact]
    public void Two_threads_get_everything_once()
    {
        const int count = 100_000;
        var items = Enumerable.Range(0, count).Select(i => (object)i).ToArray();
        var got = new int[count];
        var queue = new WorkStealingQueue<object>(16);
        bool done = false;
        void Got(object? item) => Interlocked.Increment(ref got[(int)item!]);
        var thread = new Thread(() =>
        {
            var own = new WorkStealingQueue<object>(16);
            while (!Volatile.Read(ref done) || queue.Count > 0)
            {
                if (own.TryStealFrom(queue, out var item)) Got(item);
                while (own.TryTake(out item)) Got(item);
            }
        });
        thread.Start();
        foreach (var item in items)
        {
            while (!queue.TryAdd(item))
            {
                if (queue.TryTake(out var mine)) Got(mine);
            }
        }
        while (queue.TryTake(out var mine)) Got(mine);
        Volatile.Write(ref done, true);
        thread.Join();
        Assert.All(got, times => Assert.Equal(1, times));
    }
}
