using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Rustrt.Federation.Tests.Tasks;

/// <summary>Green tasks that await what is not of this runtime, and ordinary async methods among green tasks.</summary>
public class ForeignAwaitTests
{
    /// <summary>Calls back on the pool, or at once; with or without the unsafe interface.</summary>
    private sealed class ClassAwaiter(bool atOnce) : INotifyCompletion
    {
        public bool IsCompleted => false;

        public ClassAwaiter GetAwaiter() => this;

        public int GetResult() => 5;

        public void OnCompleted(Action continuation)
        {
            if (atOnce) continuation();
            else ThreadPool.QueueUserWorkItem(_ => continuation());
        }
    }

    private readonly struct StructAwaiter(Exception? refusal = null) : ICriticalNotifyCompletion
    {
        public bool IsCompleted => false;

        public StructAwaiter GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => throw new InvalidOperationException("the unsafe one is to be used");

        public void UnsafeOnCompleted(Action continuation)
        {
            if (refusal is not null) throw refusal;
            ThreadPool.UnsafeQueueUserWorkItem(static c => c(), continuation, preferLocal: false);
        }
    }

    private sealed class Source : IValueTaskSource<int>
    {
        private ManualResetValueTaskSourceCore<int> _core;

        public Source() => ThreadPool.QueueUserWorkItem(_ => _core.SetResult(7));

        public ValueTask<int> Task => new(this, _core.Version);

