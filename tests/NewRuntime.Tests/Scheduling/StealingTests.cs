namespace Rustrt.Federation.Tests;

/// <summary>What groups of several schedulers do with each other's work.</summary>
public class StealingTests
{
    [Fact]
    public void Work_of_a_busy_scheduler_is_taken_by_an_idle_one()
    {
        // The spawner never leaves its turn before the child has run: only a thief can run it.
        using var childRan = new ManualResetEvent(false);
        var federation = new Federation(new() { MainSchedulers = 2 });
        int spawner = -1, child = -1;
        var busy = new TestTask((task, scheduler) =>
        {
            spawner = scheduler.Index;
            new TestTask((_, on) =>
            {
                child = on.Index;
                childRan.Set();
                return Turn.Finished;
            }).Start(task.Group);
            FederationRun.Await(childRan, "a thief that runs the child");
            return Turn.Finished;
        });
        Assert.True(federation.MainGroup.Place(busy));
        UseUpHints(federation.MainGroup);
        federation.MainGroup.Schedule(busy);
        FederationRun.ToEnd(federation);
        Assert.Equal(0, spawner);
        Assert.Equal(1, child);
    }

    [Fact]
    public void A_bound_task_waits_for_its_own_scheduler_while_another_is_idle()
    {
        using var stolen = new ManualResetEvent(false);
        var federation = new Federation(new() { MainSchedulers = 2 });
        var parked = new List<TestTask>();
        int turnsMeanwhile = -1;
        Scheduler? home = null, wokenOn = null, thief = null;
        var main = new TestTask((main, scheduler) =>
        {
            var bound = parked.Find(task => task.Home == scheduler);
            if (bound is null)
            {
                // Either scheduler may give it its first turn; go on until one has stayed here.
                var candidate = new TestTask((task, on) =>
                {
                    if (task.Turns == 1) return Turn.Parked;
                    if (task.Home == home) wokenOn ??= on;
                    return Turn.Finished;
                });
                parked.Add(candidate);
                candidate.Start(main.Group);
                return Turn.Yielded;
            }

            home = scheduler;
            bound.Wake();
            new TestTask((_, on) => // behind it in line, and proof that the other scheduler is idle and steals
            {
                thief = on;
                stolen.Set();
                return Turn.Finished;
            }).Start(main.Group);
            FederationRun.Await(stolen, "a thief that takes the unbound task");
            turnsMeanwhile = bound.Turns;
            foreach (var task in parked) task.Wake();
            return Turn.Finished;
        });
        Assert.True(federation.MainGroup.Place(main));
        UseUpHints(federation.MainGroup);
        federation.MainGroup.Schedule(main);
        FederationRun.ToEnd(federation);
        Assert.Equal(1, turnsMeanwhile);
        Assert.Same(home, wokenOn);
        Assert.NotSame(home, thief);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Thousands_of_tasks_that_move_freely_all_run_to_their_end(int schedulers)
    {
        const int roots = 50, children = 400, turns = 5;
        int ended = 0;
        var federation = FederationRun.Of(new() { MainSchedulers = schedulers }, (main, _) =>
        {
            for (int i = 0; i < roots; i++)
            {
                new TestTask((root, _) =>
                {
                    for (int j = 0; j < children; j++)
                    {
                        new TestTask((child, _) =>
                        {
                            if (child.Turns < turns) return Turn.Yielded;
                            Interlocked.Increment(ref ended);
                            return Turn.Finished;
                        }) { Stays = false }.Start(root.Group);
                    }
                    return Turn.Finished;
                }) { Stays = false }.Start(main.Group);
            }
            return Turn.Finished;
        });
        Assert.Equal(roots * children, ended);
        Assert.Equal(0, federation.MainGroup.LiveTasks);
    }

    [Fact]
    public void Tasks_injected_from_outside_are_not_starved_by_tasks_that_yield_all_the_time()
    {
        int left = 100;
        var federation = new Federation(new() { MainSchedulers = 2 });
        var yielding = Enumerable.Range(0, 4).Select(_ => new TestTask((_, _) =>
            Volatile.Read(ref left) > 0 ? Turn.Yielded : Turn.Finished));
        var injected = Enumerable.Range(0, 100).Select(_ => new TestTask((_, _) =>
        {
            Interlocked.Decrement(ref left);
            return Turn.Finished;
        }));
        TestTask.StartAll(federation.MainGroup, [.. yielding, .. injected]);
        FederationRun.ToEnd(federation);
        Assert.Equal(0, left);
    }

    // The first tasks of a group are hinted to a scheduler and are nobody else's: those after a main task that was placed
    // already, so that the next one may be taken by whoever is idle. They cause the second scheduler, too.
    private static void UseUpHints(SchedulerGroup group)
    {
        for (int i = 0; i < 3; i++) new TestTask((_, _) => Turn.Finished).Start(group);
    }
}
