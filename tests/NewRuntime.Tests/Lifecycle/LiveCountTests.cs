namespace Rustrt.Federation.Tests;

/// <summary>The live count reaches zero exactly when nothing is alive, however the words are read.</summary>
public class LiveCountTests
{
    [Fact]
    public void A_task_that_hops_between_groups_is_never_overlooked()
    {
        // One task is always alive, now in this group, now in that. Somebody who reads the groups one after the other can
        // find each of them empty; only a snapshot tells the truth. The looker has no task of its own.
        var federation = new Federation(new() { MainSchedulers = 1 });
        SchedulerGroup[] groups = [federation.PlatformGroup, federation.MainGroup];
        TestTask[] tasks = [Never(), Never()];
        Assert.True(groups[0].Place(tasks[0]));

        bool over = false;
        int looks = 0;
        var looker = new Thread(() =>
        {
            while (!Volatile.Read(ref over))
            {
                federation.IncrementLiveCount();
                federation.DecrementLiveCount();
                looks++;
            }
        });
        looker.Start();
        int hops = 0;
        while (hops < 300_000 || Volatile.Read(ref looks) < 1000)
        {
            hops++;
            Assert.True(groups[hops % 2].Place(tasks[hops % 2]));
            groups[(hops + 1) % 2].TaskReleased();
        }
        Volatile.Write(ref over, true);
        looker.Join();
        Assert.False(federation.IsShuttingDown);
        groups[hops % 2].TaskReleased();
        Assert.True(federation.IsShuttingDown);
        FederationRun.ToEnd(federation);
    }

    [Fact]
    public void Words_that_are_zero_one_after_the_other_are_not_a_sum_of_zero()
    {
        var federation = new Federation(new() { MainSchedulers = 1, EventLoops = static () => new MonitorEventLoop() });
        SchedulerGroup[] groups = [federation.PlatformGroup, federation.MainGroup];
        TestTask[] tasks = [Never(), Never()];
        int at = 0, readings = 0;
        Assert.True(groups[at].Place(tasks[at]));

        // Before each reading of the first passes the task hops out of the way; then it stays where it is.
        var count = new LiveCount(federation.Registry)
        {
            TestHookBeforeReading = group =>
            {
                if (++readings > 50 || group != groups[at]) return;
                Assert.True(groups[1 - at].Place(tasks[1 - at]));
                groups[at].TaskReleased();
                at = 1 - at;
            },
        };
        Assert.False(count.HasReachedZero());
        Assert.InRange(readings, 51, 60);
        groups[at].TaskReleased();
        Assert.True(count.HasReachedZero());
        FederationRun.ToEnd(federation);
    }

    [Fact]
    public void Of_many_releases_at_once_the_last_one_begins_the_shutdown_and_only_once()
    {
        for (int round = 0; round < 60; round++)
        {
            int began = 0;
            var federation = new Federation(new()
            {
                MainSchedulers = 1,
                EventLoops = static () => new MonitorEventLoop(),
                StartAtExitTask = _ => Interlocked.Increment(ref began),
            });
            for (int i = 0; i < 4; i++)
            {
                Assert.True(federation.PlatformGroup.Place(Never()));
                Assert.True(federation.MainGroup.Place(Never()));
            }
            federation.DecrementLiveCount();
            federation.DecrementLiveCount(); // two of the eight are weak
            using var start = new Barrier(2);
            var threads = new[] { federation.PlatformGroup, federation.MainGroup }.Select(group => new Thread(() =>
            {
                start.SignalAndWait();
                for (int i = 0; i < 3; i++) group.TaskReleased();
            })).ToArray();
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();
            Assert.True(began == 1, $"round {round}: began {began} times");
            federation.PlatformGroup.TaskReleased();
            federation.MainGroup.TaskReleased();
            FederationRun.ToEnd(federation);
        }
    }

    [Fact]
    public void A_group_that_has_ended_counts_no_task_in()
    {
        var count = new TaskCount<HardwareAtomics>(mayEnd: true);
        Assert.True(count.TryCreate(out uint first));
        Assert.True(count.TryCreate(out uint second));
        Assert.Equal((0u, 1u), (first, second));
        Assert.Equal(1, count.Release());
        Assert.False(count.TryEndIfAllowed());
        Assert.Equal(0, count.Release());
        Assert.True(count.TryEndIfAllowed());
        Assert.False(count.TryEndIfAllowed());
        Assert.False(count.TryCreate(out _));
        Assert.Equal((0, 2u, true), (count.Read().Live, count.Read().Created, count.Read().HasEnded));
    }

    private static TestTask Never() => new((_, _) => throw new InvalidOperationException("This task is never scheduled."));
}
