namespace Rustrt.Federation.Tests.Blocking;

/// <summary>Calls that block, made by threads that may.</summary>
public class BlockingPoolTests
{
    private static FederationOptions Options(int threads, int queue = 1024, int schedulers = 1) =>
        new() { MainSchedulers = schedulers, BlockingThreads = threads, BlockingQueueLength = queue };

    private static BlockingPool Pool => Scheduler.Current!.Group.Federation.Blocking;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Schedulers_go_on_while_a_call_blocks(int schedulers) => GreenRun.ToEnd(Options(4, schedulers: schedulers), static async () =>
    {
        using var gate = new ManualResetEventSlim();
        async GreenTask<string> Blocked() => await GreenTask.RunBlocking(() =>
        {
            gate.Wait();
            Assert.Null(Scheduler.Current);
            Assert.False(Thread.CurrentThread.IsThreadPoolThread);
            return Thread.CurrentThread.Name!;
        });
        var blocked = GreenTask.Spawn(Blocked());
        for (int i = 0; i < 1000; i++) await GreenTask.Yield();
        Assert.False(blocked.IsCompleted);
        gate.Set();
        Assert.StartsWith("rustrt-blocking-", await blocked, StringComparison.Ordinal);
        Assert.NotNull(Scheduler.Current);
    });

    [Fact]
    public void An_exception_of_the_call_is_the_task_s() => GreenRun.ToEnd(Options(1), static async () =>
    {
        static async GreenTask Fails() => await GreenTask.RunBlocking(static () => { throw new FormatException("on a blocking thread"); });
        var e = await Tasks.GreenTaskTests.Catch<FormatException>(Fails());
        Assert.Equal("on a blocking thread", e.Message);
    });

