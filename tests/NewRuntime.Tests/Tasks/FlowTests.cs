namespace Rustrt.Federation.Tests.Tasks;

/// <summary>Tasks with an execution context of their own.</summary>
public class FlowTests
{
    private static readonly SpawnOptions s_flows = new() { FlowExecutionContext = true };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_a_task_sets_stays_with_it_over_its_waits_and_goes_to_its_children(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var local = new AsyncLocal<int>();
        async GreenTask SetInside(int value)
        {
            await GreenTask.Yield();
            local.Value = value;
        }
        async GreenTask Child(int of)
        {
            Assert.Equal(of, local.Value);
            local.Value = -1;
            await GreenTask.Yield();
            Assert.Equal(-1, local.Value);
        }
        async GreenTask<int> Keep(int mine)
        {
            Assert.Equal(0, local.Value);
            await SetInside(mine);
            for (int i = 0; i < 20; i++)
            {
                Assert.Equal(mine, local.Value);
                await GreenTask.Yield();
                if (i == 5) await Task.Yield();
                if (i == 10) await GreenTask.Spawn(Child(mine), s_flows);
            }
            return mine;
        }
        var tasks = Enumerable.Range(1, 20).Select(i => GreenTask.Spawn(Keep(i), s_flows)).ToList();
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal(0, local.Value);
            await GreenTask.Yield();
        }
        for (int i = 0; i < tasks.Count; i++) Assert.Equal(i + 1, await tasks[i]);
        Assert.Equal(0, local.Value);
    });

    [Fact]
    public void A_task_spawned_by_a_thread_has_the_threads_context() => GreenRun.ToEnd(1, static async () =>
    {
        var local = new AsyncLocal<int>();
        var group = Scheduler.Current!.Group;
        async GreenTask<int> Read() => local.Value;
        int read = await await GreenTask.RunBlocking(() =>
        {
            local.Value = 7;
            var task = group.Spawn(Read(), s_flows).AsTask();
            local.Value = 0;
            return task;
        });
        Assert.Equal(7, read);
    });

    [Fact]
    public void It_ends_as_its_call_does_and_is_called_so() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask Failing()
        {
            await GreenTask.Yield();
            throw new FormatException("told");
        }
        var outcome = await GreenTask.Spawn(Failing(), s_flows).Try();
        Assert.Equal("told", Assert.IsType<FormatException>(outcome.Exception).Message);

        var cancelled = GreenTask.Spawn(GreenRun.UntilCancelled(), s_flows);
        await GreenTask.Yield();
        Assert.Contains(Scheduler.Current!.Group.Federation.Dump(), task => task.ToString().Contains("UntilCancelled", StringComparison.Ordinal));
        cancelled.Cancel();
        Assert.Equal(OutcomeKind.Cancelled, (await cancelled.Try()).Kind);
    });

    [Fact]
    public void A_call_that_cannot_be_spawned_gives_both_frames_back() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask Nothing() => await GreenTask.Yield();
        var group = Scheduler.Current!.Group.Federation.CreateGroup(1);
        await group.Spawn(Nothing()).AsTask();
        while (!group.HasEnded) await GreenTask.Yield();
        for (int i = 0; i < 3; i++)
        {
            var call = Nothing();
            Assert.Throws<InvalidOperationException>(() => group.Spawn(call, s_flows));
            Assert.Throws<InvalidOperationException>(() => GreenTask.Spawn(call));
        }
        await GreenTask.Spawn(Nothing(), s_flows);
    });
}
