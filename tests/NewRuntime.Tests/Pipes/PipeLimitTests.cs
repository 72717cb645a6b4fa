using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Pipes;

/// <summary>Waits of pipes with a time limit, in virtual time, and results as exceptions.</summary>
public class PipeLimitTests
{
    [Fact]
    public void A_limit_ends_each_kind_of_wait_and_leaves_the_pipe_as_it_was() => Simulation.Run(7, static async () =>
    {
        var limit = TimeSpan.FromMilliseconds(20);
        var (tx, rx) = Pipe.Bounded<int>(1);
        Assert.Equal(WaitStatus.TimedOut, (await rx.Receive().Within(limit)).Status);
        Assert.Equal(WaitStatus.TimedOut, (await Pipe.Select(rx).Within(limit)).Status);
        Assert.Equal(WaitStatus.TimedOut, (await rx.Receive().Within(TimeSpan.Zero)).Status);
        Assert.Equal(WaitStatus.Completed, await tx.Send(1).Within(limit));
        Assert.Equal(WaitStatus.TimedOut, await tx.Send(2).Within(limit));
        Assert.Equal(0, (await Pipe.Select(rx).Within(limit)).Index);
        Assert.Equal(1, (await rx.Receive().Within(Timeout.InfiniteTimeSpan)).Value);
        Assert.False(rx.TryReceive(out _)); // what was not sent in time never comes

        var set = new PortSet<int>();
        set.Add(rx);
        Assert.Equal(WaitStatus.TimedOut, (await set.Receive().Within(limit)).Status);
        tx.TrySend(3);
        Assert.Equal(3, (await set.Receive().Within(limit)).Value);
    });

    [Fact]
    public void A_value_that_comes_in_time_stops_the_clock() => Simulation.Run(8, static async () =>
    {
        var (tx, rx) = Pipe.Stream<int>();
        async GreenTask Feed()
        {
            for (int i = 0; i < 50; i++)
            {
                await GreenTask.Sleep(TimeSpan.FromMilliseconds(10));
                tx.TrySend(i);
            }
            await GreenTask.Sleep(TimeSpan.FromSeconds(100)); // no timer of an earlier wait ends a later one
            tx.TrySend(50);
        }
        var feeder = GreenTask.Spawn(Feed(), tx);
        for (int i = 0; i < 50; i++) Assert.Equal(i, (await rx.Receive().Within(TimeSpan.FromMilliseconds(500))).Value);
        Assert.Equal(50, (await rx.Receive()).Value);
        await feeder;
    });

    [Fact]
    public void A_limit_that_makes_no_sense_is_refused() => Simulation.Run(9, static async () =>
    {
        var (_, rx) = Pipe.Stream<int>();
        Assert.Throws<ArgumentOutOfRangeException>(() => rx.Receive().Within(TimeSpan.FromMilliseconds(-2)));
        await GreenTask.Yield();
    });

    [Fact]
    public void Who_asks_for_it_is_told_by_exceptions() => Simulation.Run(10, static async () =>
    {
        var (tx, rx) = Pipe.Stream<int>();
        tx.TrySend(1);
        Assert.Equal(1, (await rx.Receive()).OrThrow());
        var timedOut = await rx.Receive().Within(TimeSpan.FromMilliseconds(1));
        Assert.Throws<TimeoutException>(() => timedOut.OrThrow());
        tx.Dispose();
        var closed = await rx.Receive();
        Assert.Throws<PipeClosedException>(() => closed.OrThrow());
        Assert.Throws<TaskCancelledException>(() => WaitStatus.Cancelled.OrThrow());
    });
}