    [Fact]
    public async Task Where_no_scheduler_runs_the_call_is_made_on_the_calling_thread()
    {
        int here = Environment.CurrentManagedThreadId;
        Assert.Equal(here, await GreenTask.RunBlocking(static () => Environment.CurrentManagedThreadId));
        int there = 0;
        await GreenTask.RunBlocking(() => there = Environment.CurrentManagedThreadId);
        Assert.Equal(here, there);
        var e = await Assert.ThrowsAsync<FormatException>(static async () => await GreenTask.RunBlocking(static () => throw new FormatException("here")));
        Assert.Equal("here", e.Message);
        await Assert.ThrowsAsync<ArgumentNullException>(static async () => await GreenTask.RunBlocking(null!));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_ordinary_async_method_that_a_task_calls_uses_the_pool_and_comes_home(int schedulers) => GreenRun.ToEnd(Options(2, schedulers: schedulers), static async () =>
    {
        static async Task<string> Library(bool fails)
        {
            var scheduler = Scheduler.Current!;
            string name = await GreenTask.RunBlocking(() => fails ? throw new FormatException("there") : Thread.CurrentThread.Name!);
            Assert.Same(scheduler, Scheduler.Current);
            await GreenTask.RunBlocking(static () => Assert.Null(Scheduler.Current));
            return name;
        }
        Assert.StartsWith("rustrt-blocking-", await Library(false), StringComparison.Ordinal);
        var e = await Assert.ThrowsAsync<FormatException>(static () => Library(true));
        Assert.Equal("there", e.Message);
    });

    [Fact]
    public void There_are_no_more_threads_than_allowed_and_a_full_queue_refuses() => GreenRun.ToEnd(Options(3, queue: 5), static async () =>
    {
        using var gate = new ManualResetEventSlim();
        int atOnce = 0, most = 0, made = 0;
        async GreenTask Blocked() => await GreenTask.RunBlocking(() =>
        {
            int now = Interlocked.Increment(ref atOnce);
            lock (gate) most = Math.Max(most, now);
            gate.Wait();
            Interlocked.Decrement(ref atOnce);
            Interlocked.Increment(ref made);
        });
        var blocked = new List<JoinHandle>();
        for (int i = 0; i < 3; i++) blocked.Add(GreenTask.Spawn(Blocked()));
        while (Volatile.Read(ref atOnce) < 3) await GreenTask.Yield();
        for (int i = 0; i < 5; i++)
        {
            blocked.Add(GreenTask.Spawn(Blocked()));
            for (int k = 0; k < 5; k++) await GreenTask.Yield(); // it has come to its call
        }
        var e = await Tasks.GreenTaskTests.Catch<BlockingPoolFullException>(Blocked());
        Assert.Contains("3 threads", e.Message, StringComparison.Ordinal);
        Assert.Contains("5 more", e.Message, StringComparison.Ordinal);
        Assert.Contains("BlockingQueueLength", e.Message, StringComparison.Ordinal);
        gate.Set();
        foreach (var one in blocked) await one;
        Assert.Equal((3, 8, 3), (most, made, Pool.Threads));
    });

    [Fact]
    public void An_idle_thread_is_used_before_another_is_started() => GreenRun.ToEnd(Options(8), static async () =>
    {
        for (int i = 0; i < 200; i++)
        {
            Assert.Equal(i, await GreenTask.RunBlocking(() => i));
            // The thread may still be on its way back from the call: then the next call starts another.
        }
        Assert.InRange(Pool.Threads, 1, 8);
    });

    [Fact]
    public void A_cancelled_task_waits_for_a_call_that_has_begun_and_takes_back_one_that_has_not() => GreenRun.ToEnd(Options(1), static async () =>
    {
        using var gate = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        bool second = false;
        async GreenTask<int> First() => await GreenTask.RunBlocking(() =>
        {
            begun.Set();
            gate.Wait();
            return 1;
        });
        async GreenTask<int> Second() => await GreenTask.RunBlocking(() =>
        {
            second = true;
            return 2;
        });
        var first = GreenTask.Spawn(First());
        while (!begun.IsSet) await GreenTask.Yield();
        var queued = GreenTask.Spawn(Second());
        await GreenTask.Yield();
        queued.Cancel();
        first.Cancel();
        bool cancelled = false;
        try
        {
            await queued;
        }
        catch (TaskCancelledException)
        {
            cancelled = true;
        }
        Assert.True(cancelled);
        Assert.False(first.IsCompleted);
        gate.Set();
        Assert.Equal(1, await first);
        Assert.Equal(2, await GreenTask.RunBlocking(static () => 2)); // behind whatever was queued
        Assert.False(second);
    });

    [Fact]
    public void Idle_threads_end_after_a_while()
    {
        var options = new FederationOptions { MainSchedulers = 1, BlockingThreads = 4, BlockingKeepAlive = TimeSpan.FromMilliseconds(5) };
        GreenRun.ToEnd(options, static async () =>
        {
            await GreenTask.RunBlocking(static () => { });
            Assert.InRange(Pool.Threads, 0, 1);
            while (Pool.Threads > 0) await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
            Assert.Equal(3, await GreenTask.RunBlocking(static () => 3));
        });
    }

    [Fact]
    public void With_the_federation_its_threads_have_ended()
    {
        Thread? thread = null;
        GreenRun.ToEnd(Options(2), async () => thread = await GreenTask.RunBlocking(static () => Thread.CurrentThread));
        Assert.False(thread!.IsAlive);
    }

    [Theory]
    [InlineData(1, 21)]
    [InlineData(2, 22)]
    public void Many_calls_of_many_tasks_some_cancelled_are_each_made_once_or_not_at_all(int schedulers, int seed) =>
        GreenRun.ToEnd(Options(3, queue: 10_000, schedulers), async () =>
        {
            int made = 0, ended = 0, refused = 0;
            async GreenTask Caller(int number)
            {
                try
                {
                    for (int i = 0; i < 10; i++) Assert.Equal(number, await GreenTask.RunBlocking(() => Interlocked.Increment(ref made) > 0 ? number : 0));
                    Interlocked.Add(ref ended, 10);
                }
                catch (TaskCancelledException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
            var random = new Random(seed);
            var callers = Enumerable.Range(1, 300).Select(n => GreenTask.Spawn(Caller(n))).ToArray();
            int cancelled = 0;
            foreach (var caller in callers)
            {
                if (random.Next(4) == 0)
                {
                    caller.Cancel();
                    cancelled++;
                }
                if (random.Next(8) == 0) await GreenTask.Yield();
            }
            foreach (var caller in callers) await caller;
            Assert.Equal(300, refused + (ended / 10));
            Assert.InRange(refused, 0, cancelled);
            Assert.InRange(made, ended, ended + (refused * 10));
        }, $"seed {seed}");

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Federation(Options(0)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Federation(Options(1, queue: -1)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Federation(new FederationOptions { BlockingKeepAlive = TimeSpan.FromSeconds(-3) }));
    }
}
