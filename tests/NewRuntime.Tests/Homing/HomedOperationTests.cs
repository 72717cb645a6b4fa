namespace Rustrt.Federation.Tests.Homing;

/// <summary>Operations that one scheduler runs for a task of another.</summary>
public sealed class HomedOperationTests
{
    // The task of a group of one is bound; one of a group of two is not, and must not be drawn to the operation's home.
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public void It_runs_at_its_home_in_no_task_and_the_task_goes_on_where_it_was(int schedulers, bool sameGroup)
    {
        var options = new FederationOptions { MainSchedulers = schedulers, StallAfter = Timeout.InfiniteTimeSpan }; // no rescue moves anybody
        GreenRun.ToEnd(options, async () =>
        {
            for (int i = 1; i < schedulers; i++) await GreenTask.Spawn(Nothing()); // each scheduler is made with a task
            var here = Scheduler.Current!;
            var beside = new Beside();
            var home = sameGroup ? here.Group.Schedulers.First(other => other != here) : beside.Home;
            var seen = new Seen();
            for (int i = 0; i < 200; i++)
            {
                Assert.Equal(WaitStatus.Completed, await GreenTask.RunOn(home, static seen => seen.Note(), seen));
                Assert.Same(here, Scheduler.Current);
                Assert.NotNull(GreenTask.Current);
            }
            Assert.Equal((200, false), (seen.Count, seen.InTask));
            Assert.Equal([home], seen.Schedulers);
            await beside.End();
        });
    }

