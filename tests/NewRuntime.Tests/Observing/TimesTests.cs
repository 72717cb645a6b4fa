using System.Diagnostics.Metrics;
using System.Globalization;

namespace Rustrt.Federation.Tests.Observing;

/// <summary>The histograms of what turns take and of how long tasks wait for theirs.</summary>
public sealed class TimesTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(50);

    [Theory]
    [InlineData(0.0, "0.000001")]
    [InlineData(0.9, "0.000001")]
    [InlineData(1.0, "0.000002")]
    [InlineData(3.9, "0.000004")]
    [InlineData(1000.0, "0.001024")]
    [InlineData(4e6, "4.194304")]
    [InlineData(100e6, "+Inf")]
    public void A_time_is_counted_up_to_the_next_power_of_two_and_in_all_buckets_above(double microseconds, string limit)
    {
        var histogram = new TimeHistogram();
        histogram.Add(TimeSpan.FromMicroseconds(microseconds), 3);
        var buckets = histogram.Read().ToList();
        int first = buckets.FindIndex(bucket => bucket.Limit == limit);
        Assert.Equal(24, buckets.Count);
        Assert.All(buckets[..first], static bucket => Assert.Equal(0, bucket.Count));
        Assert.All(buckets[first..], static bucket => Assert.Equal(3, bucket.Count));
    }

    // What a collector takes for the limits of a histogram: numbers that rise, and infinity.
    [Fact]
    public void A_listener_is_given_the_limit_of_each_bucket_and_all_of_them()
    {
        var federation = new Federation(new FederationOptions { MainSchedulers = 1, MainOnCallersThread = true }); // never run
        federation.MainGroup.Schedulers[0].Times.Turns.Add(TimeSpan.FromMilliseconds(1));
        var buckets = new List<(string Limit, long Count)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "rustrt.scheduler.turn_times") listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            var byName = tags.ToArray().ToDictionary(static tag => tag.Key, static tag => tag.Value);
            if (federation.Tasks.Id.Equals(byName["rustrt.federation"])) buckets.Add(((string)byName["le"]!, value));
        });
        listener.Start();
        listener.RecordObservableInstruments();
        Assert.Equal("+Inf", buckets[^1].Limit);
        var limits = buckets[..^1].Select(static bucket => double.Parse(bucket.Limit, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(limits.Order(), limits);
        Assert.Equal([0L, 1L], buckets.Select(static bucket => bucket.Count).Distinct());
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
        Assert.True(Between(scheduler.Times.Turns, "0.000512", "0.001024") > 2000);
        Assert.True(Between(scheduler.Times.Waits, "0.001024", "0.002048") > 500);
        Assert.False(scheduler.Times.Probe.IsOut);
        Assert.Equal(0, federation.MainGroup.LiveTasks);
    }

    private static long Between(TimeHistogram histogram, string low, string high)
    {
        var buckets = histogram.Read().ToDictionary(static bucket => bucket.Limit, static bucket => bucket.Count);
        return buckets[high] - buckets[low];
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
                if (tag is { Key: "le", Value: not "+Inf" }) return; // the last bucket has all
            }
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
