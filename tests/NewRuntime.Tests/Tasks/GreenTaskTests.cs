namespace Rustrt.Federation.Tests.Tasks;

/// <summary>Calls, spawns, joins, yields and cancellation of managed tasks, on one scheduler and on two.</summary>
public class GreenTaskTests
{
    [Fact]
    public void A_call_runs_nothing_until_it_is_awaited() => GreenRun.ToEnd(1, static async () =>
    {
        bool ran = false;
        async GreenTask Body()
        {
            ran = true;
            await GreenTask.Yield();
        }
        var call = Body();
        await GreenTask.Yield();
        Assert.False(ran);
        await call;
        Assert.True(ran);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_call_is_part_of_the_task_that_awaits_it(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        async GreenTask<int> Deep(int depth)
        {
            if (depth % 7 == 0) await GreenTask.Yield();
            return depth == 0 ? 0 : 1 + await Deep(depth - 1);
        }
        Assert.Equal(100_000, await Deep(100_000)); // the thread's stack does not grow with it
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_exception_passes_through_calls_and_joins_and_runs_every_finally(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        int finallies = 0;
        async GreenTask Throw(int depth)
        {
            try
            {
                await GreenTask.Yield();
                if (depth == 0) throw new FormatException("from below");
                await Throw(depth - 1);
            }
            finally
            {
                Interlocked.Increment(ref finallies);
            }
        }
        var e = await Catch<FormatException>(Throw(5));
        Assert.Equal(6, finallies);
        Assert.Contains("Throw", e.StackTrace, StringComparison.Ordinal);

        async GreenTask Join() => await GreenTask.Spawn(Throw(2));
        await Catch<FormatException>(Join());
        Assert.Equal(9, finallies);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_spawned_task_runs_once_and_every_join_gets_its_result(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        const int count = 20_000;
        async GreenTask<int> Square(int i)
        {
            for (int n = i % 3; n > 0; n--) await GreenTask.Yield();
            return i * 2;
        }
        for (int round = 0; round < 3; round++)
        {
            var handles = new JoinHandle<int>[count];
            for (int i = 0; i < count; i++) handles[i] = GreenTask.Spawn(Square(i));
            for (int i = 0; i < count; i++) Assert.Equal(i * 2, await handles[i]);
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_tree_of_tasks_adds_up(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        static async GreenTask<int> Fib(int n)
        {
            if (n < 2) return n;
            var a = GreenTask.Spawn(Fib(n - 1));
            var b = GreenTask.Spawn(Fib(n - 2));
            return await a + await b;
        }
        for (int i = 0; i < 5; i++) Assert.Equal(2584, await Fib(18));
    });

    [Fact]
    public void Yields_take_turns() => GreenRun.ToEnd(1, static async () =>
    {
        var order = new List<int>();
        int started = 0;
        async GreenTask Say(int who)
        {
            started++;
            while (started < 2) await GreenTask.Yield(); // newborns start newest first: from here on they take turns
            for (int i = 0; i < 3; i++)
            {
                order.Add(who);
                await GreenTask.Yield();
            }
        }
        var a = GreenTask.Spawn(Say(1));
        var b = GreenTask.Spawn(Say(2));
        await a;
        await b;
        Assert.Equal(3, order.Count(x => x == 1));
        Assert.All(order.Chunk(2), pair => Assert.Equal(3, pair.Sum()));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Foreign_tasks_bring_the_continuation_home(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        for (int i = 0; i < 200; i++)
        {
            int answer = await Task.Run(() => i).ConfigureAwait(i % 2 == 0);
            Assert.Equal(i, answer);
            Assert.NotNull(Scheduler.Current);
        }
        await Catch<FormatException>(Foreign());
        static async GreenTask Foreign() => await Task.Run(static () => throw new FormatException());
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_cancelled_join_is_an_exception_and_leaves_the_other_task_alone(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var gate = new TaskCompletionSource();
        async GreenTask<int> Slow()
        {
            await gate.Task;
            return 7;
        }
        var slow = GreenTask.Spawn(Slow());
        async GreenTask Waiter() => await slow;
        var waiter = GreenTask.Spawn(Waiter());
        await GreenTask.Yield();
        waiter.Cancel();
        await Catch<TaskCancelledException>(Join());
        async GreenTask Join() => await waiter;
        gate.SetResult();
        Assert.Equal(7, await slow);
    });

    [Fact]
    public void A_call_can_be_used_once() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask Body() => await GreenTask.Yield();
        var call = Body();
        await call;
        var e = Assert.Throws<InvalidOperationException>(() => call.GetAwaiter());
        Assert.Contains("awaited or spawned already", e.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => GreenTask.Spawn(call));
        Assert.Throws<InvalidOperationException>(() => GreenTask.Spawn(default(GreenTask)));
    });

    [Fact]
    public void A_join_handle_can_be_used_once() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask Body() => await GreenTask.Yield();
        var handle = GreenTask.Spawn(Body());
        await handle;
        var e = Assert.Throws<InvalidOperationException>(() => handle.GetAwaiter());
        Assert.Contains("used up", e.Message, StringComparison.Ordinal);
    });

    [Fact]
    public void Spawning_outside_a_scheduler_is_refused()
    {
        static async GreenTask Body() => await GreenTask.Yield();
        var e = Assert.Throws<OutsideException>(() => GreenTask.Spawn(Body()));
        Assert.Contains("GreenTask.Spawn needs a green task, and this is a thread that runs no scheduler", e.Message, StringComparison.Ordinal);
    }

    internal static async GreenTask<TException> Catch<TException>(GreenTask call)
        where TException : Exception
    {
        try
        {
            await call;
        }
        catch (TException e)
        {
            return e;
        }
        throw new Xunit.Sdk.XunitException($"no {typeof(TException).Name} was thrown");
    }
}
