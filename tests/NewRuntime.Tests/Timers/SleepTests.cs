using System.Diagnostics;

namespace Rustrt.Federation.Tests.Timers;

/// <summary>Sleeping tasks, in virtual time where the time itself is asserted.</summary>
public class SleepTests
{
    [Theory]
    [InlineData(0.0001)]
    [InlineData(1)]
    [InlineData(4095.5)]
    [InlineData(4096)]
    [InlineData(123_456_789)]
    [InlineData(3e12)] // 95 years
    public void A_sleep_ends_in_the_millisecond_in_which_its_time_is_over(double milliseconds)
    {
        var time = new VirtualTime();
        var span = TimeSpan.FromTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond));
        GreenRun.ToEnd(time.Options, async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                time.Pass(TimeSpan.FromTicks(i * 1_111));
                var before = time.Elapsed;
                Assert.Equal(WaitStatus.Completed, await GreenTask.Sleep(span));
                var slept = time.Elapsed - before;
                Assert.True(slept >= span && slept < span + TimeSpan.FromMilliseconds(1), $"{span}: slept {slept}");
            }
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_sleep_is_never_early_by_the_real_clock(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        async GreenTask Sleeper(int seed)
        {
            var random = new Random(seed);
            for (int i = 0; i < 10; i++)
            {
                var span = TimeSpan.FromMicroseconds(random.Next(1, 5000));
                long before = Stopwatch.GetTimestamp();
                Assert.Equal(WaitStatus.Completed, await GreenTask.Sleep(span));
                Assert.True(Stopwatch.GetElapsedTime(before) >= span);
            }
        }
        var sleepers = Enumerable.Range(0, 200).Select(seed => GreenTask.Spawn(Sleeper(seed))).ToArray();
        foreach (var sleeper in sleepers) await sleeper;
    });

    [Fact]
    public void Sleepers_wake_in_the_order_of_their_times_and_within_a_millisecond_in_the_order_of_their_sleeps()
    {
        var time = new VirtualTime();
        GreenRun.ToEnd(time.Options, static async () =>
        {
            var random = new Random(7);
            var woken = new List<(int Milliseconds, int Number)>();
            async GreenTask Sleeper(int milliseconds, int number)
            {
                await GreenTask.Sleep(TimeSpan.FromMilliseconds(milliseconds));
                woken.Add((milliseconds, number));
            }
            var sleepers = new List<JoinHandle>();
            for (int i = 0; i < 5000; i++)
            {
                sleepers.Add(GreenTask.Spawn(Sleeper(random.Next(1, 20_000), i)));
                await GreenTask.Yield(); // newborn tasks run newest first; so each sleeps before the next is born
                await GreenTask.Yield();
            }
            foreach (var sleeper in sleepers) await sleeper;
            Assert.Equal(5000, woken.Count);
            Assert.Equal(woken.Order(), woken);
        });
    }

    [Fact]
    public void A_sleep_of_zero_does_not_wait_and_says_whether_the_task_is_cancelled() => GreenRun.ToEnd(1, static async () =>
    {
        Assert.Equal(WaitStatus.Completed, await GreenTask.Sleep(TimeSpan.Zero));
        static async GreenTask<WaitStatus> Cancelled()
        {
            await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
            return await GreenTask.Sleep(TimeSpan.Zero);
        }
        var task = GreenTask.Spawn(Cancelled());
        task.Cancel();
        Assert.Equal(WaitStatus.Cancelled, await task);
    });

    public static TheoryData<long> LongTimes => new(
        Timeout.InfiniteTimeSpan.Ticks, TimeSpan.MaxValue.Ticks, TimeSpan.FromDays(1).Ticks, TimeSpan.FromDays(365 * 10_000L).Ticks);

    [Theory]
    [MemberData(nameof(LongTimes))]
    public void A_sleep_of_any_length_ends_when_it_is_cancelled_and_leaves_no_timer(long ticks)
    {
        foreach (int schedulers in new[] { 1, 2 })
        {
            GreenRun.ToEnd(schedulers, async () =>
            {
                async GreenTask<(WaitStatus, WaitStatus)> Sleeper() =>
                    (await GreenTask.Sleep(new TimeSpan(ticks)), await GreenTask.Sleep(new TimeSpan(ticks)));
                for (int i = 0; i < 2000; i++)
                {
                    var sleeper = GreenTask.Spawn(Sleeper());
                    for (int k = 0; k < i % 3; k++) await GreenTask.Yield();
                    sleeper.Cancel();
                    Assert.Equal((WaitStatus.Cancelled, WaitStatus.Cancelled), await sleeper);
                }
                // With two schedulers some are taken back by messages, which are read when the scheduler next has a turn.
                var group = Scheduler.Current!.Group;
                if (group.MaximumSchedulers == 1) Assert.Equal(0, Scheduler.Current!.PendingTimers);
            });
        }
    }

    [Fact]
    public void A_negative_time_is_refused() => GreenRun.ToEnd(1, static async () =>
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => GreenTask.Sleep(TimeSpan.FromMilliseconds(-2)));
        Assert.Contains("Timeout.InfiniteTimeSpan", e.Message, StringComparison.Ordinal);
        await GreenTask.Yield();
    });

    [Fact]
    public void Only_green_tasks_sleep()
    {
#pragma warning disable FED004 // what the compiler refuses is refused at run time, too
        static async Task Elsewhere() => await GreenTask.Sleep(TimeSpan.FromDays(1));
        Assert.Throws<OutsideException>(() => Elsewhere().GetAwaiter().GetResult());
        static async Task NotEvenForNothing() => await GreenTask.Sleep(TimeSpan.Zero);
#pragma warning restore FED004
        Assert.Throws<OutsideException>(() => NotEvenForNothing().GetAwaiter().GetResult());
    }

    [Fact]
    [Trait("Build", "Release")]
    public void Sleeping_allocates_nothing_once_it_has_begun()
    {
        var time = new VirtualTime();
        GreenRun.ToEnd(time.Options, static async () =>
        {
            static async GreenTask Sleeper(int number)
            {
                for (int i = 0; i < 1000; i++) await GreenTask.Sleep(TimeSpan.FromMilliseconds(1 + (number + i) % 5));
            }
            static async GreenTask Round(JoinHandle[] sleepers)
            {
                for (int i = 0; i < sleepers.Length; i++) sleepers[i] = GreenTask.Spawn(Sleeper(i));
                for (int i = 0; i < sleepers.Length; i++) await sleepers[i];
            }
            var sleepers = new JoinHandle[10];
            await Round(sleepers);
            long allocated = -1;
#if DEBUG
            const int rounds = 1; // the compiler makes the state machine of every call an object
#else
            const int rounds = 10_000; // until everything has been compiled for good
#endif
            for (int round = 0; round < rounds && allocated != 0; round++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                await Round(sleepers);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }
#if DEBUG
            Assert.True(allocated > 0);
#else
            Assert.Equal(0, allocated);
#endif
        });
    }

    [Fact]
    public void A_busy_scheduler_fires_timers_between_turns() => GreenRun.ToEnd(1, static async () =>
    {
        bool slept = false;
        async GreenTask Sleeper()
        {
            await GreenTask.Sleep(TimeSpan.FromMilliseconds(5));
            slept = true;
        }
        var sleeper = GreenTask.Spawn(Sleeper());
        while (!slept) await GreenTask.Yield(); // never idle
        await sleeper;
    });
}
