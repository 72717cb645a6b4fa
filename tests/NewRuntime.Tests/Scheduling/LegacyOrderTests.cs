using System.Text;

namespace Rustrt.Federation.Tests;

/// <summary>The order of the old runtime on one thread, repeatable from the seed.</summary>
public class LegacyOrderTests
{
    [Fact]
    public void Three_children_of_six_yields_under_seed_42_repeat_the_recorded_order() =>
        Assert.Equal("mmbmmbbaambmbmmaacbacamcmcccmm", Order(42)); // tests/conformance/d_yield.cpp, case order

    [Fact]
    public void Another_seed_gives_another_order() => Assert.NotEqual(Order(42), Order(43));

    [Fact]
    public void A_task_that_parks_gives_its_place_to_the_last_one_and_returns_at_the_end()
    {
        var queue = new LegacyOrderRunQueue(new Isaac(1));
        var tasks = Enumerable.Range(0, 4).Select(_ => new TestTask((_, _) => Turn.Yielded)).ToArray();
        foreach (var task in tasks) queue.Add(task);
        queue.Left(tasks[1], Turn.Parked);
        Assert.Equal([tasks[0], tasks[3], tasks[2]], queue.Runnable());
        queue.Add(tasks[1]);
        Assert.Equal([tasks[0], tasks[3], tasks[2], tasks[1]], queue.Runnable());
        queue.Left(tasks[1], Turn.Finished);
        queue.Left(tasks[0], Turn.Finished);
        Assert.Equal([tasks[2], tasks[3]], queue.Runnable());
    }

    [Fact]
    public void Parked_tasks_are_kept_in_the_order_of_their_parks_but_the_last_one_fills_a_hole()
    {
        var queue = new LegacyOrderRunQueue(new Isaac(1));
        var tasks = Enumerable.Range(0, 5).Select(_ => new TestTask((_, _) => Turn.Yielded)).ToArray();
        foreach (var task in tasks) queue.Add(task);
        foreach (int i in (int[])[2, 0, 4, 1]) queue.Left(tasks[i], Turn.Parked);
        queue.Left(tasks[3], Turn.Finished);
        Assert.Equal([tasks[2], tasks[0], tasks[4], tasks[1]], queue.Parked());
        queue.AddOwn(tasks[2]);
        Assert.Equal([tasks[1], tasks[0], tasks[4]], queue.Parked());
        queue.AddOwn(tasks[4]);
        Assert.Equal([tasks[1], tasks[0]], queue.Parked());
    }

    [Fact]
    public void Parked_tasks_are_told_in_the_order_of_their_parks()
    {
        const int Children = 5;
        List<int> woken = [];
        bool spawned = false;
        int parked = 0;
        var children = Enumerable.Range(0, Children).Select(i =>
        {
            bool again = false;
            return new TestTask((_, _) =>
            {
                if (again)
                {
                    woken.Add(i);
                    return Turn.Finished;
                }
                again = true;
                parked++;
                return Turn.Parked;
            });
        }).ToArray();
        List<int> told = [];
        FederationRun.Of(new() { MainSchedulers = 1, Policy = SchedulingPolicy.LegacyOrder(42) }, (main, _) =>
        {
            if (!spawned)
            {
                spawned = true;
                TestTask.StartAll(main.Group, children);
                return Turn.Yielded;
            }
            if (parked < Children) return Turn.Yielded;
            foreach (var task in main.Group.Federation.ParkedInOrder()) told.Add(Array.IndexOf(children, task));
            Assert.Equal(Enumerable.Range(0, Children), told.Order());
            foreach (int i in told) children[i].Wake();
            Assert.Empty(main.Group.Federation.ParkedInOrder());
            return Turn.Finished;
        });
        Assert.Equal(Children, woken.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_other_policies_keep_no_account_of_parked_tasks(bool steals)
    {
        bool woken = false;
        FederationRun.Of(new() { MainSchedulers = 1, Policy = steals ? SchedulingPolicy.Stealing : SchedulingPolicy.RoundRobin }, (main, _) =>
        {
            if (woken) return Turn.Finished;
            woken = true;
            Assert.Empty(main.Group.Federation.ParkedInOrder());
            main.Wake();
            return Turn.Parked;
        });
    }

    [Fact]
    public void An_empty_list_draws_nothing()
    {
        var queue = new LegacyOrderRunQueue(new Isaac(42));
        for (int i = 0; i < 10; i++) Assert.Null(queue.Next());
        var tasks = Enumerable.Range(0, 1000).Select(_ => new TestTask((_, _) => Turn.Yielded)).ToArray();
        foreach (var task in tasks) queue.Add(task);
        Assert.Same(tasks[0xa8683777 % 1000], queue.Next()); // the first word of seed 42
    }

    private static string Order(int seed)
    {
        var order = new StringBuilder();
        int living = 3;
        TestTask Child(char name)
        {
            int yields = 0;
            return new TestTask((_, _) =>
            {
                if (yields++ < 6)
                {
                    order.Append(name);
                    return Turn.Yielded;
                }
                living--;
                return Turn.Finished;
            });
        }

        bool spawned = false;
        FederationRun.Of(new() { MainSchedulers = 1, Policy = SchedulingPolicy.LegacyOrder(seed) }, (main, _) =>
        {
            if (!spawned)
            {
                spawned = true;
                foreach (char name in "abc") Child(name).Start(main.Group);
            }
            if (living == 0) return Turn.Finished;
            order.Append('m');
            return Turn.Yielded;
        });
        return order.ToString();
    }
}
