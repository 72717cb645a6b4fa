using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Timers;

/// <summary>Time limits of calls, of calls that block, of ordinary tasks and of descriptors; those of pipes are in PipeLimitTests.</summary>
public class WithinTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(2);

    [Fact]
    public void A_call_in_time_brings_its_result_or_its_exception() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask<int> Answer()
        {
            await GreenTask.Yield();
            return 42;
        }
        static async GreenTask Fails()
        {
            await GreenTask.Yield();
            throw new FormatException();
        }
        Assert.Equal(42, (await Answer().Within(s_long)).Value);
        Assert.Equal(42, (await Answer().Within(Timeout.InfiniteTimeSpan)).Value);
        Assert.Equal(WaitStatus.Completed, await GreenTask_Nothing().Within(s_long));
        await GreenRun.Catch<FormatException>(Limited(Fails(), s_long));
        Assert.Equal(0, Scheduler.Current!.PendingTimers);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_call_whose_time_is_over_has_run_every_finally_when_the_caller_goes_on(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        int finallies = 0;
        async GreenTask<int> Slow(bool foreign)
        {
            try
            {
                if (foreign) await Task.Delay(s_long, GreenTask.CancellationToken);
                else (await GreenTask.Sleep(s_long)).OrThrow();
                return 1;
            }
            finally
            {
                using (GreenTask.Unkillable()) await GreenTask.Sleep(s_short);
                Interlocked.Increment(ref finallies);
            }
        }
        for (int round = 0; round < 2; round++)
        {
            var late = await Slow(foreign: round == 1).Within(s_short);
            Assert.Equal((false, WaitStatus.TimedOut), (late.HasValue, late.Status));
            Assert.Throws<TimeoutException>(() => late.OrThrow());
        }
        Assert.Equal(WaitStatus.TimedOut, (await Slow(false).Within(TimeSpan.Zero)).Status);
        Assert.Equal(3, finallies);
    });

    [Fact]
    public void The_limit_of_a_call_is_a_time_of_the_federation_s_clock()
    {
        var time = new VirtualTime();
        GreenRun.ToEnd(time.Options, async () =>
        {
            static async GreenTask<int> Slow()
            {
                await GreenTask.Sleep(TimeSpan.FromHours(2));
                return GreenTask.IsCancelled ? -1 : 1; // who sees the cancellation as a status has half a result at best
            }
            Assert.Equal(WaitStatus.TimedOut, (await Slow().Within(TimeSpan.FromHours(1))).Status);
            Assert.InRange(time.Elapsed, TimeSpan.FromHours(1), TimeSpan.FromHours(1.01));
            Assert.Equal(1, (await Slow().Within(TimeSpan.FromHours(3))).Value);
        });
    }

    [Fact]
    public void What_a_call_fails_with_while_it_is_ended_is_thrown() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask Breaks()
        {
            try
            {
                (await GreenTask.Sleep(s_long)).OrThrow();
            }
            finally
            {
                Break();
            }
        }
        static void Break() => throw new FormatException("in a finally");
        Assert.Equal("in a finally", (await GreenRun.Catch<FormatException>(Limited(Breaks(), s_short))).Message);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_caller_that_is_cancelled_ends_its_call_and_is_told(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        int begun = 0, ended = 0;
        async GreenTask Called()
        {
            Volatile.Write(ref begun, 1);
            await GreenTask.Sleep(s_long);
            for (int i = 0; i < 10; i++) await GreenTask.Yield();
            ended = 1;
        }
        async GreenTask<(WaitStatus, int)> Caller() => (await Called().Within(s_long), ended);
        var caller = GreenTask.Spawn(Caller());
        while (Volatile.Read(ref begun) == 0) await GreenTask.Yield();
        caller.Cancel();
        Assert.Equal((WaitStatus.Cancelled, 1), await caller);
    });

    [Fact]
    public void A_call_with_a_limit_uses_what_it_is_handed() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask Send(Sender<int> to) => await to.Send(5);
        var (sender, receiver) = Pipe.Bounded<int>(1);
        Assert.Equal(WaitStatus.Completed, await Send(sender).Within(s_long, sender));
        Assert.Equal(5, (await receiver.Receive()).Value);
        Assert.Equal(WaitStatus.Closed, (await receiver.Receive()).Status);
        var (mine, _) = Pipe.Bounded<int>(2);
        Assert.True(mine.TrySend(4));
        await GreenRun.Catch<InvalidOperationException>(Limited(Send(mine), s_long));
    });

    [Fact]
    public void A_limit_in_the_other_direction_is_refused() => GreenRun.ToEnd(1, static async () =>
    {
        var past = TimeSpan.FromTicks(-5);
        Assert.Throws<ArgumentOutOfRangeException>(() => GreenTask_Nothing().Within(past));
        Assert.Throws<ArgumentOutOfRangeException>(() => Task.CompletedTask.Within(past));
        Assert.Throws<ArgumentOutOfRangeException>(() => GreenTask.RunBlocking(static () => { }).Within(past));
        Assert.Throws<ArgumentOutOfRangeException>(() => Descriptor.Readable(0).Within(past));
        await GreenTask.Yield();
    });

    [Fact]
    public void A_blocking_call_that_is_given_up_goes_on_and_the_federation_waits_for_it()
    {
        using var gate = new ManualResetEventSlim();
        using var timedOut = new ManualResetEvent(false);
        var failures = new List<TaskFailure>();
        bool made = false;
        async GreenTask Main()
        {
            Assert.Equal(3, (await GreenTask.RunBlocking(static () => 3).Within(s_long)).Value);
            Assert.Equal(WaitStatus.Completed, await GreenTask.RunBlocking(static () => { }).Within(s_long));
            await GreenRun.Catch<FormatException>(Fails());
            var status = await GreenTask.RunBlocking(() =>
            {
                gate.Wait();
                made = true;
                throw new FormatException("nobody waits");
            }).Within(s_short);
            Assert.Equal(WaitStatus.TimedOut, status);
            timedOut.Set();
        }
        static async GreenTask Fails() => await GreenTask.RunBlocking(static () => throw new FormatException()).Within(s_long);
        var opener = new Thread(() =>
        {
            FederationRun.Await(timedOut, "the call is given up");
            Assert.False(made);
            gate.Set();
        });
        opener.Start();
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, UnobservedFailure = failures.Add }, Main);
        opener.Join();
        Assert.True(made);
        Assert.Equal(("blocking call that Guarded has given up", "nobody waits"), (Assert.Single(failures).Task, failures[0].Exception.Message));
    }

    [Fact]
    public void A_blocking_call_that_has_not_begun_is_taken_back() => GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, BlockingThreads = 1 }, static async () =>
    {
        using var gate = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        bool made = false;
        async GreenTask First() => await GreenTask.RunBlocking(() =>
        {
            begun.Set();
            gate.Wait();
        });
        var first = GreenTask.Spawn(First());
        while (!begun.IsSet) await GreenTask.Yield();
        Assert.Equal(WaitStatus.TimedOut, await GreenTask.RunBlocking(() => { made = true; }).Within(s_short));
        Assert.Equal(WaitStatus.TimedOut, await GreenTask.RunBlocking(() => { made = true; }).Within(TimeSpan.Zero));
        gate.Set();
        await first;
        await GreenTask.RunBlocking(static () => { }); // behind whatever was queued
        Assert.False(made);
    });

    [Fact]
    public void A_cancelled_task_gives_a_blocking_call_up_that_has_a_limit() => GreenRun.ToEnd(1, static async () =>
    {
        using var gate = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        async GreenTask<WaitStatus> Caller() => await GreenTask.RunBlocking(() =>
        {
            begun.Set();
            gate.Wait();
        }).Within(Timeout.InfiniteTimeSpan);
        var caller = GreenTask.Spawn(Caller());
        while (!begun.IsSet) await GreenTask.Yield();
        caller.Cancel();
        Assert.Equal(WaitStatus.Cancelled, await caller);
        gate.Set();
        await GreenTask.RunBlocking(static () => { });
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_wait_for_an_ordinary_task_ends_by_what_comes_first(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Assert.Equal(WaitStatus.TimedOut, (await source.Task.Within(s_short)).Status);
        Assert.Equal(WaitStatus.TimedOut, (await source.Task.Within(TimeSpan.Zero)).Status);
        Assert.Equal(WaitStatus.TimedOut, await ((Task)source.Task).Within(s_short));
        async GreenTask<WaitStatus> Waiter() => (await source.Task.Within(Timeout.InfiniteTimeSpan)).Status;
        var waiter = GreenTask.Spawn(Waiter());
        for (int i = 0; i < 10; i++) await GreenTask.Yield();
        waiter.Cancel();
        Assert.Equal(WaitStatus.Cancelled, await waiter);
        source.SetResult(6);
        Assert.Equal(6, (await source.Task.Within(TimeSpan.Zero)).Value);
        Assert.Equal(7, (await Task.Run(static () => 7).Within(s_long)).Value);
        static async GreenTask Fails() => await Task.Run(static () => throw new FormatException()).Within(s_long);
        await GreenRun.Catch<FormatException>(Fails());
        static async GreenTask Cancelled() => await Task.FromCanceled(new CancellationToken(canceled: true)).Within(s_long);
        await GreenRun.Catch<TaskCanceledException>(Cancelled());
    });

    [Theory]
    [InlineData(1, 41)]
    [InlineData(2, 42)]
    public void A_wait_that_was_given_up_ends_no_later_one(int schedulers, int seed) => GreenRun.ToEnd(schedulers, async () =>
    {
        async GreenTask Patient(int number)
        {
            var random = new Random(seed * 100 + number);
            for (int i = 0; i < 100; i++)
            {
                var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var set = Task.Run(source.SetResult);
                var status = await source.Task.Within(TimeSpan.FromMicroseconds(random.Next(50)));
                Assert.True(status is WaitStatus.Completed or WaitStatus.TimedOut);
                var next = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
                _ = Task.Run(async () =>
                {
                    await set;
                    next.SetResult(i);
                });
                Assert.Equal(i, await next.Task); // woken too early it would block, or be told
                Assert.True(next.Task.IsCompleted);
            }
        }
        var all = Enumerable.Range(0, 20).Select(n => GreenTask.Spawn(Patient(n))).ToArray();
        foreach (var one in all) await one;
    }, $"seed {seed}");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_wait_for_a_descriptor_ends_in_time_and_leaves_nothing_behind(int schedulers)
    {
        using var pipe = new KernelPipe();
        async GreenTask Main()
        {
            for (int i = 0; i < 10; i++) Assert.Equal(WaitStatus.TimedOut, await Descriptor.Readable(pipe.Reader).Within(i % 2 == 0 ? s_short : TimeSpan.Zero));
            pipe.Write();
            Assert.Equal(WaitStatus.Completed, await Descriptor.Readable(pipe.Reader).Within(s_long));
            Assert.Equal(0, Scheduler.Current!.PendingTimers);
        }
        GreenRun.ToEnd(schedulers, Main);
    }

    private static async GreenTask GreenTask_Nothing() => await GreenTask.Yield();

    private static async GreenTask Limited(GreenTask call, TimeSpan limit) => await call.Within(limit);
}
