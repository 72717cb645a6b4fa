namespace Rustrt.Federation.Tests.Stalls;

/// <summary>What is known of a turn that waits without giving way.</summary>
public sealed class BlockedTurnTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(50);

    [Fact]
    public void A_wait_for_a_task() => IsTold("Task.", release =>
    {
        var task = new TaskCompletionSource();
        release(task.SetResult);
        Assert.True(task.Task.Wait(s_patience));
    });

    [Fact]
    public void A_result() => IsTold("Task.", release =>
    {
        var task = new TaskCompletionSource<int>();
        release(() => task.SetResult(3));
        Assert.Equal(3, task.Task.Result);
    });

    [Fact]
    public void An_event() => IsTold("WaitHandle.", release =>
    {
        using var done = new ManualResetEvent(false);
        release(() => done.Set());
        Assert.True(done.WaitOne(s_patience));
    });

    [Fact]
    public void A_lock() => IsTold("Lock.", release =>
    {
        var held = new Lock();
        using var taken = new ManualResetEventSlim();
        using var over = new ManualResetEventSlim();
        var holder = new Thread(() =>
        {
            lock (held)
            {
                taken.Set();
                over.Wait(s_patience);
            }
        });
        holder.Start();
        taken.Wait(s_patience);
        release(over.Set);
        lock (held) holder.Join();
    });

    [Fact]
    public void A_wait_that_is_over_in_time_ends_in_time() => GreenRun.ToEnd(1, async () =>
    {
        Assert.Equal((false, false, true), (WaitOne(false, 1), WaitOne(false, 20), WaitOne(true, Timeout.Infinite)));
        Assert.Null(Scheduler.Current!.BlockedIn);
        await GreenTask.Yield();

        static bool WaitOne(bool isSet, int limit)
        {
            using var done = new ManualResetEvent(isSet);
            return done.WaitOne(limit);
        }
    });

    [Fact]
    public void Nobody_asks_where_nobody_would_be_told() => GreenRun.ToEnd(
        new FederationOptions { MainSchedulers = 1, StallAfter = Timeout.InfiniteTimeSpan },
        async () =>
        {
            Assert.False(SynchronizationContext.Current!.IsWaitNotificationRequired());
            await GreenTask.Yield();
        });

    // The turn blocks until another thread has seen what it is blocked in.
    private static void IsTold(string type, Action<Action<Action>> block)
    {
        string? seen = null;
        GreenRun.ToEnd(1, async () =>
        {
            await GreenTask.Yield();
            var scheduler = Scheduler.Current!;
            block(release => new Thread(() =>
            {
                SpinWait.SpinUntil(() => (seen = scheduler.BlockedIn) is not null, s_patience);
                release();
            }).Start());
            Assert.Null(scheduler.BlockedIn);
        });
        // Which method of the type depends on what the compiler has inlined.
        Assert.StartsWith(type, seen);
        Assert.Contains(" at BlockedTurnTests.cs:", seen);
    }
}
