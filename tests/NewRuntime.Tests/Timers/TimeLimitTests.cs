namespace Rustrt.Federation.Tests.Timers;

/// <summary>Waits that are given a time limit: joins, and whatever else uses Frame.LimitWait.</summary>
public class TimeLimitTests
{
    [Fact]
    public void A_join_with_a_limit_says_what_ended_it_and_the_result_stays_to_be_taken()
    {
        var time = new VirtualTime();
        GreenRun.ToEnd(time.Options, static async () =>
        {
            static async GreenTask<int> Work()
            {
                await GreenTask.Sleep(TimeSpan.FromSeconds(10));
                return 42;
            }
            var work = GreenTask.Spawn(Work());
            Assert.Equal(WaitStatus.TimedOut, await work.Wait(TimeSpan.Zero));
            Assert.Equal(WaitStatus.TimedOut, await work.Wait(TimeSpan.FromSeconds(4)));
            Assert.Equal(WaitStatus.TimedOut, await work.Wait(TimeSpan.FromSeconds(4)));
            Assert.Equal(WaitStatus.Completed, await work.Wait(TimeSpan.FromSeconds(4)));
            Assert.Equal(WaitStatus.Completed, await work.Wait(TimeSpan.Zero));
            Assert.Equal(0, Scheduler.Current!.PendingTimers);
            Assert.Equal(42, await work);
        });
    }

    [Fact]
    public void A_limit_in_the_other_direction_is_refused() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask Nothing() => await GreenTask.Yield();
        var task = GreenTask.Spawn(Nothing());
        Assert.Throws<ArgumentOutOfRangeException>(() => task.Wait(TimeSpan.FromTicks(-5)));
        await task;
    });

    [Fact]
    public void A_cancelled_waiter_is_told_and_its_timer_is_gone() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask Forever() => await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
        var forever = GreenTask.Spawn(Forever());
        async GreenTask<WaitStatus> Waiter() => await forever.Wait(TimeSpan.FromDays(1));
        var waiter = GreenTask.Spawn(Waiter());
        while (Scheduler.Current!.PendingTimers == 0) await GreenTask.Yield();
        waiter.Cancel();
        Assert.Equal(WaitStatus.Cancelled, await waiter);
        Assert.Equal(0, Scheduler.Current!.PendingTimers);
        forever.Cancel();
        await forever;
    });

    [Fact]
    public void A_timer_of_an_earlier_life_of_a_pooled_task_ends_nothing()
    {
        Frame[] lives = new Frame[2];
        uint[] numbers = new uint[2];
        GreenRun.ToEnd(1, async () =>
        {
            async GreenTask Life(int n)
            {
                await GreenTask.Yield();
                await GreenTask.Sleep(TimeSpan.FromMicroseconds(1));
                lives[n] = Scheduler.Current!.CurrentTask!;
                numbers[n] = lives[n].WaitNumber;
            }
            await GreenTask.Spawn(Life(0));
            await GreenTask.Spawn(Life(1));
        });
        Assert.Same(lives[0], lives[1]);
        Assert.True(numbers[1] > numbers[0], "the second life would be ended by what was meant for the first");
    }

    [Theory]
    [InlineData(1, 11)]
    [InlineData(2, 12)]
    [InlineData(2, 13)]
    public void Whichever_comes_first_every_wait_ends_exactly_once(int schedulers, int seed) => GreenRun.ToEnd(schedulers, async () =>
    {
        int works = 0, ended = 0;
        async GreenTask<int> Work(int microseconds, int result)
        {
            await GreenTask.Sleep(TimeSpan.FromMicroseconds(microseconds));
            Interlocked.Increment(ref works);
            return result;
        }
        async GreenTask Patient(int number)
        {
            var random = new Random(seed * 1000 + number);
            for (int i = 0; i < 20; i++)
            {
                var work = GreenTask.Spawn(Work(random.Next(3000), i));
                while (await work.Wait(TimeSpan.FromMicroseconds(random.Next(2000))) is var status && status != WaitStatus.Completed)
                {
                    Assert.Equal(WaitStatus.TimedOut, status);
                    if (random.Next(2) == 0) await GreenTask.Yield();
                }
                Assert.Equal(i, await work);
            }
            Interlocked.Increment(ref ended);
        }
        var all = Enumerable.Range(0, 100).Select(n => GreenTask.Spawn(Patient(n))).ToArray();
        foreach (var one in all) await one;
        Assert.Equal((2000, 100), (works, ended));
    }, $"seed {seed}");
}
