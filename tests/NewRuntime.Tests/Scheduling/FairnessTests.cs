namespace Rustrt.Federation.Tests;

/// <summary>Order and fairness on one scheduler.</summary>
public class FairnessTests
{
    [Fact]
    public void Tasks_that_yield_take_turns_in_order()
    {
        var order = new List<char>();
        FederationRun.Of(new() { MainSchedulers = 1 }, (main, _) =>
        {
            foreach (char name in "abc")
            {
                new TestTask((task, _) =>
                {
                    order.Add(name);
                    return task.Turns < 3 ? Turn.Yielded : Turn.Finished;
                }).Start(main.Group);
            }
            return Turn.Finished;
        });
        Assert.Equal("abcabcabc", string.Concat(order));
    }

    [Fact]
    public void A_started_task_does_not_run_before_its_starter_gives_way()
    {
        bool ran = false, ranTooEarly = false;
        FederationRun.Of(new() { MainSchedulers = 1 }, (main, _) =>
        {
            new TestTask((_, _) =>
            {
                ran = true;
                return Turn.Finished;
            }).Start(main.Group);
            ranTooEarly = ran;
            return Turn.Finished;
        });
        Assert.True(ran);
        Assert.False(ranTooEarly);
    }

    [Theory]
    [InlineData("stealing")]
    [InlineData("round-robin")]
    [InlineData("legacy-order")]
    public void A_wake_between_the_turn_and_the_park_runs_the_task_again(string policy)
    {
        var order = new List<string>();
        FederationRun.Of(new() { MainSchedulers = 1, Policy = Policies.Named(policy) }, (main, _) =>
        {
            order.Add($"turn {main.Turns}");
            if (main.Turns == 3) return Turn.Finished;
            main.Wake();
            return Turn.Parked;
        });
        Assert.Equal(["turn 1", "turn 2", "turn 3"], order);
    }

    [Fact]
    public void Legacy_order_gives_every_task_its_share_in_the_long_run()
    {
        var turns = new int[4];
        int total = 0;
        FederationRun.Of(new() { MainSchedulers = 1, Policy = SchedulingPolicy.LegacyOrder(7) }, (main, _) =>
        {
            for (int k = 0; k < turns.Length; k++)
            {
                int number = k;
                new TestTask((_, _) =>
                {
                    if (total >= 40_000) return Turn.Finished;
                    turns[number]++;
                    total++;
                    return Turn.Yielded;
                }).Start(main.Group);
            }
            return Turn.Finished;
        });
        Assert.All(turns, n => Assert.InRange(n, 9_500, 10_500));
    }
}
