using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Stalls;

/// <summary>
/// What waits behind a turn that does not end: each main task here spins, without giving way, until that has run. Nothing but a
/// rescue lets it.
/// </summary>
public sealed class RescueTests
{
    private static readonly FederationOptions s_two = new() { MainSchedulers = 2, StallAfter = TimeSpan.FromMilliseconds(1) };
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(50);

    [Fact]
    public void The_task_in_the_slot() => GreenRun.ToEnd(s_two, async () =>
    {
        var (wake, woken) = Pipe.Stream<int>();
        Scheduler? ranOn = null;
        var mate = GreenTask.Spawn(Mate(), woken);
        await GreenTask.Yield();
        var mine = Scheduler.Current!;
        AwaitSleepOfOthers(mine);
        await wake.Send(1); // it waits in our slot now
        Spin(() => Volatile.Read(ref ranOn) is not null);
        Assert.NotSame(mine, ranOn);
        await mate;

        async GreenTask Mate()
        {
            await woken.Receive();
            Volatile.Write(ref ranOn, Scheduler.Current);
        }
    });

    [Fact]
    public void Newborns() => GreenRun.ToEnd(s_two, async () =>
    {
        const int Children = 3000; // more than one rescue takes
        int ran = 0;
        for (int i = 0; i < 10; i++) await GreenTask.Spawn(Child()); // the first few are given to schedulers
        ran = 0;
        for (int i = 0; i < Children; i++) GreenTask.Spawn(Child()).Detach();
        Spin(() => Volatile.Read(ref ran) == Children);

        async GreenTask Child()
        {
            Interlocked.Increment(ref ran);
            await GreenTask.Yield();
        }
    });

    [Fact]
    public void A_task_that_was_given_to_the_scheduler_by_itself() => GreenRun.ToEnd(s_two, async () =>
    {
        bool ran = false;
        GreenTask.Spawn(Nothing()).Detach(); // task 1 belongs to scheduler 1, 2 to 0
        GreenTask.Spawn(Note()).Detach();
        Spin(() => Volatile.Read(ref ran));
        await GreenTask.Yield();

        async GreenTask Note()
        {
            Volatile.Write(ref ran, true);
            await GreenTask.Yield();
        }
    });

    [Fact]
    public void A_task_in_the_inbox() => GreenRun.ToEnd(s_two, async () =>
    {
        bool ran = false;
        GreenTask.Spawn(Spawner()).Detach(); // task 1, on scheduler 1
        Spin(() => Volatile.Read(ref ran));
        await GreenTask.Yield();

        async GreenTask Spawner()
        {
            GreenTask.Spawn(Note()).Detach(); // task 2, sent to scheduler 0
            await GreenTask.Yield();
        }

        async GreenTask Note()
        {
            Volatile.Write(ref ran, true);
            await GreenTask.Yield();
        }
    });

    [Fact]
    public void A_task_that_yielded_into_the_ring_while_everybody_else_sleeps() => GreenRun.ToEnd(s_two, async () =>
    {
        var (wake, woken) = Pipe.Stream<int>();
        bool wentOn = false;
        var mate = GreenTask.Spawn(Mate(), woken);
        await GreenTask.Yield();
        var mine = Scheduler.Current!;
        AwaitSleepOfOthers(mine);
        await wake.Send(1);
        await GreenTask.Yield(); // into the ring; the mate is next, from the slot
        Volatile.Write(ref wentOn, true);
        await mate;

        async GreenTask Mate()
        {
            await woken.Receive();
            Spin(() => Volatile.Read(ref wentOn));
        }
    });

    [Fact]
    public void Bound_tasks_stay_and_their_backlog_is_counted() => GreenRun.ToEnd(s_two, async () =>
    {
        const int Pinned = 100;
        await GreenTask.Spawn(Nothing());
        var mine = Scheduler.Current!;
        int ranAtHome = 0;
        var tasks = new JoinHandle[Pinned];
        for (int i = 0; i < Pinned; i++) tasks[i] = GreenTask.Spawn(Bound(), new SpawnOptions { Scheduler = mine });
        Spin(() => Volatile.Read(ref mine.Counters.BoundBacklogs) > 0);
        Assert.Equal(0, Volatile.Read(ref ranAtHome));
        foreach (var task in tasks) await task;
        Assert.Equal(Pinned, ranAtHome);

        async GreenTask Bound()
        {
            if (Scheduler.Current == mine) Interlocked.Increment(ref ranAtHome);
            await GreenTask.Yield();
        }
    });

    // Tasks that wake each other, spawn, and now and then keep their scheduler for a while: every one ends exactly once.
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Nothing_is_lost_or_run_twice(int schedulers) => GreenRun.ToEnd(
        new FederationOptions { MainSchedulers = schedulers, StallAfter = TimeSpan.FromMilliseconds(1) },
        async () =>
        {
            const int Pairs = 40, Rounds = 60;
            int children = 0;
            long sum = 0;
            var handles = new List<JoinHandle>();
            for (int i = 0; i < Pairs; i++)
            {
                var (there, inThere) = Pipe.Stream<int>();
                var (back, inBack) = Pipe.Stream<int>();
                handles.Add(GreenTask.Spawn(Ask(i, there, inBack), there, inBack));
                handles.Add(GreenTask.Spawn(Answer(inThere, back), inThere, back));
            }
            foreach (var handle in handles) await handle;
            Assert.Equal(Pairs * Rounds * (Rounds - 1L) / 2, sum);
            Assert.Equal(Pairs * Rounds, children);
            Assert.True(Scheduler.Current!.Group.Schedulers.Sum(scheduler => scheduler.Counters.Rescued) > 0, "nothing was rescued");

            async GreenTask Ask(int number, Sender<int> to, Receiver<int> from)
            {
                for (int round = 0; round < Rounds; round++)
                {
                    await to.Send(round);
                    var child = GreenTask.Spawn(Child());
                    if ((round + number) % 20 == 0) Spin(TimeSpan.FromMilliseconds(3)); // the slot and the newborn are behind us
                    Interlocked.Add(ref sum, (await from.Receive()).Value);
                    await child;
                }
                to.Dispose();
            }

            async GreenTask Answer(Receiver<int> from, Sender<int> to)
            {
                while (await from.Receive() is { Status: WaitStatus.Completed } received) await to.Send(received.Value);
            }

            async GreenTask Child()
            {
                Interlocked.Increment(ref children);
                await GreenTask.Yield();
            }
        });

    private static async GreenTask Nothing() => await GreenTask.Yield();

    private static void AwaitSleepOfOthers(Scheduler mine) => Spin(() => mine.Group.Schedulers.All(other => other == mine || other.IsParked));

    private static void Spin(Func<bool> until) => Assert.True(SpinWait.SpinUntil(until, s_patience), "what waits behind this turn was not rescued");

    private static void Spin(TimeSpan time) => SpinWait.SpinUntil(static () => false, time);
}