    [Fact]
    public void At_home_it_is_run_at_once_and_counts_towards_the_budget() => GreenRun.ToEnd(1, static async () =>
    {
        var here = Scheduler.Current!;
        var seen = new Seen();
        int turns = 0;
        bool ended = false;
        async GreenTask Other()
        {
            for (; !ended; turns++) await GreenTask.Yield();
        }
        var other = GreenTask.Spawn(Other());
        await GreenTask.Yield();
        int before = turns;
        Assert.Equal(WaitStatus.Completed, await GreenTask.RunOn(here, static seen => seen.Note(), seen));
        Assert.Equal(before, turns);
        Assert.NotNull(GreenTask.Current);
        for (int i = 1; i < 1000; i++) await GreenTask.RunOn(here, static seen => seen.Note(), seen);
        Assert.True(turns > before);
        Assert.Equal((1000, false), (seen.Count, seen.InTask));
        Assert.Equal([here], seen.Schedulers);
        ended = true;
        await other;
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_it_throws_is_thrown_where_it_is_awaited(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var beside = new Beside();
        foreach (var where in new[] { beside.Home, Scheduler.Current! })
        {
            var told = await GreenRun.Catch<FormatException>(Await(where, static () => throw new FormatException("no window")));
            Assert.Equal("no window", told.Message);
            Assert.Equal(WaitStatus.Completed, await GreenTask.RunOn(where, static () => { })); // both go on
        }
        await beside.End();

        static async GreenTask Await(Scheduler where, Action operation) => await GreenTask.RunOn(where, operation);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_task_that_is_cancelled_takes_it_back_and_a_dump_says_what_it_waited_for(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var beside = new Beside();
        using var busy = beside.Occupy();
        int ran = 0;
        async GreenTask<(WaitStatus, WaitStatus)> Send() =>
            (await GreenTask.RunOn(beside.Home, () => ran++), await GreenTask.RunOn(beside.Home, () => ran++)); // the second does not even begin
        var sending = GreenTask.Spawn(Send());
        await Beside.UntilOneWaits();
        sending.Cancel();
        Assert.Equal((WaitStatus.Cancelled, WaitStatus.Cancelled), await sending);
        busy.Set();
        Assert.Equal(WaitStatus.Completed, await GreenTask.RunOn(beside.Home, static () => { })); // behind what was taken back
        Assert.Equal(0, ran);
        await beside.End();
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_task_that_is_cancelled_waits_for_the_end_of_one_that_has_begun(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var beside = new Beside();
        using var begun = new ManualResetEvent(false);
        using var go = new ManualResetEvent(false);
        bool ended = false;
        async GreenTask<WaitStatus> Send()
        {
            var status = await GreenTask.RunOn(beside.Home, () =>
            {
                begun.Set();
                FederationRun.Await(go, "the word to go on");
                ended = true;
            });
            Assert.True(ended);
            Assert.True(GreenTask.IsCancelled);
            using (GreenTask.Unkillable()) Assert.Equal(WaitStatus.Completed, await GreenTask.RunOn(beside.Home, static () => { })); // as a clean-up would
            return status;
        }
        var sending = GreenTask.Spawn(Send());
        while (!begun.WaitOne(0)) await GreenTask.Yield();
        sending.Cancel();
        for (int i = 0; i < 100; i++) await GreenTask.Yield();
        Assert.False(sending.IsCompleted);
        go.Set();
        Assert.Equal(WaitStatus.Completed, await sending);
        await beside.End();
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_scheduler_that_has_ended_runs_none(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var beside = new Beside();
        await beside.End();
        while (!beside.Home.HasLeft) await GreenTask.Yield();
        for (int i = 0; i < 3; i++) Assert.Equal(WaitStatus.Closed, await GreenTask.RunOn(beside.Home, static () => Assert.Fail("it has run")));
        int ran = 0;
        Assert.Equal(WaitStatus.Completed, await GreenTask.RunOn(Scheduler.Current!, () => ran++));
        Assert.Equal(1, ran);
    });

    [Fact]
    public void Nothing_is_allocated_for_a_second_operation() => GreenRun.ToEnd(1, static async () =>
    {
        var beside = new Beside();
        var bytes = new Bytes();
        long least = long.MaxValue;
#if DEBUG
        const int rounds = 1; // the compiler makes the state machine of every call an object
#else
        const int rounds = 2000; // until everything has been compiled for good
#endif
        for (int round = 0; round < rounds && least != 0; round++)
        {
            await GreenTask.RunOn(beside.Home, static bytes => bytes.AtHome = GC.GetAllocatedBytesForCurrentThread(), bytes);
            long before = GC.GetAllocatedBytesForCurrentThread() + bytes.AtHome;
            for (int i = 0; i < 100; i++) await GreenTask.RunOn(beside.Home, static bytes => bytes.AtHome = GC.GetAllocatedBytesForCurrentThread(), bytes);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() + bytes.AtHome - before);
        }
#if DEBUG
        Assert.True(least > 0);
#else
        Assert.Equal(0, least);
#endif
        await beside.End();
    });

    // The count is changed by one scheduler alone, without a lock: none is lost, none comes twice, none is run that was taken back.
    [Fact]
    public void Whatever_the_order_each_is_run_once_or_taken_back()
    {
        int cancelled = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            int ran = 0, completed = 0;
            async GreenTask Sender(Scheduler home)
            {
                for (int i = 0; i < 10; i++)
                {
                    var status = await GreenTask.RunOn(home, () =>
                    {
                        Assert.Same(home, Scheduler.Current);
                        ran++;
                    });
                    if (status == WaitStatus.Completed) completed++;
                    else cancelled++;
                }
            }
            async GreenTask Main()
            {
                var beside = new Beside();
                var senders = new JoinHandle[6];
                for (int i = 0; i < senders.Length; i++)
                {
                    var home = i % 2 == 0 ? beside.Home : Scheduler.Current!;
                    senders[i] = GreenTask.Spawn(Sender(home));
                }
                for (int i = Simulation.Current!.Random.Next(20); i > 0; i--) await GreenTask.Yield();
                senders[0].Cancel();
                senders[1].Cancel();
                foreach (var sender in senders) await sender;
                await beside.End();
            }
            Simulation.Run(seed, Main, new SimulationOptions { MainSchedulers = 3 });
            Assert.Equal(completed, ran);
        }
        Assert.True(cancelled > 0);
    }

#pragma warning disable FED001 // refused before it could run
    [Fact]
    public void Misuse_is_told()
    {
        Assert.Throws<ArgumentNullException>("home", static () => { GreenTask.RunOn(null!, static () => { }); });
        GreenRun.ToEnd(1, static async () =>
        {
            Assert.Throws<ArgumentNullException>("operation", static () => { GreenTask.RunOn(Scheduler.Current!, null!); });
            Assert.Throws<ArgumentNullException>("operation", static () => { GreenTask.RunOn(Scheduler.Current!, null!, 1); });
            await GreenTask.Yield();
        });
    }
#pragma warning restore FED001

    private static async GreenTask Nothing() => await GreenTask.Yield();

    private sealed class Seen
    {
        public int Count { get; private set; }

        public bool InTask { get; private set; }

        public HashSet<Scheduler?> Schedulers { get; } = [];

        public void Note()
        {
            Count++;
            InTask |= GreenTask.Current is not null;
            Schedulers.Add(Scheduler.Current);
        }
    }

    private sealed class Bytes
    {
        public long AtHome;
    }

    // A group of one scheduler, and the task that keeps it.
    private sealed class Beside
    {
        private readonly SchedulerGroup _group = Scheduler.Current!.Group.Federation.CreateGroup(1);
        private readonly JoinHandle _keeper;

        public Beside() => _keeper = _group.Spawn(GreenRun.UntilCancelled());

        public Scheduler Home => _group.Schedulers[0];

        public async GreenTask End()
        {
            _keeper.Cancel();
            Assert.Equal(OutcomeKind.Cancelled, (await _keeper.Try()).Kind);
        }

        // The scheduler has a turn that lasts until the event is set.
        public ManualResetEvent Occupy()
        {
            var end = new ManualResetEvent(false);
            using var begun = new ManualResetEvent(false);
            async GreenTask Turn()
            {
                begun.Set();
                FederationRun.Await(end, "the end of the turn");
            }
            _group.Spawn(Turn()).Detach();
            FederationRun.Await(begun, "the turn");
            return end;
        }

        public static async GreenTask UntilOneWaits()
        {
            var federation = Scheduler.Current!.Group.Federation;
            while (!federation.Dump().Any(static task => task.Wait is { Kind: TaskWaitKind.Operation, For: "an operation on scheduler 3.0" })) await GreenTask.Yield();
        }
    }
}
