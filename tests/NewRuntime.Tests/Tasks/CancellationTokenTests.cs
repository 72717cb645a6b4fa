namespace Rustrt.Federation.Tests.Tasks;

/// <summary>The token that a task hands to what is not of this runtime, and the one that it is cancelled by.</summary>
public class CancellationTokenTests
{
    private static async GreenTask Endless() => await Task.Delay(Timeout.InfiniteTimeSpan, GreenTask.CancellationToken);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_cancelled_task_ends_its_wait_for_an_ordinary_one_and_every_finally_runs(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        int begun = 0, finallies = 0;
        async GreenTask Waiter()
        {
            try
            {
                Volatile.Write(ref begun, 1);
                await Endless();
            }
            finally
            {
                await Task.Run(static () => { });
                finallies++;
            }
        }
        var waiter = GreenTask.Spawn(Waiter());
        while (Volatile.Read(ref begun) == 0) await GreenTask.Yield();
        for (int i = 0; i < 10; i++) await GreenTask.Yield();
        Assert.False(waiter.IsCompleted);
        waiter.Cancel();
        var outcome = await waiter.Try();
        Assert.Equal(OutcomeKind.Cancelled, outcome.Kind);
        Assert.IsType<TaskCanceledException>(outcome.Exception);
        Assert.Equal(1, finallies);
    });

    [Fact]
    public void A_task_has_one_token_in_all_its_methods_and_each_task_its_own() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask<CancellationToken> Called() => GreenTask.CancellationToken;
        var mine = GreenTask.CancellationToken;
        Assert.True(mine.CanBeCanceled);
        Assert.Equal(mine, await Called());
        Assert.Equal(mine, RuntimeService.Current.Task.CancellationToken);
        Assert.NotEqual(mine, await GreenTask.Spawn(Called()));
    });

    [Fact]
    public void Where_no_task_runs_there_is_none() => Assert.Equal(CancellationToken.None, GreenTask.CancellationToken);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_task_that_is_cancelled_before_it_asks_gets_a_cancelled_one(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        static async GreenTask<bool> AsksLate()
        {
            while (!GreenTask.IsCancelled) await GreenTask.Yield();
            return GreenTask.CancellationToken.IsCancellationRequested;
        }
        var task = GreenTask.Spawn(AsksLate());
        task.Cancel();
        Assert.True(await task);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_supervisor_stops_children_that_wait_for_ordinary_tasks(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        int begun = 0, ended = 0;
        async GreenTask Child()
        {
            try
            {
                Interlocked.Increment(ref begun);
                await Endless();
            }
            finally
            {
                Interlocked.Increment(ref ended);
            }
        }
        var supervisor = GreenTask.Spawn(Supervisor.Run(new(), new("a", Child), new("b", Child)));
        while (Volatile.Read(ref begun) < 2) await GreenTask.Yield();
        supervisor.Cancel();
        Assert.Equal(OutcomeKind.Cancelled, (await supervisor.Try()).Kind);
        Assert.Equal(2, ended);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_linked_failure_reaches_a_task_that_waits_for_an_ordinary_one(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        int begun = 0;
        async GreenTask Child()
        {
            Volatile.Write(ref begun, 1);
            await Endless();
        }
        async GreenTask Parent()
        {
            GreenTask.Spawn(Child(), new SpawnOptions { Failure = FailurePolicy.Supervised }).Detach();
            while (Volatile.Read(ref begun) == 0) await GreenTask.Yield();
            throw new FormatException();
        }
        Assert.Equal(OutcomeKind.Failed, (await GreenTask.Spawn(Parent()).Try()).Kind); // and the federation ends
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_shutdown_ends_tasks_that_wait_for_ordinary_ones(int schedulers)
    {
        var started = new TaskCompletionSource<Federation>();
        async GreenTask Main()
        {
            for (int i = 0; i < 10; i++) GreenTask.Spawn(Endless()).Detach();
            for (int i = 0; i < 100; i++) await GreenTask.Yield();
            started.SetResult(Scheduler.Current!.Group.Federation);
        }
        var run = Task.Run(() => GreenRun.Status(new() { MainSchedulers = schedulers }, Main));
        var federation = await started.Task;
        Assert.True((await federation.ShutdownAsync(TimeSpan.Zero, TimeSpan.FromSeconds(60))).HasEnded);
        Assert.Equal(0, await run);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void In_an_unkillable_section_it_is_cancelled_when_that_ends(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var inside = new TaskCompletionSource<CancellationToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool early = false, late = false;
        async GreenTask Guarded(bool asksBefore)
        {
            if (asksBefore) _ = GreenTask.CancellationToken;
            var token = CancellationToken.None;
            using (GreenTask.Unkillable())
            {
                using (GreenTask.Unkillable()) inside.SetResult(GreenTask.CancellationToken);
                await gate.Task;
                token = GreenTask.CancellationToken;
                early = token.IsCancellationRequested;
            }
            late = token.IsCancellationRequested;
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        }
        for (int round = 0; round < 2; round++)
        {
            var guarded = GreenTask.Spawn(Guarded(asksBefore: round == 0));
            var token = await inside.Task;
            guarded.Cancel();
            for (int i = 0; i < 10; i++) await GreenTask.Yield();
            Assert.False(token.IsCancellationRequested);
            gate.SetResult();
            Assert.Equal(OutcomeKind.Cancelled, (await guarded.Try()).Kind);
            Assert.Equal((false, true), (early, late));
            inside = new(TaskCreationOptions.RunContinuationsAsynchronously);
            gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    });

    [Fact]
    public void The_next_life_of_a_frame_has_another_and_nothing_touches_the_last_one_s() => GreenRun.ToEnd(1, static async () =>
    {
        var frames = new List<Frame>();
        var tokens = new List<CancellationToken>();
        async GreenTask Life()
        {
            frames.Add(Scheduler.Current!.CurrentTask!);
            tokens.Add(GreenTask.CancellationToken);
            await GreenTask.Yield();
        }
        using var outside = new CancellationTokenSource();
        var first = GreenTask.Spawn(Life(), new SpawnOptions { CancellationToken = outside.Token });
        await first;
        var second = GreenTask.Spawn(Life());
        while (frames.Count < 2) await GreenTask.Yield();
        Assert.Same(frames[0], frames[1]);
        first.Cancel();
        outside.Cancel();
        Assert.False(tokens[0].IsCancellationRequested || tokens[1].IsCancellationRequested);
        second.Cancel();
        Assert.Equal((false, true), (tokens[0].IsCancellationRequested, tokens[1].IsCancellationRequested));
        await second;
    });

    [Fact]
    public void A_task_that_never_asks_pays_nothing() => GreenRun.ToEnd(1, static async () =>
    {
        TaskExtras? extras = new();
        async GreenTask Sleeper()
        {
            await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
            extras = Scheduler.Current!.CurrentTask!.ExtrasOrNull;
        }
        long allocated = -1;
#if DEBUG
        const int rounds = 1; // the compiler makes the state machine of every call an object
#else
        const int rounds = 50_000;
#endif
        for (int round = 0; round < rounds && allocated != 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1000; i++)
            {
                var sleeper = GreenTask.Spawn(Sleeper());
                await GreenTask.Yield();
                sleeper.Cancel();
                await sleeper;
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Assert.Null(extras);
#if DEBUG
        Assert.True(allocated > 0);
#else
        Assert.Equal(0, allocated);
#endif
    });

    [Fact]
    public void What_is_registered_is_called_on_the_pool_and_the_token_is_cancelled_at_once() => GreenRun.ToEnd(1, static async () =>
    {
        var called = new TaskCompletionSource<(Scheduler?, bool)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var token = CancellationToken.None;
        async GreenTask Asks()
        {
            token = GreenTask.CancellationToken;
            token.Register(() => called.SetResult((Scheduler.Current, Thread.CurrentThread.IsThreadPoolThread)));
            await GreenRun.UntilCancelled();
        }
        var task = GreenTask.Spawn(Asks());
        while (!token.CanBeCanceled) await GreenTask.Yield();
        task.Cancel();
        Assert.True(token.IsCancellationRequested);
        Assert.Equal((null, true), await called.Task);
        await task.Try();
    });

    [Fact]
    public void What_throws_there_is_reported_and_the_others_are_called()
    {
        var failures = new List<TaskFailure>();
        using var reported = new ManualResetEvent(false);
        int called = 0;
        async GreenTask Main()
        {
            bool asked = false;
            async GreenTask Asks()
            {
                for (int i = 0; i < 3; i++)
                {
                    int number = i;
                    GreenTask.CancellationToken.Register(() =>
                    {
                        called++;
                        if (number == 1) throw new FormatException("in a callback");
                    });
                }
                asked = true;
                await GreenRun.UntilCancelled();
            }
            var task = GreenTask.Spawn(Asks());
            while (!asked) await GreenTask.Yield();
            task.Cancel();
            await task.Try();
        }
        GreenRun.ToEnd(new FederationOptions
        {
            MainSchedulers = 1,
            UnobservedFailure = failure =>
            {
                failures.Add(failure);
                reported.Set();
            },
        }, Main);
        FederationRun.Await(reported, "the failure is reported");
        Assert.Equal(3, called);
        Assert.Equal("callbacks of the cancelled Asks", Assert.Single(failures).Task);
        Assert.Equal("in a callback", Assert.Single(Assert.IsType<AggregateException>(failures[0].Exception).InnerExceptions).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_token_from_outside_cancels_the_task_that_is_spawned_with_it(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        using var outside = new CancellationTokenSource();
        var options = new SpawnOptions { CancellationToken = outside.Token };
        var waits = GreenTask.Spawn(Endless(), options);
        var sleeps = GreenTask.Spawn(GreenRun.UntilCancelled(), options);
        for (int i = 0; i < 10; i++) await GreenTask.Yield();
        await Task.Run(outside.Cancel);
        Assert.Equal(OutcomeKind.Cancelled, (await waits.Try()).Kind);
        Assert.Equal(OutcomeKind.Cancelled, (await sleeps.Try()).Kind);
        static async GreenTask<bool> FromBirth() => GreenTask.IsCancelled;
        Assert.True(await GreenTask.Spawn(FromBirth(), options));
        Assert.False(GreenTask.IsCancelled);
    });

    [Theory]
    [InlineData(1, 31)]
    [InlineData(2, 32)]
    public void Whenever_they_are_cancelled_all_tasks_end(int schedulers, int seed) => GreenRun.ToEnd(schedulers, async () =>
    {
        static async GreenTask Waiter(int number)
        {
            var random = new Random(number);
            for (int i = random.Next(4); i > 0; i--) await GreenTask.Yield();
            if (random.Next(2) == 0)
            {
                using (GreenTask.Unkillable())
                {
                    if (random.Next(2) == 0) _ = GreenTask.CancellationToken;
                    await GreenTask.Yield();
                }
            }
            await Endless();
        }
        var random = new Random(seed);
        for (int round = 0; round < 50; round++)
        {
            var waiters = Enumerable.Range(0, 40).Select(n => GreenTask.Spawn(Waiter(seed + (round * 40) + n))).ToArray();
            for (int i = random.Next(4); i > 0; i--) await GreenTask.Yield();
            var cancelling = Task.Run(() => Array.ForEach(waiters[..20], static waiter => waiter.Cancel()));
            foreach (var waiter in waiters[20..]) waiter.Cancel();
            foreach (var waiter in waiters) Assert.Equal(OutcomeKind.Cancelled, (await waiter.Try()).Kind);
            await cancelling;
        }
    }, $"seed {seed}");
}
