using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests;

/// <summary>Schedulers count tasks in batches, and nobody notices.</summary>
public class TaskUnitsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_word_of_the_group_changes_once_for_many_tasks(int schedulers)
    {
        const int Tasks = 20_000;
        uint changes = 0;
        async GreenTask Nothing() => await GreenTask.Yield();
        async GreenTask Main()
        {
            var group = Scheduler.Current!.Group;
            for (int i = 0; i < 10; i++) await GreenTask.Spawn(Nothing()); // the first ones are placed by their numbers
            uint before = group.Tasks.Read().Created;
            var tasks = new JoinHandle[Tasks];
            for (int i = 0; i < Tasks; i++) tasks[i] = GreenTask.Spawn(Nothing());
            changes = group.Tasks.Read().Created - before;
            foreach (var task in tasks) await task;
        }
        Assert.Equal(0, GreenRun.Status(new() { MainSchedulers = schedulers }, Main));
        Assert.InRange(changes, 1u, (uint)(Tasks / TaskUnits.Batch + 1));
    }

    [Fact]
    public void What_a_scheduler_has_to_spare_does_not_count_as_alive()
    {
        int alone = 0, three = 0;
        async GreenTask Wait(Receiver<int> from) => await from.Receive();
        async GreenTask Main()
        {
            var group = Scheduler.Current!.Group;
            await GreenTask.Spawn(Yielding(1));
            alone = group.LiveTasks;
            var (to, from) = Pipe.Stream<int>();
            var (to2, from2) = Pipe.Stream<int>();
            JoinHandle one = GreenTask.Spawn(Wait(from), from), two = GreenTask.Spawn(Wait(from2), from2);
            await GreenTask.Yield();
            three = group.LiveTasks;
            to.Dispose();
            to2.Dispose();
            await one;
            await two;
        }
        Assert.Equal(0, GreenRun.Status(new() { MainSchedulers = 1 }, Main));
        Assert.Equal((1, 3), (alone, three));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_weak_task_that_never_sleeps_does_not_keep_what_its_scheduler_has_to_spare(int schedulers)
    {
        bool ended = false;
        async GreenTask Forever()
        {
            while (!GreenTask.IsCancelled) await GreenTask.Yield();
            ended = true;
        }
        async GreenTask Main()
        {
            for (int i = 0; i < schedulers; i++) GreenTask.Spawn(Forever(), new SpawnOptions { IsWeak = true }).Detach();
            for (int i = 0; i < 100; i++) await GreenTask.Spawn(Yielding(3));
        }
        Assert.Equal(0, GreenRun.Status(new() { MainSchedulers = schedulers }, Main));
        Assert.True(ended);
    }

    private static async GreenTask Yielding(int times)
    {
        for (int i = 0; i < times; i++) await GreenTask.Yield();
    }
}
