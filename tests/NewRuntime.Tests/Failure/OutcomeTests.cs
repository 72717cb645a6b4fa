using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Failure;

/// <summary>How the end of a task reaches whoever joins it.</summary>
public class OutcomeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Try_tells_every_kind_of_end_and_throws_nothing(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var completed = await GreenTask.Spawn(Answer()).Try();
        Assert.Equal((OutcomeKind.Completed, 42, null), (completed.Kind, completed.Value, completed.Exception));

        var failed = await GreenTask.Spawn(Throw()).Try();
        Assert.Equal(OutcomeKind.Failed, failed.Kind);
        Assert.Equal("mine", Assert.IsType<FormatException>(failed.Exception).Message);
        Assert.Same(failed.Exception, Assert.Throws<InvalidOperationException>(() => failed.Value).InnerException);

        var waiting = GreenTask.Spawn(GreenRun.UntilCancelled());
        await GreenTask.Yield();
        waiting.Cancel();
        var cancelled = await waiting.Try();
        Assert.Equal(OutcomeKind.Cancelled, cancelled.Kind);
        Assert.False(Assert.IsType<TaskCancelledException>(cancelled.Exception).OfJoinedTask);
        Assert.Equal(default, await GreenTask.Spawn(Nothing()).Try());
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_cancelled_joiner_is_told_apart_and_leaves_the_handle_good(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var (release, released) = Pipe.OneShot<int>();
        async GreenTask<int> Waits() => (await released.Receive()).Value;
        var task = GreenTask.Spawn(Waits(), released);
        async GreenTask<OutcomeKind> Join() => (await task.Try()).Kind;
        async GreenTask JoinOrThrow() => await task;
        var joiner = GreenTask.Spawn(Join());
        await GreenTask.Yield();
        joiner.Cancel();
        Assert.Equal(OutcomeKind.JoinerCancelled, await joiner);

        var other = GreenTask.Spawn(JoinOrThrow());
        other.Cancel();
        var e = await GreenRun.Catch<TaskCancelledException>(AwaitOf(other));
        Assert.True(e.OfJoinedTask); // for us; and for the joiner it was its own
        Assert.False(Assert.IsType<TaskCancelledException>(e.InnerException).OfJoinedTask);

        release.Send(7);
        Assert.Equal(7, await task);
    });

    [Fact]
    public void A_joiner_that_lets_the_cancellation_of_a_child_out_has_failed() => GreenRun.ToEnd(1, static async () =>
    {
        async GreenTask Parent()
        {
            var child = GreenTask.Spawn(GreenRun.UntilCancelled());
            child.Cancel();
            await child;
        }
        var outcome = await GreenTask.Spawn(Parent()).Try();
        Assert.Equal(OutcomeKind.Failed, outcome.Kind);
        Assert.True(Assert.IsType<TaskCancelledException>(outcome.Exception).OfJoinedTask);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_task_joins_itself_is_told(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        JoinHandle self = default;
        bool known = false, finallyRan = false;
        async GreenTask Body()
        {
            while (!Volatile.Read(ref known)) await GreenTask.Yield();
            try
            {
                await self;
            }
            finally
            {
                finallyRan = true;
            }
        }
        self = GreenTask.Spawn(Body());
        Volatile.Write(ref known, true);
        var e = await GreenRun.Catch<InvalidOperationException>(AwaitOf(self));
        Assert.Equal("task Body joins itself: it would wait for its own end for ever.", e.Message);
        Assert.True(finallyRan);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_two_that_join_at_once_one_is_told(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        for (int round = 0; round < 200; round++)
        {
            var (release, released) = Pipe.OneShot<int>();
            async GreenTask<int> Waits() => (await released.Receive()).Value;
            var task = GreenTask.Spawn(Waits(), released);
            int started = 0;
            async GreenTask<int> Join()
            {
                Interlocked.Increment(ref started);
                return await task;
            }
            var a = GreenTask.Spawn(Join());
            var b = GreenTask.Spawn(Join());
            while (Volatile.Read(ref started) < 2) await GreenTask.Yield();
            for (int i = 0; i < 4; i++) await GreenTask.Yield();
            release.Send(7);
            var (first, second) = (await a.Try(), await b.Try());
            var (good, bad) = first.IsCompleted ? (first, second) : (second, first);
            Assert.Equal(7, good.Value);
            Assert.Contains("joined", Assert.IsType<InvalidOperationException>(bad.Exception).Message, StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Joins_that_are_cancelled_at_the_moment_of_the_end_lose_nothing(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var random = new Random(7);
        for (int round = 0; round < 3000; round++)
        {
            int spins = random.Next(4), cancelAfter = random.Next(4);
            async GreenTask<int> Short()
            {
                for (int i = 0; i < spins; i++) await GreenTask.Yield();
                return 5;
            }
            var task = GreenTask.Spawn(Short());
            async GreenTask<Outcome<int>> Join() => await task.Try();
            var joiner = GreenTask.Spawn(Join());
            for (int i = 0; i < cancelAfter; i++) await GreenTask.Yield();
            joiner.Cancel();
            var outcome = await joiner;
            Assert.Equal(5, outcome.Kind == OutcomeKind.JoinerCancelled ? await task : outcome.Value);
        }
    });

    private static async GreenTask<int> Answer()
    {
        await GreenTask.Yield();
        return 42;
    }

    private static async GreenTask Nothing() => await GreenTask.Yield();

    private static async GreenTask<int> Throw()
    {
        await GreenTask.Yield();
        throw new FormatException("mine");
    }

    private static async GreenTask AwaitOf(JoinHandle handle) => await handle;
}
