namespace Rustrt.Federation.Tests.Lifecycle;

/// <summary>Managed tasks and the end of a federation: weak tasks, exit tasks, shutdown, dump.</summary>
public class ShutdownTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Weak_tasks_let_the_federation_end_and_are_cancelled_then(int schedulers)
    {
        int ended = 0;
        async GreenTask Service()
        {
            await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
            Interlocked.Increment(ref ended);
        }
        async GreenTask Child()
        {
            for (int i = 0; i < 50; i++) await GreenTask.Yield();
            Assert.Equal(0, Volatile.Read(ref ended));
            GreenTask.Spawn(Service(), new SpawnOptions { IsWeak = true }).Detach();
        }
        async GreenTask Main()
        {
            for (int i = 0; i < 20; i++) GreenTask.Spawn(Service(), new SpawnOptions { IsWeak = true }).Detach();
            GreenTask.Spawn(Child()).Detach();
            await GreenTask.Yield();
        }
        var failures = new List<TaskFailure>();
        Assert.Equal(0, GreenRun.Status(new() { MainSchedulers = schedulers, UnobservedFailure = failures.Add }, Main));
        Assert.Empty(failures);
        Assert.Equal(21, ended);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Weak_tasks_that_end_early_do_not_end_the_federation(int schedulers)
    {
        bool early = true;
        async GreenTask Short() => await GreenTask.Yield();
        async GreenTask Main()
        {
            var group = Scheduler.Current!.Group;
            for (int i = 0; i < 20; i++) await GreenTask.Spawn(Short(), new SpawnOptions { IsWeak = true });
            while (group.LiveTasks > 1) await GreenTask.Yield();
            await GreenTask.Spawn(Short(), new SpawnOptions { IsWeak = true });
            early = group.Federation.IsShuttingDown;
        }
        Assert.Equal(0, GreenRun.Status(new() { MainSchedulers = schedulers }, Main));
        Assert.False(early);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Exit_tasks_run_last_first_when_all_have_ended_and_a_failing_one_is_told(int schedulers)
    {
        var log = new List<string>();
        var failures = new List<TaskFailure>();
        Exception? late = null;
        async GreenTask Main()
        {
            var federation = Scheduler.Current!.Group.Federation;
            async GreenTask Flush()
            {
                await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
                log.Add("flush");
                late = Record.Exception(() => federation.RunAtExit(Flush));
            }
            async GreenTask Broken()
            {
                await GreenTask.Yield();
                throw new FormatException("no disk");
            }
            federation.RunAtExit(Flush);
            federation.RunAtExit(Broken);
            for (int i = 0; i < 10; i++) await GreenTask.Yield();
            log.Add("main");
        }
        Assert.Equal(101, GreenRun.Status(new() { MainSchedulers = schedulers, UnobservedFailure = failures.Add }, Main));
        Assert.Equal(["main", "flush"], log);
        Assert.Contains("at exit: ", Assert.Single(failures).Task, StringComparison.Ordinal);
        Assert.Equal("no disk", failures[0].Exception.Message);
        Assert.Contains("too late", Assert.IsType<InvalidOperationException>(late).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Exit_tasks_run_also_if_a_thread_makes_the_last_decrement_during_a_shutdown(bool byHand)
    {
        bool exitTaskRan = false;
        var federation = new Federation(new() { MainSchedulers = 1 });
        federation.RunAtExit(async () => exitTaskRan = true);
        using var ended = new ManualResetEvent(false);
        var last = new TestTask((_, _) =>
        {
            if (byHand && !federation.IsShuttingDown) return Turn.Yielded;
            ended.Set();
            return Turn.Finished;
        }) { ReleasedAtEnd = false };
        last.Start(federation.MainGroup);
        var shutdown = federation.ShutdownAsync(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (byHand) federation.DecrementLiveCount();
        FederationRun.Await(ended, "the end of the task");
        federation.MainGroup.TaskReleased();
        FederationRun.ToEnd(federation);
        Assert.True(exitTaskRan);
        Assert.True((await shutdown).HasEnded);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_shutdown_lets_tasks_finish_then_cancels_them_and_reports_who_did_not_stop(int schedulers)
    {
        var started = new TaskCompletionSource<Federation>();
        int stop = 0;
        async GreenTask Stubborn()
        {
            while (Volatile.Read(ref stop) == 0) await GreenTask.Yield();
        }
        async GreenTask Main()
        {
            var federation = Scheduler.Current!.Group.Federation;
            GreenTask.Spawn(Stubborn(), new SpawnOptions { Name = "stubborn" }).Detach();
            GreenTask.Spawn(GreenRun.UntilCancelled()).Detach();
            while (!federation.IsClosing) await GreenTask.Yield();
            await GreenTask.Spawn(GreenTask_Spawned()); // tasks still can
        }
        static async GreenTask GreenTask_Spawned() => await GreenTask.Yield();
        async GreenTask Start()
        {
            GreenTask.Spawn(Main()).Detach();
            await GreenTask.Yield();
            started.SetResult(Scheduler.Current!.Group.Federation);
        }
        var run = Task.Run(() => GreenRun.Status(new() { MainSchedulers = schedulers }, Start));
        var federation = await started.Task;
        var report = await federation.ShutdownAsync(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50));
        Assert.False(report.HasEnded);
        Assert.Contains(report.Cancelled, task => task is { Name: "stubborn", IsWaiting: false });
        Assert.Equal("stubborn", Assert.Single(report.Remaining).Name);
        Assert.True(report.Remaining[0].IsCancelled);
        var e = Assert.Throws<InvalidOperationException>(() => federation.MainGroup.Spawn(GreenTask_Spawned()));
        Assert.Contains("shutting down", e.Message, StringComparison.Ordinal);
        Volatile.Write(ref stop, 1);
        Assert.True((await federation.ShutdownAsync(TimeSpan.FromSeconds(60), TimeSpan.Zero)).HasEnded);
        Assert.Equal(0, await run);
    }

    [Fact]
    public void A_dump_says_who_waits_and_in_which_method() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask Inner() => await GreenRun.UntilCancelled();
        static async GreenTask Outer() => await Inner();
        var plain = GreenTask.Spawn(Outer());
        var named = GreenTask.Spawn(Outer(), new SpawnOptions { Name = "reader 1" });
        for (int i = 0; i < 3; i++) await GreenTask.Yield();
        var dump = Scheduler.Current!.Group.Federation.Dump();
        Assert.Contains(dump, task => task is { Name: "Outer", Method: "UntilCancelled", IsWaiting: true, SpawnSite: null });
        Assert.Matches(@"^task \d+, reader 1 \(spawned at ShutdownTests\.cs:\d+\) of group 2 waits in UntilCancelled$", $"{dump.Single(task => task.Name == "reader 1")}");
        plain.Cancel();
        named.Cancel();
        await plain.Try();
        await named.Try();
        Assert.Single(Scheduler.Current!.Group.Federation.Dump()); // the main task
    });

    [Fact]
    public void Each_task_has_its_own_local_values() => GreenRun.ToEnd(1, static async () =>
    {
        var local = new TaskLocal<int>();
        async GreenTask<int> Sum(int n)
        {
            Assert.Equal(0, local.Value);
            local.Value = n;
            await Add(1);
            return local.Value;
        }
        async GreenTask Add(int n)
        {
            await GreenTask.Yield();
            local.Value += n; // a call is part of the task
        }
        local.Value = 100;
        var handles = Enumerable.Range(0, 10).Select(n => GreenTask.Spawn(Sum(n))).ToList();
        for (int n = 0; n < 10; n++) Assert.Equal(n + 1, await handles[n]);
        Assert.Equal(100, local.Value);
        Assert.Null(new TaskLocal<string>().Value);
    });

    [Fact]
    public void A_local_value_outside_a_task_is_told() =>
        Assert.Contains("TaskLocal.Value needs a green task", Assert.Throws<OutsideException>(() => new TaskLocal<int>().Value).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Global_data_is_made_once_and_disposed_when_all_tasks_have_ended(int schedulers)
    {
        var log = new List<string>();
        int made = 0;
        Federation? federation = null;
        async GreenTask Use()
        {
            var cache = federation!.Globals.GetOrMake(() => new Cache(log, ++made));
            await GreenTask.Yield();
            Assert.Equal(1, cache.Number);
        }
        async GreenTask Main()
        {
            federation = Scheduler.Current!.Group.Federation;
            federation.RunAtExit(async () => log.Add("exit task"));
            for (int i = 0; i < 100; i++) GreenTask.Spawn(Use()).Detach();
            await GreenTask.Yield();
        }
        var failures = new List<TaskFailure>();
        GreenRun.Status(new() { MainSchedulers = schedulers, UnobservedFailure = failures.Add }, Main);
        Assert.Empty(failures);
        Assert.Equal(1, made);
        Assert.Equal(["exit task", "disposed 1"], log);
        var e = Assert.Throws<InvalidOperationException>(() => federation!.Globals.GetOrMake(() => new object()));
        Assert.Contains("has ended", e.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => federation!.Globals.GetOrMake(() => new Cache(log, 2))); // also for what was made in time
    }

    [Fact]
    public void What_cannot_be_disposed_of_is_told_and_all_else_ends_as_usual()
    {
        var log = new List<string>();
        var told = new List<GlobalDataFailure>();
        var unobserved = new List<TaskFailure>();
        Federation? federation = null;
        JoinHandle kept = default;
        async GreenTask Fails()
        {
            await GreenTask.Yield();
            throw new FormatException("kept");
        }
        async GreenTask Main()
        {
            federation = Scheduler.Current!.Group.Federation;
            federation.Globals.GetOrMake(() => new Cache(log, 1));
            federation.Globals.GetOrMake(() => new Broken());
            federation.Globals.GetOrMake(() => new Slow(log));
            kept = GreenTask.Spawn(Fails());
            await GreenTask.Yield();
        }
        var options = new FederationOptions { MainSchedulers = 1, GlobalDataFailed = told.Add, UnobservedFailure = unobserved.Add };
        Assert.Equal(101, GreenRun.Status(options, Main));
        Assert.Equal(["disposed later", "disposed 1"], log); // the last made first
        Assert.Equal("the global Broken could not be disposed of: FormatException: stuck", Assert.Single(told).ToString());
        Assert.Equal("kept", Assert.Single(unobserved).Exception.Message);
        Assert.True(kept.IsCompleted);
    }

    [Fact]
    public async Task A_shutdown_learns_of_the_end_whatever_those_who_are_told_may_throw()
    {
        async GreenTask Main()
        {
            Scheduler.Current!.Group.Federation.Globals.GetOrMake(() => new Broken());
            await GreenTask.Yield();
        }
        var federation = new Federation(new() { MainSchedulers = 1, GlobalDataFailed = failure => throw failure.Exception });
        federation.MainGroup.Spawn(Main()).Detach();
        var shutdown = federation.ShutdownAsync(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var run = new Thread(() => Assert.Throws<FormatException>(() => federation.Run()));
        run.Start();
        Assert.True(run.Join(TimeSpan.FromSeconds(60)));
        Assert.True((await shutdown.WaitAsync(TimeSpan.FromSeconds(60))).HasEnded);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_shutdown_is_not_for_those_who_would_wait_for_themselves(int schedulers)
    {
        static Task<ShutdownReport> ShutDown(Federation federation) => federation.ShutdownAsync(TimeSpan.FromDays(100), TimeSpan.FromDays(100));
        Task<ShutdownReport>? fromOutside = null, ofAnother = null;
        OutsideException? inTask = null, inBlockingCall = null;
        bool closing = true;
        var other = new Federation(new() { MainSchedulers = 1 });
        async GreenTask Main()
        {
            var federation = Scheduler.Current!.Group.Federation;
            inTask = AtOnce<OutsideException>(() => ShutDown(federation));
            inBlockingCall = await GreenTask.RunBlocking(() => AtOnce<OutsideException>(() => ShutDown(federation)));
            closing = federation.IsClosing;
            ofAnother = ShutDown(other);
            fromOutside = await Task.Run(() => Task.FromResult(ShutDown(federation)));
        }
        Assert.Equal(0, GreenRun.Status(new() { MainSchedulers = schedulers }, Main));
        Assert.False(closing);
        Assert.Contains("Federation.ShutdownAsync needs a thread that is not of this federation, and this is task Main on ", inTask!.Message, StringComparison.Ordinal);
        Assert.NotNull(inBlockingCall);
        Assert.True((await fromOutside!).HasEnded);
        Assert.True(other.IsClosing);
        new TestTask((_, _) => Turn.Finished).Start(other.MainGroup);
        FederationRun.ToEnd(other);
        Assert.True((await ofAnother!).HasEnded);
    }

    [Fact]
    public void A_shutdown_with_a_time_that_is_none_does_not_begin()
    {
        var federation = new Federation(new() { MainSchedulers = 1 });
        AtOnce<ArgumentOutOfRangeException>(() => federation.ShutdownAsync(TimeSpan.FromSeconds(-2), TimeSpan.Zero));
        AtOnce<ArgumentOutOfRangeException>(() => federation.ShutdownAsync(TimeSpan.Zero, TimeSpan.FromSeconds(-2)));
        Assert.False(federation.IsClosing);
        new TestTask((_, _) => Turn.Finished).Start(federation.MainGroup);
        FederationRun.ToEnd(federation);
    }

    // Thrown by the call, before there is anything to await.
    private static TException AtOnce<TException>(Func<Task> call)
        where TException : Exception
    {
        Action begin = () => call();
        return Assert.Throws<TException>(begin);
    }

    private sealed class Broken : IDisposable
    {
        public void Dispose() => throw new FormatException("stuck");
    }

    private sealed class Slow(List<string> log) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            log.Add("disposed later");
        }
    }

    private sealed class Cache(List<string> log, int number) : IDisposable
    {
        public int Number => number;

        public void Dispose() => log.Add($"disposed {number}");
    }
}
