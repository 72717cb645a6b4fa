namespace Rustrt.Federation.Tests;

/// <summary>Whether a queue says that its tasks have their turns in the order in which they became runnable.</summary>
public class LineTests
{
    [Theory]
    [InlineData("stealing", 2)]
    [InlineData("stealing", 1)]
    [InlineData("round-robin", 2)]
    public void Bound_tasks_stand_in_line(string policy, int schedulers) => InATask(policy, schedulers, scheduler =>
    {
        var queue = scheduler.Queue;
        Assert.Equal(0, queue.Line);
        TestTask[] tasks = [Bound(scheduler), Bound(scheduler), Bound(scheduler)];
        foreach (var task in tasks) queue.AddOwn(task);
        Assert.Equal(3, queue.Line);
        Assert.Same(tasks[2], queue.InLine(2));
        foreach (var task in tasks) Assert.Same(task, queue.TakeFirstInLine());
        Assert.Equal(0, queue.Line);
    });

    [Fact]
    public void There_is_none_while_a_task_of_the_slot_comes_first() => InATask("stealing", 2, scheduler =>
    {
        scheduler.Queue.AddOwn(Bound(scheduler));
        var unbound = new TestTask((_, _) => Turn.Finished) { Stays = false };
        unbound.PlacedAt(scheduler.Group);
        scheduler.Queue.Add(unbound);
        Assert.Equal(RunQueue.NoLine, scheduler.Queue.Line);
        Assert.Same(unbound, scheduler.Queue.Next());
        Assert.Same(scheduler.Queue.InLine(0), scheduler.Queue.TakeFirstInLine());
    });

    [Fact]
    public void There_is_none_while_a_newborn_may_come_between() => InATask("round-robin", 1, scheduler =>
    {
        var newborn = Bound(scheduler);
        scheduler.Queue.AddNewborn(newborn);
        Assert.Equal(RunQueue.NoLine, scheduler.Queue.Line);
        Assert.Same(newborn, scheduler.Queue.Next());
        Assert.Equal(0, scheduler.Queue.Line);
    });

    [Fact]
    public void An_unbound_task_in_it_is_not_told() => InATask("round-robin", 1, scheduler =>
    {
        var unbound = new TestTask((_, _) => Turn.Finished);
        unbound.PlacedAt(scheduler.Group);
        scheduler.Queue.Add(unbound);
        Assert.Equal(1, scheduler.Queue.Line);
        Assert.Null(scheduler.Queue.InLine(0));
        Assert.Same(unbound, scheduler.Queue.Next());
    });

    [Fact]
    public void The_old_order_has_none() => InATask("legacy-order", 1, scheduler =>
    {
        Assert.Equal(RunQueue.NoLine, scheduler.Queue.Line);
        Assert.Null(scheduler.Queue.InLine(0));
        Assert.Throws<InvalidOperationException>(scheduler.Queue.TakeFirstInLine);
    });

    private static void InATask(string policy, int schedulers, Action<Scheduler> look)
    {
        FederationRun.Of(new() { MainSchedulers = schedulers, Policy = Policies.Named(policy) }, (_, scheduler) =>
        {
            look(scheduler);
            return Turn.Finished;
        });
    }

    private static TestTask Bound(Scheduler scheduler)
    {
        var task = new TestTask((_, _) => Turn.Finished);
        task.PlacedAt(scheduler);
        return task;
    }
}
