using System.Collections.Concurrent;

namespace Rustrt.Federation.Tests;

/// <summary>How many schedulers a group has, and which of them a task runs on.</summary>
public class PlacementTests
{
    [Fact]
    public void Nobody_outside_is_believed_on_which_scheduler_he_is() =>
        Assert.Single(typeof(SchedulerGroup).GetMethods(), static method => method.Name == nameof(SchedulerGroup.Schedule));

    [Theory]
    [InlineData("stealing", 3)]
    [InlineData("round-robin", 3)]
    [InlineData("round-robin", 1)]
    [InlineData("legacy-order", 2)]
    public void Scheduler_k_is_created_with_task_k_up_to_the_maximum(string policy, int maximum)
    {
        var federation = new Federation(new() { MainSchedulers = maximum, Policy = Policies.Named(policy, 42) });
        var group = federation.MainGroup;
        Assert.Equal(1, group.CreatedSchedulers);
        var tasks = Enumerable.Range(0, maximum + 3).Select(_ => new TestTask((_, _) => Turn.Finished)).ToArray();
        for (int k = 0; k < tasks.Length; k++)
        {
            Assert.True(group.Place(tasks[k]));
            Assert.Equal(Math.Min(k + 1, maximum), group.CreatedSchedulers);
        }
        foreach (var task in tasks) group.Schedule(task);
        FederationRun.ToEnd(federation);
    }

    [Theory]
    [InlineData("round-robin")]
    [InlineData("legacy-order")]
    public void Task_k_belongs_to_scheduler_k_modulo_the_maximum_for_good(string policy)
    {
        const int maximum = 2, count = 6;
        var ranOn = new ConcurrentBag<(int Task, int Scheduler)>();
        var federation = new Federation(new() { MainSchedulers = maximum, Policy = Policies.Named(policy, 42) });
        TestTask.StartAll(federation.MainGroup, [.. Enumerable.Range(0, count).Select(k => new TestTask((task, scheduler) =>
        {
            ranOn.Add((k, scheduler.Index));
            return task.Turns < 20 ? Turn.Yielded : Turn.Finished;
        }))]);
        FederationRun.ToEnd(federation);
        Assert.Equal(20 * count, ranOn.Count);
        Assert.All(ranOn, run => Assert.Equal(run.Task % maximum, run.Scheduler));
    }

    [Fact]
    public void Each_created_scheduler_runs_the_task_that_caused_it()
    {
        const int maximum = 4;
        var ranOn = new ConcurrentDictionary<int, int>();
        var federation = new Federation(new() { MainSchedulers = maximum });
        var tasks = Enumerable.Range(0, maximum).Select(k => new TestTask((_, scheduler) =>
        {
            ranOn[k] = scheduler.Index;
            return Turn.Finished;
        })).ToArray();
        foreach (var task in tasks) Assert.True(federation.MainGroup.Place(task));
        foreach (var task in tasks.Reverse()) federation.MainGroup.Schedule(task);
        FederationRun.ToEnd(federation);
        Assert.All(Enumerable.Range(0, maximum), k => Assert.Equal(k, ranOn[k]));
    }

    [Fact]
    public void A_task_that_stays_runs_where_its_first_turn_was()
    {
        const int count = 200;
        var federation = new Federation(new() { MainSchedulers = 2 });
        var homes = new Scheduler?[count];
        int moved = 0;
        TestTask.StartAll(federation.MainGroup, [.. Enumerable.Range(0, count).Select(k => new TestTask((task, scheduler) =>
        {
            homes[k] ??= scheduler;
            if (homes[k] != scheduler || task.Home != scheduler) Interlocked.Increment(ref moved);
            return task.Turns < 50 ? Turn.Yielded : Turn.Finished;
        }))]);
        FederationRun.ToEnd(federation);
        Assert.Equal(0, moved);
    }

    [Fact]
    public void A_pooled_task_can_be_placed_again_elsewhere_without_allocating()
    {
        var federation = new Federation(new() { MainSchedulers = 1 });
        var extra = federation.CreateGroup(1);
        var ranOn = new List<string>();
        var pooled = new TestTask((_, scheduler) =>
        {
            ranOn.Add(scheduler.ToString());
            return Turn.Finished;
        });
        long allocated = -1;
        new TestTask((main, _) =>
        {
            switch (main.Turns)
            {
                case 1:
                    pooled.Start(main.Group);
                    return Turn.Yielded;
                case 2:
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    main.Group.Place(pooled);
                    main.Group.Schedule(pooled);
                    allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                    return Turn.Yielded;
                default:
                    pooled.Start(extra);
                    return Turn.Finished;
            }
        }).Start(federation.MainGroup);
        FederationRun.ToEnd(federation);
        Assert.Equal(["scheduler 2.0", "scheduler 2.0", "scheduler 3.0"], ranOn);
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_task_that_was_never_placed_says_so()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new TestTask((_, _) => Turn.Finished).Group);
        Assert.Contains("Place", error.Message, StringComparison.Ordinal);
    }
}
