using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Tasks;

/// <summary>A task that never has to wait gives way nevertheless.</summary>
public class BudgetTests
{
    private const int Share = 128;

    /// <summary>Runs a task beside one that counts its own turns; fails if it goes on too long between two of those.</summary>
    private static async GreenTask Beside(Func<Action, GreenTask> body, int mostAtOnce)
    {
        int atOnce = 0, longest = 0, turns = 0;
        bool ended = false;
        async GreenTask Other()
        {
            while (!ended)
            {
                turns++;
                atOnce = 0;
                await GreenTask.Yield();
            }
        }
        var other = GreenTask.Spawn(Other());
        await GreenTask.Yield();
        await body(() => longest = Math.Max(longest, ++atOnce));
        ended = true;
        await other;
        Assert.InRange(longest, 2, mostAtOnce);
        Assert.True(turns > 2);
    }

    [Fact]
    public void Receiving_and_sending_what_needs_no_wait() => GreenRun.ToEnd(1, static () => Beside(static async did =>
    {
        var (sender, receiver) = Pipe.Bounded<int>(10_000);
        for (int i = 0; i < 1000; i++)
        {
            await sender.Send(i);
            did();
        }
        sender.Dispose();
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(i, (await receiver.Receive()).Value);
            did();
        }
        Assert.Equal(WaitStatus.Closed, (await receiver.Receive()).Status);
    }, Share));

    [Fact]
    public void Select() => GreenRun.ToEnd(1, static () => Beside(static async did =>
    {
        var (sender, receiver) = Pipe.Bounded<int>(1);
        await sender.Send(1);
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(0, (await Pipe.Select(receiver)).Index);
            did();
        }
    }, Share));

    [Fact]
    public void Looking_at_a_task_that_has_ended() => GreenRun.ToEnd(1, static () => Beside(static async did =>
    {
        static async GreenTask<int> Number() => 5;
        var task = GreenTask.Spawn(Number());
        while (!task.IsCompleted) await GreenTask.Yield();
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(WaitStatus.Completed, await task.Wait(TimeSpan.Zero));
            did();
        }
        Assert.Equal(5, await task);
    }, Share));

    [Fact]
    public void Sleeping_for_no_time() => GreenRun.ToEnd(1, static () => Beside(static async did =>
    {
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(WaitStatus.Completed, await GreenTask.Sleep(TimeSpan.Zero));
            did();
        }
    }, Share));

    [Fact]
    public void Operations_that_take_long_are_fewer()
    {
        var time = new VirtualTime();
        GreenRun.ToEnd(time.Options, () => Beside(async did =>
        {
            for (int i = 0; i < 1000; i++)
            {
                time.Pass(TimeSpan.FromMicroseconds(100));
                await GreenTask.Sleep(TimeSpan.Zero);
                did();
            }
        }, 64));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(3000)]
    public void A_loop_that_computes_is_told_after_a_millisecond_to_give_way(double microseconds)
    {
        var time = new VirtualTime();
        GreenRun.ToEnd(time.Options, async () =>
        {
            var turn = time.Elapsed;
            TimeSpan longest = TimeSpan.Zero, shortest = TimeSpan.MaxValue;
            for (int turns = 0; turns < 50;)
            {
                time.Pass(TimeSpan.FromMicroseconds(microseconds));
                if (!GreenTask.NeedsYield) continue;
                var took = time.Elapsed - turn;
                if (turns > 20) longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, took.Ticks)); // the questions have found their pace
                shortest = TimeSpan.FromTicks(Math.Min(shortest.Ticks, took.Ticks));
                turns++;
                await GreenTask.Yield();
                turn = time.Elapsed;
            }
            double quantum = 1000;
            Assert.True(shortest.TotalMicroseconds >= quantum, $"{shortest}");
            Assert.True(longest.TotalMicroseconds <= quantum * 1.3 + 2 * microseconds, $"{longest}");
        });
    }

    [Fact]
    public void Whoever_is_no_task_need_not_give_way() => Assert.False(GreenTask.NeedsYield);
}
