using System.Diagnostics.Metrics;

namespace Rustrt.Federation.Tests.Observing;

/// <summary>The histograms of what turns take and of how long tasks wait for theirs.</summary>
public sealed class TimesTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(50);

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.9, 1)]
    [InlineData(1.0, 2)]
    [InlineData(3.9, 4)]
    [InlineData(1000.0, 1024)]
    [InlineData(100e6, long.MaxValue)]
    public void A_time_is_counted_below_the_next_power_of_two(double microseconds, long below)
    {
        var histogram = new TimeHistogram();
        histogram.Add(TimeSpan.FromMicroseconds(microseconds));
        Assert.Equal([(below, 1L)], histogram.Read());
    }

    // One scheduler, and two that steal each other's probes as well.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Each_turn_is_measured_while_somebody_listens(int schedulers) => GreenRun.ToEnd(schedulers, async () =>
    {
        var federation = Scheduler.Current!.Group.Federation;
        var seen = new Dictionary<string, long>();
        using var listener = Listen(federation, seen);
        var others = new JoinHandle[8];
        bool enough = false;
        for (int i = 0; i < others.Length; i++) others[i] = GreenTask.Spawn(YieldUntilEnough());
        var began = System.Diagnostics.Stopwatch.StartNew();
        while (seen.GetValueOrDefault("rustrt.scheduler.wait_times") < 20 && began.Elapsed < s_patience)
        {
            for (int i = 0; i < 1000; i++) await GreenTask.Yield();
            lock (seen) seen.Clear();
            listener.RecordObservableInstruments();
        }
        enough = true;
        foreach (var other in others) await other;
        Assert.True(seen.GetValueOrDefault("rustrt.scheduler.wait_times") >= 20);
        Assert.True(seen["rustrt.scheduler.turn_times"] >= seen["rustrt.scheduler.wait_times"]);

        async GreenTask YieldUntilEnough()
        {
            while (!Volatile.Read(ref enough)) await GreenTask.Yield();
        }
    });

    // A turn of a millisecond by a simulated clock, with two more tasks in line: each waits for two turns.
    [Fact]
    public void A_wait_is_as_long_as_the_turns_before_it()
    {
        var time = new VirtualTime();
        var federation = new Federation(new FederationOptions { MainSchedulers = 1, MainOnCallersThread = true, Clock = time, EventLoops = () => new MonitorEventLoop() });
        using var listener = Listen(federation, []);
        var scheduler = federation.MainGroup.Schedulers[0];
        var tasks = Enumerable.Range(0, 2).Select(_ => new TestTask((task, _) =>
        {
            time.Pass(TimeSpan.FromMilliseconds(1));
            return task.Turns < 2000 ? Turn.Yielded : Turn.Finished;
        })).ToList();
        var before = scheduler.Enter();
        TestTask.StartAll(federation.MainGroup, tasks);
        while (tasks.Any(task => task.Ends == 0)) scheduler.RunBatch();
        while (scheduler.RunBatch())
        {
        }
        Scheduler.Exit(before);
        Assert.Contains(scheduler.Times.Turns.Read(), bucket => bucket is { BelowMicroseconds: 1024, Count: > 2000 });
        Assert.Contains(scheduler.Times.Waits.Read(), bucket => bucket is { BelowMicroseconds: 2048, Count: > 500 });
        Assert.False(scheduler.Times.Probe.IsOut);
        Assert.Equal(0, federation.MainGroup.LiveTasks);
    }

    private static MeterListener Listen(Federation federation, Dictionary<string, long> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name is "rustrt.scheduler.turn_times" or "rustrt.scheduler.wait_times") listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Key != "rustrt.federation" || (int)tag.Value! != federation.Tasks.Id) continue;
                lock (seen) seen[instrument.Name] = seen.GetValueOrDefault(instrument.Name) + value;
            }
        });
        listener.Start();
        return listener;
    }
}
