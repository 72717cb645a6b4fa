using System.Collections.Concurrent;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Stalls;

/// <summary>What the stall detector tells, of whom it does not, and when it looks.</summary>
public sealed class StallTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(50);
    private static readonly TimeSpan s_after = TimeSpan.FromMilliseconds(25);

    [Fact]
    public void A_stall_is_told_once_with_the_task_and_where_it_was_spawned()
    {
        var reports = new ConcurrentQueue<StallReport>();
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, StallAfter = TimeSpan.FromMilliseconds(1), Stalled = reports.Enqueue }, async () =>
        {
            var scheduler = Scheduler.Current!;
            await GreenTask.Spawn(Stall(), new SpawnOptions { Name = "busy" });
            Assert.True(Volatile.Read(ref scheduler.Counters.Stalls) > 0);

            async GreenTask Stall()
            {
                await GreenTask.Yield();
                Spin(() => !reports.IsEmpty);
                long before = Volatile.Read(ref scheduler.Counters.StalledTicks);
                Spin(() => Volatile.Read(ref scheduler.Counters.StalledTicks) > before + TimeSpan.TicksPerMillisecond * 5);
            }
        });
        var report = Assert.Single(reports, report => report.Task == "busy");
        Assert.Equal("Stall", report.Method);
        Assert.Contains("StallTests.cs", report.SpawnSite);
        Assert.Equal(2, report.Scheduler.Group.Id);
        Assert.True(report.Length >= TimeSpan.FromMilliseconds(1));
        Assert.Matches(@"^scheduler 2\.0 has been in one turn of task busy \(spawned at .*StallTests\.cs:\d+\) in Stall for \d+ ms", report.ToString());
    }

    [Fact]
    public void A_turn_is_a_stall_when_it_is_seen_for_long_enough() => InATurn((scheduler, watch) =>
    {
        Assert.False(watch.IsStalled(s_after, TimeSpan.Zero, s_after), "there was no look before");
        Assert.False(watch.IsStalled(s_after / 2, TimeSpan.Zero, s_after));
        Assert.True(watch.IsStalled(s_after / 2, TimeSpan.Zero, s_after));
        Assert.Equal(s_after, watch.Report()!.Length);
        Assert.True(watch.IsStalled(s_after, TimeSpan.Zero, s_after));
        Assert.Null(watch.Report());
        Assert.Equal(1, scheduler.Counters.Stalls);
        Assert.Equal(s_after * 2, new TimeSpan(scheduler.Counters.StalledTicks));
    });

    [Fact]
    public void Garbage_collection_is_not_the_tasks_fault() => InATurn((_, watch) =>
    {
        watch.IsStalled(s_after, TimeSpan.Zero, s_after);
        Assert.False(watch.IsStalled(s_after, s_after * 0.9, s_after));
        Assert.True(watch.IsStalled(s_after, TimeSpan.Zero, s_after));
        var report = watch.Report()!;
        Assert.Equal(s_after * 1.1, report.Length);
        Assert.Equal(s_after * 0.9, report.GcPause);
        Assert.Contains("garbage collection", report.ToString());
    });

    [Fact]
    public void A_look_that_comes_far_too_late_does_not_count_in_full() => InATurn((_, watch) =>
    {
        watch.IsStalled(s_after, TimeSpan.Zero, s_after);
        Assert.True(watch.IsStalled(TimeSpan.FromHours(1), TimeSpan.Zero, s_after));
        Assert.Equal(s_after * 2, watch.Report()!.Length);
    });

    [Fact]
    public void Many_short_turns_are_no_stall()
    {
        StallWatch? watch = null;
        InTurns(200, scheduler =>
        {
            watch ??= new StallWatch(scheduler);
            Assert.False(watch.IsStalled(s_after, TimeSpan.Zero, s_after));
        });
    }

    [Fact]
    public void A_scheduler_that_nobody_drives_does_not_stall()
    {
        StallWatch? watch = null;
        var scheduler = InTurns(1, running =>
        {
            watch = new StallWatch(running);
            watch.IsStalled(s_after, TimeSpan.Zero, s_after);
        });
        scheduler.Queue.AddOwn(new TestTask((_, _) => Turn.Finished)); // it has something to do, but its loop does not call it
        for (int i = 0; i < 3; i++) Assert.False(watch!.IsStalled(s_after, TimeSpan.Zero, s_after));
    }

    [Fact]
    public void A_stall_is_described_again_when_it_has_lasted() => InATurn((scheduler, watch) =>
    {
        watch.IsStalled(s_after, TimeSpan.Zero, s_after);
        Assert.True(watch.IsStalled(s_after, TimeSpan.Zero, s_after));
        Assert.NotNull(watch.Report());
        Assert.Null(watch.ReportOnceItLasts(s_after * 2));
        scheduler.BlockedIn = "Task.Wait at Program.cs:3";
        Assert.True(watch.IsStalled(s_after, TimeSpan.Zero, s_after));
        var lasting = watch.ReportOnceItLasts(s_after * 2)!;
        Assert.Equal(s_after * 2, lasting.Length);
        Assert.EndsWith(", blocked in Task.Wait at Program.cs:3, for 50 ms", lasting.ToString());
        Assert.True(watch.IsStalled(s_after, TimeSpan.Zero, s_after));
        Assert.Null(watch.ReportOnceItLasts(s_after * 2));
        Assert.Equal(1, scheduler.Counters.Stalls);
    });

    [Fact]
    public void One_scheduler_is_looked_at_too() => GreenRun.ToEnd(1, async () =>
    {
        await GreenTask.Spawn(Nothing());
        Assert.True(Scheduler.Current!.Group.Federation.Stalls!.IsRunning);
    });

    [Fact]
    public void There_is_no_thread_without_anybody_to_help_or_to_tell() => GreenRun.ToEnd(
        new FederationOptions { MainSchedulers = 1, StallLineAfter = Timeout.InfiniteTimeSpan },
        async () =>
        {
            await GreenTask.Spawn(Nothing());
            Assert.False(Scheduler.Current!.Group.Federation.Stalls!.IsRunning);
        });

    [Fact]
    public void There_is_none_if_it_is_not_wanted() => GreenRun.ToEnd(
        new FederationOptions { MainSchedulers = 2, StallAfter = Timeout.InfiniteTimeSpan, Stalled = _ => { } },
        async () =>
        {
            await GreenTask.Spawn(Nothing());
            Assert.Null(Scheduler.Current!.Group.Federation.Stalls);
        });

    [Fact]
    public void It_sleeps_while_all_schedulers_do_wakes_with_the_first_and_ends_with_the_last()
    {
        StallDetector? detector = null;
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 2, StallAfter = TimeSpan.FromMilliseconds(1) }, async () =>
        {
            var (wake, woken) = Pipe.Stream<int>();
            bool ran = false;
            var mate = GreenTask.Spawn(Mate(), woken);
            var scheduler = Scheduler.Current!;
            var stalls = detector = scheduler.Group.Federation.Stalls!;
            Assert.True(await GreenTask.RunBlocking(() => SpinWait.SpinUntil(() => stalls.IsAsleep, s_patience)));
            scheduler = Scheduler.Current!;
            Spin(() => scheduler.Group.Schedulers.All(other => other == scheduler || other.IsParked));
            await wake.Send(1);
            Spin(() => Volatile.Read(ref ran)); // only a rescue lets it: see RescueTests
            await mate;

            async GreenTask Mate()
            {
                await woken.Receive();
                Volatile.Write(ref ran, true);
            }
        });
        Assert.False(detector!.IsRunning);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(3_600_001)]
    public void A_time_that_is_none_is_refused(int milliseconds)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(
            () => new Federation(new FederationOptions { StallAfter = TimeSpan.FromMilliseconds(milliseconds) }));
        Assert.Equal("StallAfter", refused.ParamName);
        Assert.Contains("1 ms to 1 h", refused.Message);
        refused = Assert.Throws<ArgumentOutOfRangeException>(
            () => new Federation(new FederationOptions { StallLineAfter = TimeSpan.FromMilliseconds(milliseconds) }));
        Assert.Equal("StallLineAfter", refused.ParamName);
    }

    private static void InATurn(Action<Scheduler, StallWatch> look) => InTurns(1, scheduler => look(scheduler, new StallWatch(scheduler)));

    // Turns on a scheduler that has no thread, so that no time passes but what the test says.
    private static Scheduler InTurns(int turns, Action<Scheduler> inEach)
    {
        var federation = new Federation(new FederationOptions { MainSchedulers = 1, MainOnCallersThread = true });
        var scheduler = federation.MainGroup.Schedulers[0];
        var task = new TestTask((task, scheduler) =>
        {
            inEach(scheduler);
            return task.Turns < turns ? Turn.Yielded : Turn.Finished;
        });
        Assert.True(federation.MainGroup.Place(task));
        var before = scheduler.Enter();
        federation.MainGroup.Schedule(task);
        while (task.Ends == 0) scheduler.RunBatch();
        Scheduler.Exit(before);
        return scheduler;
    }

    private static async GreenTask Nothing() => await GreenTask.Yield();

    private static void Spin(Func<bool> until) => Assert.True(SpinWait.SpinUntil(until, s_patience));
}
