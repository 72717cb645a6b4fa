namespace Rustrt.Federation.Tests;

/// <summary>The deque against a plain list, across blocks that come and go at both ends.</summary>
public class TaskDequeTests
{
    [Fact]
    public void Any_sequence_of_appends_and_takes_agrees_with_a_list()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var deque = new TaskDeque();
            var model = new LinkedList<TaskCell>();
            for (int step = 0; step < 2000; step++)
            {
                // Phases that mostly fill and phases that mostly empty.
                bool filling = step / 300 % 2 == 0;
                if (random.Next(4) > (filling ? 0 : 2))
                {
                    var task = new TestTask((_, _) => Turn.Finished);
                    deque.Append(task);
                    model.AddLast(task);
                }
                else
                {
                    bool newest = random.Next(2) == 0;
                    var expected = newest ? model.Last : model.First;
                    if (expected is not null) model.Remove(expected);
                    Assert.True((newest ? deque.TakeNewest() : deque.Take()) == expected?.Value, $"seed {seed}, step {step}");
                }
                Assert.Equal(model.Count, deque.Count);
            }
        }
    }

    [Fact]
    public void Tells_who_comes_after_how_many_within_its_first_block()
    {
        const int Block = 1024, Tasks = 1500;
        var deque = new TaskDeque();
        TestTask[] tasks = [.. Enumerable.Range(0, Tasks).Select(_ => new TestTask((_, _) => Turn.Finished))];
        foreach (var task in tasks) deque.Append(task);
        for (int taken = 0; taken < Tasks; taken++)
        {
            int inBlock = (taken < Block ? Block : Tasks) - taken;
            if (taken == Block) inBlock = 0; // the first block is empty and still there
            Assert.Null(deque.At(inBlock));
            foreach (int place in inBlock == 0 ? [] : new[] { 0, inBlock / 2, inBlock - 1 }) Assert.Same(tasks[taken + place], deque.At(place));
            Assert.Same(tasks[taken], deque.Take());
        }
        Assert.Null(deque.At(0));
    }

    [Fact]
    public void The_room_of_a_burst_is_used_again_until_it_is_let_go_of()
    {
        var deque = new TaskDeque();
        var task = new TestTask((_, _) => Turn.Finished);
        Assert.InRange(AllocatedBy(ref deque, task), 750_000, 900_000); // eight bytes a task, in whole blocks
        Assert.InRange(AllocatedBy(ref deque, task), 0, 9_000); // a block more, since it begins at the end of one
        Assert.Equal(0, AllocatedBy(ref deque, task));
        deque.LetGoOfRoom();
        Assert.Equal(0, AllocatedBy(ref deque, task)); // it had been needed
        deque.LetGoOfRoom();
        deque.LetGoOfRoom(); // and has not, in between
        Assert.InRange(AllocatedBy(ref deque, task), 350_000, 450_000);
    }

    private static long AllocatedBy(ref TaskDeque deque, TaskCell task)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 102_400; i++) deque.Append(task);
        for (int i = 0; i < 102_400; i++) deque.Take();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_task_that_was_taken_is_not_kept_alive()
    {
        var deque = new TaskDeque();
        var taken = AppendAndTake(ref deque);
        GC.Collect();
        Assert.False(taken.IsAlive);
        Assert.Null(deque.Take());
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference AppendAndTake(ref TaskDeque deque)
    {
        deque.Append(new TestTask((_, _) => Turn.Finished));
        return new WeakReference(deque.Take());
    }
}
