using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Failure;

/// <summary>Linked, supervised and unlinked tasks.</summary>
public class LinkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Senders_that_fail_together_with_the_receiver_are_not_taken_for_the_end_of_the_values(int schedulers)
    {
        async GreenTask Fail(SharedSender<int> values)
        {
            await values.Send(1);
            await GreenTask.Yield();
            throw new FormatException("no more");
        }
        async GreenTask Main()
        {
            var (values, received) = Pipe.Shared<int>();
            for (int i = 0; i < 4; i++)
            {
                var mine = values.Clone();
                GreenTask.Spawn(Fail(mine), new SpawnOptions { Failure = FailurePolicy.Linked }, mine).Detach();
            }
            values.Dispose();
            await foreach (int value in received) Assert.Equal(1, value);
        }
        FailureReport? report = null;
        Assert.Equal(101, GreenRun.Status(new() { MainSchedulers = schedulers, MainTaskFailed = r => report = r }, Main));
        Assert.IsType<TaskCancelledException>(report!.Failure.Exception);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_failure_is_told_once_though_those_that_it_cancels_take_no_notice(int schedulers)
    {
        async GreenTask Fail()
        {
            await GreenTask.Yield();
            throw new FormatException("told");
        }
        async GreenTask Deaf() => Assert.Equal(WaitStatus.Cancelled, await GreenTask.Sleep(Timeout.InfiniteTimeSpan));
        async GreenTask Parent()
        {
            GreenTask.Spawn(Deaf(), s_linked).Detach();
            GreenTask.Spawn(Fail(), s_linked).Detach();
            await Deaf();
        }
        var told = new System.Collections.Concurrent.ConcurrentQueue<TaskFailure>();
        async GreenTask Main() => await GreenTask.Spawn(Parent());
        Assert.Equal(0, GreenRun.Status(new() { MainSchedulers = schedulers, UnobservedFailure = told.Enqueue }, Main));
        Assert.Equal("told", Assert.Single(told).Exception.Message);
    }

    [Fact]
    public void A_linked_failure_that_a_joiner_takes_is_told_to_nobody_else()
    {
        async GreenTask Parent()
        {
            var child = GreenTask.Spawn(Fail(), s_linked);
            using (GreenTask.Unkillable()) Assert.Equal(OutcomeKind.Failed, (await child.Try()).Kind);
        }
        var told = new System.Collections.Concurrent.ConcurrentQueue<TaskFailure>();
        async GreenTask Main() => await GreenTask.Spawn(Parent());
        Assert.Equal(0, GreenRun.Status(new() { MainSchedulers = 1, UnobservedFailure = told.Enqueue }, Main));
        Assert.Empty(told);
    }

    private static readonly SpawnOptions s_linked = new() { Failure = FailurePolicy.Linked };
    private static readonly SpawnOptions s_supervised = new() { Failure = FailurePolicy.Supervised };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_linked_child_takes_its_parent_and_siblings_and_what_they_supervise_with_it(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        JoinHandle sibling = default, grandchild = default, unlinked = default;
        async GreenTask Parent()
        {
            sibling = GreenTask.Spawn(GreenRun.UntilCancelled(), s_linked);
            grandchild = GreenTask.Spawn(GreenRun.UntilCancelled(), s_supervised);
            unlinked = GreenTask.Spawn(GreenRun.UntilCancelled());
            GreenTask.Spawn(Fail(), s_linked).Detach();
            await GreenRun.UntilCancelled();
        }
        Assert.Equal(OutcomeKind.Cancelled, (await GreenTask.Spawn(Parent()).Try()).Kind);
        Assert.Equal(OutcomeKind.Cancelled, (await sibling.Try()).Kind);
        Assert.Equal(OutcomeKind.Cancelled, (await grandchild.Try()).Kind);
        for (int i = 0; i < 10; i++) await GreenTask.Yield();
        Assert.False(unlinked.IsCompleted);
        unlinked.Cancel();
        Assert.Equal(OutcomeKind.Cancelled, (await unlinked.Try()).Kind);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_failure_of_a_supervised_child_does_not_touch_the_parent(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        async GreenTask<OutcomeKind> Parent()
        {
            var kind = (await GreenTask.Spawn(Fail(), s_supervised).Try()).Kind;
            for (int i = 0; i < 10; i++) await GreenTask.Yield();
            GreenTask.ThrowIfCancelled();
            return kind;
        }
        Assert.Equal(OutcomeKind.Failed, await GreenTask.Spawn(Parent()));
    });

    [Fact]
    public void Those_who_are_linked_learn_of_a_failure_in_the_order_of_their_spawn_and_before_the_joiner() => GreenRun.ToEnd(1, static async () =>
    {
        var order = new List<string>();
        async GreenTask Wait(string name)
        {
            await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
            order.Add(name);
        }
        async GreenTask Parent()
        {
            GreenTask.Spawn(Wait("a"), s_linked).Detach();
            GreenTask.Spawn(Wait("b"), s_supervised).Detach();
            GreenTask.Spawn(Wait("c"), s_linked).Detach();
            for (int i = 0; i < 10; i++) await GreenTask.Yield();
            throw new FormatException();
        }
        await GreenTask.Spawn(Parent()).Try();
        order.Add("joiner");
        await GreenTask.Yield();
        Assert.Equal(["a", "b", "c", "joiner"], order);
    });

    [Fact]
    public void Who_is_spawned_into_a_failing_group_is_cancelled_from_birth() => GreenRun.ToEnd(1, static async () =>
    {
        var ends = new List<OutcomeKind>();
        async GreenTask Parent()
        {
            GreenTask.Spawn(Fail(), s_linked).Detach();
            while (!GreenTask.IsCancelled) await GreenTask.Yield();
            using (GreenTask.Unkillable())
            {
                ends.Add((await GreenTask.Spawn(GreenRun.UntilCancelled(), s_linked).Try()).Kind);
                ends.Add((await GreenTask.Spawn(GreenRun.UntilCancelled(), s_supervised).Try()).Kind);
            }
        }
        await GreenTask.Spawn(Parent());
        Assert.Equal([OutcomeKind.Cancelled, OutcomeKind.Cancelled], ends);
    });

    [Fact]
    public void A_member_that_ended_well_is_forgotten_and_its_supervised_children_are_not() => GreenRun.ToEnd(1, static async () =>
    {
        JoinHandle orphan = default;
        async GreenTask Middle()
        {
            orphan = GreenTask.Spawn(GreenRun.UntilCancelled(), s_supervised);
            await GreenTask.Yield();
        }
        async GreenTask Parent()
        {
            await GreenTask.Spawn(Middle(), s_supervised);
            for (int i = 0; i < 1000; i++) await GreenTask.Spawn(Nothing(), s_linked); // frames are used again
            await GreenTask.Yield();
            Assert.False(orphan.IsCompleted);
            throw new FormatException();
        }
        await GreenTask.Spawn(Parent()).Try();
        Assert.Equal(OutcomeKind.Cancelled, (await orphan.Try()).Kind);
    });

    [Fact]
    public void A_policy_without_a_parent_is_refused() => GreenRun.ToEnd(1, static async () =>
    {
        var group = Scheduler.Current!.Group;
        var told = await GreenTask.RunBlocking(() => Record.Exception(() => group.Spawn(Nothing(), s_linked)));
        Assert.Contains("SpawnOptions.Failure = Linked, a relation to the task that spawns, needs a green task", Assert.IsType<OutsideException>(told).Message, StringComparison.Ordinal);
    });

    private static async GreenTask Nothing() => await GreenTask.Yield();

    private static async GreenTask Fail()
    {
        await GreenTask.Yield();
        throw new FormatException("linked");
    }
}
