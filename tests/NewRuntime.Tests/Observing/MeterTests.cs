using System.Diagnostics.Metrics;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Observing;

/// <summary>What the meter says of things that have certainly happened.</summary>
public sealed class MeterTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Tasks_and_turns_are_counted_by_one_scheduler() => GreenRun.ToEnd(1, async () =>
    {
        for (int i = 0; i < 10; i++) await GreenTask.Spawn(Yielder(100));
        var sleepers = new JoinHandle[5];
        for (int i = 0; i < sleepers.Length; i++) sleepers[i] = GreenTask.Spawn(GreenRun.UntilCancelled());
        await GreenTask.Yield();
        var seen = Read();
        Assert.Equal(10, seen["rustrt.scheduler.tasks.finished"]);
        Assert.InRange(seen["rustrt.scheduler.turns"], 1000, 1100); // a batch of 64 is counted when it begins
        Assert.Equal(6, seen["rustrt.group.tasks"]);
        Assert.Equal(2, seen["rustrt.group.schedulers"]); // the platform's, too
        foreach (var sleeper in sleepers) sleeper.Cancel();
        foreach (var sleeper in sleepers) await sleeper.Try();
        Assert.Equal(1, Read()["rustrt.group.tasks"]);
    });

    [Fact]
    public void Pending_timers_are_told() => GreenRun.ToEnd(1, async () =>
    {
        var sleeper = GreenTask.Spawn(Sleeper());
        while (Read()["rustrt.scheduler.timers"] != 1) await GreenTask.Yield();
        sleeper.Cancel();
        await sleeper;
        Assert.Equal(0, Read()["rustrt.scheduler.timers"]);
    });

    [Fact]
    public void Timers_are_counted_and_how_late_they_are()
    {
        var time = new VirtualTime();
        GreenRun.ToEnd(time.Options, async () =>
        {
            var sleeper = GreenTask.Spawn(SleepFor(TimeSpan.FromMilliseconds(5)));
            while (Read()["rustrt.scheduler.timers"] != 1) await GreenTask.Yield();
            time.Pass(TimeSpan.FromMilliseconds(12)); // nobody looks meanwhile
            await sleeper;
            var seen = Read();
            Assert.Equal(1, seen["rustrt.scheduler.timers.fired"]);
            Assert.Equal(7, seen["rustrt.scheduler.timers.lag"]);
            Assert.Equal(1, seen["rustrt.scheduler.timers.lags"]);
            var lags = Scheduler.Current!.TimerLags!.Read().ToDictionary(static bucket => bucket.Limit, static bucket => bucket.Count);
            Assert.Equal((0, 1), (lags["0.004096"], lags["0.008192"]));
        });

        static async GreenTask SleepFor(TimeSpan time) => await GreenTask.Sleep(time);
    }

    [Fact]
    public void Tasks_that_come_from_outside_are_counted_with_those_who_take_them() => GreenRun.ToEnd(2, async () =>
    {
        var group = Scheduler.Current!.Group;
        for (int i = 0; i < 8; i++) await GreenTask.Spawn(Yielder(1)); // the first few are given to schedulers
        var before = Read();
        await await GreenTask.RunBlocking(() => group.Spawn(Yielder(1)));
        var seen = Read();
        Assert.True(seen["rustrt.group.tasks.injected"] > before["rustrt.group.tasks.injected"]);
        Assert.True(seen["rustrt.scheduler.tasks.taken"] > before["rustrt.scheduler.tasks.taken"]);
    });

    [Fact]
    public void Tasks_that_wait_for_a_turn_are_told() => GreenRun.ToEnd(1, async () =>
    {
        var tasks = new JoinHandle[7];
        for (int i = 0; i < tasks.Length; i++) tasks[i] = GreenTask.Spawn(Yielder(1));
        Assert.Equal(7, Read()["rustrt.scheduler.tasks.queued"]);
        foreach (var task in tasks) await task;
    });

    [Fact]
    public void Yields_that_the_budget_forces_are_counted() => GreenRun.ToEnd(1, async () =>
    {
        var (sender, receiver) = Pipe.Stream<int>();
        for (int i = 0; i < 1280; i++) sender.TrySend(i);
        for (int i = 0; i < 1280; i++) await receiver.Receive();
        Assert.True(Read()["rustrt.scheduler.forced_yields"] >= 9, "128 awaits are a turn's share");
    });

    [Fact]
    public void A_park_and_what_ends_it_are_counted() => GreenRun.ToEnd(1, async () =>
    {
        var scheduler = Scheduler.Current!;
        var before = Read();
        Assert.True(await GreenTask.RunBlocking(() => SpinWait.SpinUntil(() => scheduler.IsParked, s_patience)));
        var seen = Read();
        AssertMore("parks");
        AssertMore("wakes");
        AssertMore("deliveries");
        AssertMore("homed_operations"); // the end of the call, told to the task that is bound here
        Assert.Equal(1, seen["rustrt.blocking.threads"]);
        Assert.Equal(0, seen["rustrt.blocking.queued"]);

        void AssertMore(string name) => Assert.True(seen[$"rustrt.scheduler.{name}"] > before[$"rustrt.scheduler.{name}"], name);
    });

    [Fact]
    public void Tasks_that_are_sent_are_counted_apart_and_deliveries_to_who_is_awake_need_no_wake() => GreenRun.ToEnd(1, async () =>
    {
        var group = Scheduler.Current!.Group;
        var before = Read();
        var sent = new JoinHandle[10];
        var sender = new Thread(() =>
        {
            for (int i = 0; i < sent.Length; i++) sent[i] = group.Spawn(Yielder(0));
        });
        sender.Start();
#pragma warning disable FED003 // this scheduler is to be in a turn meanwhile
        sender.Join();
#pragma warning restore FED003
        await GreenTask.Yield();
        var seen = Read();
        foreach (var task in sent) await task;
        long More(string name) => seen[$"rustrt.scheduler.{name}"] - before[$"rustrt.scheduler.{name}"];
        Assert.Equal(10, More("tasks.sent"));
        Assert.Equal(More("deliveries"), More("tasks.sent") + More("homed_operations")); // Run may still be giving up the handle of the main task
        Assert.Equal(More("deliveries"), More("wakes.suppressed"));
    });

    [Fact]
    public void The_time_that_a_scheduler_is_awake_is_told_also_while_it_is()
    {
        var time = new VirtualTime();
        GreenRun.ToEnd(time.Options, async () =>
        {
            var scheduler = Scheduler.Current!;
            time.Pass(TimeSpan.FromSeconds(50));
            Assert.Equal(TimeSpan.FromSeconds(50), scheduler.Busy);
            await GreenTask.Sleep(TimeSpan.FromSeconds(100)); // asleep
            time.Pass(TimeSpan.FromSeconds(10));
            Assert.Equal(TimeSpan.FromSeconds(60), scheduler.Busy);
            Assert.True(Read()["rustrt.scheduler.busy"] >= 60_000); // with what the platform's was
        });
    }

    [Fact]
    public void A_sleep_without_a_turn_before_it_is_counted_apart() => GreenRun.ToEnd(1, async () =>
    {
        var scheduler = Scheduler.Current!;
        var before = Read();
        long idle = scheduler.Counters.IdleParks;
        Assert.True(await GreenTask.RunBlocking(() => SpinWait.SpinUntil(() =>
        {
            scheduler.WakeIfParked();
            return Volatile.Read(ref scheduler.Counters.IdleParks) >= idle + 3;
        }, s_patience)));
        var seen = Read();
        Assert.True(seen["rustrt.scheduler.parks.idle"] >= before["rustrt.scheduler.parks.idle"] + 3);
        Assert.True(seen["rustrt.scheduler.parks"] > seen["rustrt.scheduler.parks.idle"], "the task had its turn before the first");
    });

    [Fact]
    public void Threads_that_have_no_call_are_told() => GreenRun.ToEnd(1, async () =>
    {
        await GreenTask.RunBlocking(static () => { });
        while (Read()["rustrt.blocking.idle"] != 1) await GreenTask.Yield(); // it has answered, but may not be waiting yet
        Assert.Equal(1, Read()["rustrt.blocking.threads"]);
        Assert.Equal(0L, await GreenTask.RunBlocking(static () => Read(Federation.OfBlockingThread!)["rustrt.blocking.idle"]));
    });

    [Fact]
    public void A_task_that_is_rescued_out_of_the_slot_is_counted_apart()
    {
        var federation = new Federation(new FederationOptions { MainSchedulers = 2, MainOnCallersThread = true }); // never run: no thread
        var scheduler = federation.MainGroup.Schedulers[0];
        scheduler.Queue.Add(Migrating());
        scheduler.Queue.AddOwn(Migrating());
        Assert.Equal(2, scheduler.Rescue());
        Assert.Equal(1, Read(federation)["rustrt.scheduler.slot_rescues"]);
    }

    [Fact]
    public void Calls_that_wait_for_a_thread_are_told() => GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, BlockingThreads = 1 }, async () =>
    {
        using var go = new ManualResetEventSlim();
        var calls = new[] { GreenTask.Spawn(Blocker(go)), GreenTask.Spawn(Blocker(go)), GreenTask.Spawn(Blocker(go)) };
        while (Read()["rustrt.blocking.queued"] != 2) await GreenTask.Yield();
        go.Set();
        foreach (var call in calls) await call;
    });

    [Fact]
    public void Overflows_are_counted_where_tasks_migrate() => GreenRun.ToEnd(2, async () =>
    {
        const int Tasks = 2000; // two rings hold 512
        int started = 0;
        var tasks = new JoinHandle[Tasks];
        for (int i = 0; i < Tasks; i++) tasks[i] = GreenTask.Spawn(UntilAllStarted());
        foreach (var task in tasks) await task;
        Assert.True(Read()["rustrt.scheduler.overflows"] > 0);

        async GreenTask UntilAllStarted()
        {
            Interlocked.Increment(ref started);
            while (Volatile.Read(ref started) < Tasks) await GreenTask.Yield();
        }
    });

    [Fact]
    public void Steals_are_counted_by_the_thief() => GreenRun.ToEnd(2, async () =>
    {
        int elsewhere = 0;
        var mine = Scheduler.Current!;
        long deadline = Environment.TickCount64 + (long)s_patience.TotalMilliseconds;
        while (Volatile.Read(ref elsewhere) < 10 && Environment.TickCount64 < deadline)
        {
            GreenTask.Spawn(Note()).Detach(); // the first few are given to the other scheduler, the rest it has to steal
            Thread.Yield();
        }
        await GreenTask.Yield();
        var seen = Read();
        Assert.True(seen["rustrt.scheduler.steals"] > 0);
        Assert.True(seen["rustrt.scheduler.searches"] >= seen["rustrt.scheduler.steals"]);
        Assert.True(seen["rustrt.scheduler.tasks.stolen"] >= seen["rustrt.scheduler.steals"]);

        async GreenTask Note()
        {
            if (Scheduler.Current != mine) Interlocked.Increment(ref elsewhere);
            await GreenTask.Yield();
        }
    });

    [Fact]
    public void A_task_that_has_to_leave_the_slot_is_counted()
    {
        var federation = new Federation(new FederationOptions { MainSchedulers = 2, MainOnCallersThread = true }); // never run: no thread
        var scheduler = federation.MainGroup.Schedulers[0];
        var woken = Migrating();
        scheduler.Queue.AddOwn(Migrating());
        for (int i = 0; i < 3; i++)
        {
            scheduler.Queue.Add(woken);
            Assert.Same(woken, scheduler.Queue.Next());
        }
        Assert.Equal(0, Read(federation)["rustrt.scheduler.slot_capped"]);
        scheduler.Queue.Add(woken);
        Assert.NotSame(woken, scheduler.Queue.Next());
        Assert.Equal(1, Read(federation)["rustrt.scheduler.slot_capped"]);
    }

    [Fact]
    public void Polls_of_what_tasks_watch_are_counted() => GreenRun.ToEnd(1, async () =>
    {
        using var pipe = new KernelPipe();
        var reader = GreenTask.Spawn(Reader(pipe));
        while (Read()["rustrt.scheduler.descriptors"] != 1) await GreenTask.Yield();
        long before = Read()["rustrt.scheduler.polls"];
        for (int i = 0; i < 1000; i++) await GreenTask.Yield();
        Assert.True(Read()["rustrt.scheduler.polls"] > before);
        pipe.Write();
        await reader;
        Assert.Equal(1, Read()["rustrt.scheduler.descriptors.ready"]);
    });

    [Fact]
    public void What_a_turn_takes_and_how_often_the_injection_queue_comes_first_are_told()
    {
        var time = new VirtualTime();
        var federation = NeverRun(time);
        var scheduler = federation.MainGroup.Schedulers[0];
        var seen = Read(federation);
        Assert.Equal(0, seen["rustrt.scheduler.turn_time"]); // not known yet
        Assert.Equal(61, seen["rustrt.scheduler.injection_interval"]);
        scheduler.Queue.AddOwn(new TestTask((_, _) =>
        {
            time.Pass(TimeSpan.FromMicroseconds(10));
            return Turn.Yielded;
        }) { Stays = false });
        var before = scheduler.Enter();
        while (scheduler.Counters.Turns < 2000) scheduler.RunBatch();
        Scheduler.Exit(before);
        seen = Read(federation);
        Assert.Equal(10_000, seen["rustrt.scheduler.turn_time"]);
        Assert.Equal(20, seen["rustrt.scheduler.injection_interval"]);
    }

    // The test is the detector, and looks twice in the middle of a turn.
    [Fact]
    public void A_stall_and_what_is_rescued_from_behind_it_are_counted()
    {
        var federation = NeverRun(new VirtualTime());
        var scheduler = federation.MainGroup.Schedulers[0];
        var look = federation.Options.StallAfter;
        Dictionary<string, long> seen = [];
        var stalling = new TestTask((_, _) =>
        {
            for (int i = 0; i < 3; i++) scheduler.Queue.AddNewborn(new TestTask((_, _) => Turn.Yielded) { Stays = false });
            federation.Stalls!.Look(look, TimeSpan.Zero);
            federation.Stalls.Look(look, TimeSpan.Zero);
            seen = Read(federation); // before its group ends with the task
            return Turn.Finished;
        });
        Assert.True(federation.MainGroup.Place(stalling));
        var before = scheduler.Enter();
        federation.MainGroup.Schedule(stalling);
        scheduler.RunBatch();
        Scheduler.Exit(before);
        Assert.Equal(1, seen["rustrt.scheduler.stalls"]);
        Assert.Equal((long)look.TotalMilliseconds, seen["rustrt.scheduler.stalled"]);
        Assert.Equal(2, seen["rustrt.scheduler.tasks.rescued"]); // the third lies in the ring, where others find it
    }

    [Fact]
    public void A_backlog_of_bound_tasks_is_counted() => GreenRun.ToEnd(
        new FederationOptions { MainSchedulers = 2, StallAfter = TimeSpan.FromMilliseconds(1) },
        async () =>
        {
            await GreenTask.Spawn(Yielder(1)); // on the other scheduler, which sleeps after that
            var mine = Scheduler.Current!;
            Assert.Equal(0, Read()["rustrt.scheduler.bound_backlogs"]);
            var tasks = new JoinHandle[100];
            for (int i = 0; i < tasks.Length; i++) tasks[i] = GreenTask.Spawn(Yielder(1), new SpawnOptions { Scheduler = mine });
#pragma warning disable FED003 // that it keeps its thread is what is counted
            Assert.True(SpinWait.SpinUntil(static () => Read()["rustrt.scheduler.bound_backlogs"] > 0, s_patience));
#pragma warning restore FED003
            foreach (var task in tasks) await task;
        });

    [Fact]
    public void A_federation_that_has_ended_is_not_told_of()
    {
        Federation? federation = null;
        GreenRun.ToEnd(1, async () =>
        {
            federation = Scheduler.Current!.Group.Federation;
            Assert.NotEmpty(Read());
        });
        Assert.Empty(Read(federation!));
    }

    private static Federation NeverRun(VirtualTime time) =>
        new(new FederationOptions { MainSchedulers = 2, MainOnCallersThread = true, Clock = time, EventLoops = () => new MonitorEventLoop() });

    private static TestTask Migrating() => new((_, _) => throw new InvalidOperationException("never run")) { Stays = false };

    private static async GreenTask Yielder(int times)
    {
        while (times-- > 0) await GreenTask.Yield();
    }

    private static async GreenTask Sleeper() => await GreenTask.Sleep(TimeSpan.FromHours(1));

    private static async GreenTask Blocker(ManualResetEventSlim go) => await GreenTask.RunBlocking(() => go.Wait(s_patience));

    private static async GreenTask Reader(KernelPipe pipe) => await Descriptor.Readable(pipe.Reader);

    private static Dictionary<string, long> Read() => Read(Scheduler.Current!.Group.Federation);

    // The instruments of one federation, each summed up; other tests have theirs at the same time.
    private static Dictionary<string, long> Read(Federation federation)
    {
        var seen = new Dictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Rustrt.Federation") listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag is { Key: "le", Value: not "+Inf" }) return; // of a histogram the bucket that has all
            }
            foreach (var tag in tags)
            {
                if (tag.Key == "rustrt.federation" && (int)tag.Value! == federation.Tasks.Id)
                    seen[instrument.Name] = seen.GetValueOrDefault(instrument.Name) + value;
            }
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return seen;
    }
}
