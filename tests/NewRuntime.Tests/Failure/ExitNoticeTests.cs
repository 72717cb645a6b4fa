using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Failure;

/// <summary>The end of tasks, told through a pipe.</summary>
public class ExitNoticeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Each_end_is_told_once_with_its_outcome_and_the_pipe_ends_with_the_last(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var (exits, ended) = Pipe.Shared<TaskExit>();
        var options = new SpawnOptions { Name = "watched", NotifyExit = exits };
        var well = GreenTask.Spawn(Well(), options);
        var failed = GreenTask.Spawn(Fails(), options);
        var cancelled = GreenTask.Spawn(GreenRun.UntilCancelled(), options);
        long[] ids = [well.Id, failed.Id, cancelled.Id];
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(ids[0], well.Id);
        exits.Dispose(); // the watched tasks hold the pipe open
        cancelled.Cancel();
        var told = new Dictionary<long, TaskExit>();
        await foreach (var exit in ended) told.Add(exit.Id, exit);
        Assert.Equal(ids.Order(), told.Keys.Order());
        Assert.All(told.Values, static exit => Assert.Equal("watched", exit.Name));
        Assert.Equal(OutcomeKind.Completed, told[ids[0]].Outcome.Kind);
        Assert.Equal((OutcomeKind.Failed, "broken"), (told[ids[1]].Outcome.Kind, told[ids[1]].Outcome.Exception!.Message));
        Assert.Equal(OutcomeKind.Cancelled, told[ids[2]].Outcome.Kind);
        foreach (var task in new[] { well, failed, cancelled }) await task.Try();
    });

    [Fact]
    public void The_watcher_is_told_after_the_pipe_ends_are_closed_and_the_linked_are_cancelled_and_before_the_joiner() => GreenRun.ToEnd(1, static async () =>
    {
        var (exits, ended) = Pipe.Shared<TaskExit>();
        var (words, heard) = Pipe.Stream<int>();
        var order = new List<string>();
        async GreenTask Parent()
        {
            GreenTask.Spawn(Child(), new SpawnOptions { Failure = FailurePolicy.Linked }).Detach();
            await Settle();
            throw new FormatException("broken");
        }
        async GreenTask Child()
        {
            Assert.Equal(WaitStatus.Cancelled, await GreenTask.Sleep(Timeout.InfiniteTimeSpan));
            order.Add("linked");
        }
        async GreenTask Listen()
        {
            Assert.Equal(WaitStatus.Closed, (await heard.Receive()).Status);
            order.Add("pipe");
        }
        async GreenTask Watch()
        {
            await ended.Receive();
            order.Add("watcher");
        }
        var listening = GreenTask.Spawn(Listen(), heard);
        var watching = GreenTask.Spawn(Watch(), ended);
        await Settle(); // from here on tasks run in the order in which they are woken
        var parent = GreenTask.Spawn(Parent(), new SpawnOptions { NotifyExit = exits }, words);
        await parent.Try();
        order.Add("joiner");
        await listening;
        await watching;
        Assert.Equal(["pipe", "linked", "watcher", "joiner"], order);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_failure_that_a_watcher_is_told_of_is_not_reported_and_one_that_nobody_receives_is(bool watches)
    {
        var reported = new List<TaskFailure>();
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, UnobservedFailure = reported.Add }, async () =>
        {
            var (exits, ended) = Pipe.Shared<TaskExit>();
            GreenTask.Spawn(Fails(), new SpawnOptions { NotifyExit = exits }).Detach();
            exits.Dispose();
            if (watches) Assert.Equal(OutcomeKind.Failed, (await ended.Receive()).Value.Outcome.Kind);
            else ended.Dispose();
        });
        Assert.Equal(watches ? 0 : 1, reported.Count);
    }

    [Fact]
    public void A_thread_watches_the_tasks_of_another_group()
    {
        var federation = new Federation(new FederationOptions { MainSchedulers = 2 });
        var (exits, ended) = Pipe.Shared<TaskExit>();
        exits.Release();
        federation.MainGroup.Spawn(Spawner(exits)).Detach();
        var running = new Thread(() => federation.Run()) { IsBackground = true };
        running.Start();
        for (int i = 0; i < 100; i++) Assert.True(ended.ReceiveBlocking(TimeSpan.FromSeconds(60)).HasValue);
        Assert.Equal(WaitStatus.Closed, ended.ReceiveBlocking(TimeSpan.FromSeconds(60)).Status);
        Assert.True(running.Join(TimeSpan.FromSeconds(60)));

        static async GreenTask Spawner(SharedSender<TaskExit> exits)
        {
            for (int i = 0; i < 100; i++) GreenTask.Spawn(Well(), new SpawnOptions { NotifyExit = exits }).Detach();
            await GreenTask.Yield();
        }
    }

    [Fact]
    public void A_pipe_with_a_limit_is_refused_before_anything_is_spawned() => GreenRun.ToEnd(1, static async () =>
    {
        var (exits, _) = Pipe.Shared<TaskExit>(4);
        var call = Well();
        var e = Assert.Throws<ArgumentException>(() => GreenTask.Spawn(call, new SpawnOptions { NotifyExit = exits }));
        Assert.Contains("SpawnOptions.NotifyExit", e.Message, StringComparison.Ordinal);
        await GreenTask.Yield();
        Assert.Single(Scheduler.Current!.Group.Federation.Dump());
    });

    private static async GreenTask Settle()
    {
        for (int i = 0; i < 5; i++) await GreenTask.Yield();
    }

    private static async GreenTask Well() => await GreenTask.Yield();

    private static async GreenTask Fails()
    {
        await GreenTask.Yield();
        throw new FormatException("broken");
    }
}
