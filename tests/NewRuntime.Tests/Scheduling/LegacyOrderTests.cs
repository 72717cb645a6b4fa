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
        queue.Left(tasks[1]);
        Assert.Equal([0, -1, 2, 1], tasks.Select(t => t.QueueIndex));
        queue.Add(tasks[1]);
        Assert.Equal([0, 3, 2, 1], tasks.Select(t => t.QueueIndex));
        queue.Left(tasks[1]);
        queue.Left(tasks[0]);
        Assert.Equal([-1, -1, 0, 1], tasks.Select(t => t.QueueIndex));
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
