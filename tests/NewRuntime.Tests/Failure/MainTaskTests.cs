namespace Rustrt.Federation.Tests.Failure;

/// <summary>A failing main task, and failures that nobody is told of.</summary>
public class MainTaskTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_failing_main_task_cancels_all_others_runs_every_finally_and_is_reported(int schedulers)
    {
        const int count = 2000;
        int finallies = 0;
        FailureReport? report = null;
        async GreenTask Wait()
        {
            try
            {
                await GreenRun.UntilCancelled();
            }
            finally
            {
                await GreenTask.Yield();
                Interlocked.Increment(ref finallies);
            }
        }
        async GreenTask Main()
        {
            for (int i = 0; i < count; i++) GreenTask.Spawn(Wait()).Detach();
            var other = Scheduler.Current!.Group.Federation.CreateGroup(2);
            for (int i = 0; i < count; i++) other.Spawn(Wait()).Detach();
            for (int i = 0; i < 3; i++) await GreenTask.Yield();
            throw new FormatException("the root");
        }
        int status = GreenRun.Status(new() { MainSchedulers = schedulers, MainTaskFailed = r => report = r }, Main);
        Assert.Equal(101, status);
        Assert.Equal(2 * count, finallies);
        Assert.Equal("the root", report!.Failure.Exception.Message);
        Assert.Equal("Main", report.Failure.Task);
        Assert.Equal(2 * count, report.CancelledCount);
        Assert.Equal(20, report.Cancelled.Count);
        Assert.All(report.Cancelled, name => Assert.Equal("Wait", name));
        Assert.StartsWith("rustrt: the main task Main failed: FormatException: the root", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Tasks_that_are_born_after_that_are_cancelled_from_birth(int schedulers)
    {
        int born = 0, ended = 0;
        async GreenTask Generation(int depth)
        {
            Interlocked.Increment(ref born);
            await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
            if (depth > 0)
            {
                GreenTask.Spawn(Generation(depth - 1)).Detach();
                GreenTask.Spawn(Generation(depth - 1)).Detach();
            }
            Interlocked.Increment(ref ended);
        }
        async GreenTask Main()
        {
            GreenTask.Spawn(Generation(8)).Detach();
            await GreenTask.Yield();
            throw new FormatException();
        }
        Assert.Equal(101, GreenRun.Status(new() { MainSchedulers = schedulers, MainTaskFailed = static _ => { } }, Main));
        Assert.Equal(511, born);
        Assert.Equal(511, ended);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_main_task_that_fails_while_others_spawn_and_end_leaves_nobody_behind(int schedulers)
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            int after = random.Next(40), born = 0, ended = 0;
            async GreenTask Leaf()
            {
                Interlocked.Increment(ref born);
                await GreenTask.Yield();
                if (Volatile.Read(ref born) % 3 == 0) await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
                Interlocked.Increment(ref ended);
            }
            async GreenTask Spawner()
            {
                while (!GreenTask.IsCancelled)
                {
                    GreenTask.Spawn(Leaf()).Detach();
                    await GreenTask.Yield();
                }
            }
            async GreenTask Main()
            {
                for (int i = 0; i < 3; i++) GreenTask.Spawn(Spawner()).Detach();
                for (int i = 0; i < after; i++) await GreenTask.Yield();
                throw new FormatException();
            }
            GreenRun.Status(new() { MainSchedulers = schedulers, MainTaskFailed = static _ => { } }, Main, $"seed {seed}");
            Assert.Equal(born, ended);
        }
    }

    [Fact]
    public void A_failure_that_nobody_joins_is_reported_once()
    {
        var told = new List<TaskFailure>();
        JoinHandle kept = default;
        async GreenTask Fail(string what)
        {
            await GreenTask.Yield();
            throw new FormatException(what);
        }
        async GreenTask Main()
        {
            GreenTask.Spawn(Fail("detached"), new SpawnOptions { Name = "worker 7" }).Detach();
            var late = GreenTask.Spawn(Fail("detached late"));
            kept = GreenTask.Spawn(Fail("kept"));
            await GreenTask.Spawn(Fail("tried")).Try();
            await GreenRun.Catch<FormatException>(Join(GreenTask.Spawn(Fail("caught"))));
            while (!late.IsCompleted || !kept.IsCompleted) await GreenTask.Yield();
            late.Detach();
        }
        static async GreenTask Join(JoinHandle handle) => await handle;
        Assert.Equal(0, GreenRun.Status(new() { MainSchedulers = 1, UnobservedFailure = told.Add }, Main));
        Assert.Equal(["detached", "detached late", "kept"], told.Select(failure => failure.Exception.Message).Order());
        var detached = told.Single(failure => failure.Exception.Message == "detached");
        Assert.Matches(@"^task worker 7 \(spawned at MainTaskTests\.cs:\d+\) failed: FormatException: detached$", detached.ToString());
    }

    [Fact]
    public void A_failure_whose_handle_is_dropped_is_reported_by_the_collector()
    {
        using var told = new ManualResetEvent(false);
        async GreenTask Fail()
        {
            await GreenTask.Yield();
            throw new FormatException("dropped");
        }
        async GreenTask Main()
        {
#pragma warning disable FED002 // what becomes of it is the question
            _ = GreenTask.Spawn(Fail());
#pragma warning restore FED002
            for (int i = 0; i < 5; i++) await GreenTask.Yield();
        }
        GreenRun.Status(new() { MainSchedulers = 1, UnobservedFailure = _ => told.Set() }, Main);
        FederationRun.Await(told, "the report");
    }
}