        public int GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);
    }

    private const int Kinds = 14;

    private static async GreenTask AwaitSomething(int kind)
    {
        switch (kind)
        {
            case 0: await Task.CompletedTask; break;
            case 1: await Task.Yield(); break;
            case 2: await Task.Run(static () => { }); break;
            case 3: Assert.Equal(3, await Task.Run(static () => 3).ConfigureAwait(false)); break;
            case 4: Assert.Equal(4, await Task.Run(static () => 4).ConfigureAwait(true)); break;
            case 5: Assert.Equal(5, await new ClassAwaiter(atOnce: false)); break;
            case 6: Assert.Equal(5, await new ClassAwaiter(atOnce: true)); break;
            case 7: await new StructAwaiter(); break;
            case 8: Assert.Equal(7, await new Source().Task); break;
            case 9: Assert.Equal(7, await new Source().Task.ConfigureAwait(false)); break;
            case 10: Assert.Equal(9, await new ValueTask<int>(9)); break;
            case 11: await Task.Run(static () => { }).ConfigureAwait(ConfigureAwaitOptions.ForceYielding); break;
            case 12: await Expect<FormatException>(Task.Run(static () => throw new FormatException())); break;
            case 13: await Expect<OperationCanceledException>(Task.Run(static () => { }, new CancellationToken(canceled: true))); break;
        }
    }

    private static async GreenTask Expect<TException>(Task task)
        where TException : Exception
    {
        bool thrown = false;
        try
        {
            await task;
        }
        catch (TException)
        {
            AssertAtHome(null);
            thrown = true;
        }
        Assert.True(thrown);
    }

    private static void AssertAtHome(Frame? task)
    {
        var scheduler = Scheduler.Current;
        Assert.True(scheduler is not null, "a continuation ran off the schedulers");
        if (task is not null) Assert.Same(task, scheduler.CurrentTask);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void Every_continuation_comes_back_to_a_scheduler(int schedulers, int seed) => GreenRun.ToEnd(schedulers, async () =>
    {
        int awaits = 0;
        async GreenTask Awaiter(int number)
        {
            var random = new Random(seed * 1000 + number);
            var self = Scheduler.Current!.CurrentTask!;
            for (int i = 0; i < 1000; i++)
            {
                int kind = random.Next(Kinds);
                if (random.Next(2) == 0)
                {
                    await AwaitSomething(kind);
                }
                else
                {
                    await Task.Run(static () => { });
                    await AwaitSomething(kind);
                }
                AssertAtHome(self);
                Interlocked.Increment(ref awaits);
            }
        }
        var tasks = Enumerable.Range(0, 100).Select(n => GreenTask.Spawn(Awaiter(n))).ToArray();
        foreach (var task in tasks) await task;
        Assert.Equal(100_000, awaits);
    }, $"seed {seed}");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_ordinary_async_method_goes_on_on_the_scheduler_that_called_it(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        static async Task<int> Ordinary(int depth)
        {
            var home = Scheduler.Current;
            Assert.NotNull(home);
            await Task.Yield();
            Assert.Same(home, Scheduler.Current);
            Assert.Null(Scheduler.Current!.CurrentTask); // it is not part of whichever task ran last
            await Task.Run(static () => { });
            Assert.Same(home, Scheduler.Current);
            int below = depth == 0 ? 0 : await Ordinary(depth - 1);
            Assert.Same(home, Scheduler.Current);
            return below + 1;
        }
        async GreenTask Caller()
        {
            for (int i = 0; i < 50; i++) Assert.Equal(4, await Ordinary(3));
        }
        var callers = Enumerable.Range(0, 20).Select(_ => GreenTask.Spawn(Caller())).ToArray();
        foreach (var caller in callers) await caller;
    });

    [Fact]
    public void An_ordinary_async_method_that_nobody_awaits_ends_though_the_federation_has()
    {
        using var finallyRan = new ManualResetEvent(false);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        GreenRun.ToEnd(1, async () =>
        {
            async Task Forgotten()
            {
                try
                {
                    await gate.Task;
                }
                finally
                {
                    finallyRan.Set();
                }
            }
            _ = Forgotten();
            await GreenTask.Yield();
        });
        gate.SetResult();
        FederationRun.Await(finallyRan, "the finally block runs");
    }

    [Fact]
    public void An_awaiter_that_refuses_is_an_exception_of_the_method() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask Refused() => await new StructAwaiter(new NotSupportedException("no"));
        await GreenTaskTests.Catch<NotSupportedException>(Refused());
        static async GreenTask Join() => await GreenTask.Spawn(Refused());
        await GreenTaskTests.Catch<NotSupportedException>(Join());
    });

    [Fact]
    public void A_foreign_wait_is_not_cut_short_by_a_cancellation() => GreenRun.ToEnd(1, static async () =>
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        async GreenTask<int> Waiter() => await gate.Task;
        var waiter = GreenTask.Spawn(Waiter());
        await GreenTask.Yield();
        waiter.Cancel();
        await GreenTask.Yield();
        Assert.False(waiter.IsCompleted);
        gate.SetResult(3);
        Assert.Equal(3, await waiter);
    });

    [Fact]
    public void A_task_needs_one_callback_for_all_its_foreign_waits() => GreenRun.ToEnd(1, static async () =>
    {
        var task = Scheduler.Current!.CurrentTask!;
        await Task.Yield();
        var first = task.Extras.ForeignWait;
        Assert.NotNull(first);
        await Task.Run(static () => { });
        Assert.Same(first, task.Extras.ForeignWait);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_thread_and_an_ordinary_method_can_await_a_green_task(int schedulers)
    {
        Task<int>? result = null;
        Task? failure = null, cancelled = null, nothing = null;
        using var started = new ManualResetEvent(false);
        GreenRun.ToEnd(schedulers, async () =>
        {
            static async GreenTask<int> Value()
            {
                await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
                return 8;
            }
            static async GreenTask Fails()
            {
                await GreenTask.Yield();
                throw new FormatException("from a green task");
            }
            static async GreenTask Cancelled()
            {
                if (await GreenTask.Sleep(Timeout.InfiniteTimeSpan) == WaitStatus.Cancelled) throw new TaskCancelledException();
            }
            static async GreenTask Nothing() => await GreenTask.Yield();
            result = GreenTask.Spawn(Value()).AsTask();
            failure = GreenTask.Spawn(Fails()).AsTask();
            var sleeper = GreenTask.Spawn(Cancelled());
            sleeper.Cancel();
            cancelled = sleeper.AsTask();
            nothing = GreenTask.Spawn(Nothing()).AsTask();
            started.Set();
            static async Task<int> Ordinary()
            {
                var home = Scheduler.Current;
                int value = await GreenTask.Spawn(Value()).AsTask();
                Assert.Same(home, Scheduler.Current);
                return value;
            }
            Assert.Equal(8, await Ordinary());
        });
        FederationRun.Await(started, "the tasks are started");
        Assert.Equal(8, await result!);
        await Assert.ThrowsAsync<FormatException>(() => failure!);
        await Assert.ThrowsAsync<TaskCanceledException>(() => cancelled!);
        await nothing!;
    }

    [Fact]
    public async Task A_task_can_be_turned_into_an_ordinary_one_after_its_federation_has_ended()
    {
        JoinHandle<int> value = default;
        JoinHandle failure = default;
        GreenRun.ToEnd(1, async () =>
        {
            static async GreenTask<int> Value() => 11;
            static async GreenTask Fails() => throw new FormatException("late");
            value = GreenTask.Spawn(Value());
            failure = GreenTask.Spawn(Fails());
            await GreenTask.Yield();
        });
        Assert.Equal(11, await value.AsTask());
        await Assert.ThrowsAsync<FormatException>(failure.AsTask);
    }

    [Fact]
    public void Sending_to_a_scheduler_from_elsewhere_is_refused() => GreenRun.ToEnd(1, static async () =>
    {
        var context = SynchronizationContext.Current!;
        bool ran = false;
        context.Send(_ => ran = true, null);
        Assert.True(ran);
        var e = await Task.Run(() => Record.Exception(() => context.Send(static _ => { }, null)));
        Assert.Contains("use Post", Assert.IsType<NotSupportedException>(e).Message, StringComparison.Ordinal);
    });

#if DEBUG
    [Fact]
    public void A_task_that_is_run_off_its_scheduler_is_caught_in_debug_builds() => GreenRun.ToEnd(1, static async () =>
    {
        var task = Scheduler.Current!.CurrentTask!;
        var scheduler = Scheduler.Current;
        var e = await Task.Run(() => Record.Exception(() => task.RunTurn(scheduler)));
        Assert.Contains("escaped", Assert.IsType<InvalidOperationException>(e).Message, StringComparison.Ordinal);
    });
#endif
}
