using System.Diagnostics;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests;

/// <summary>
/// A program of everything that tasks do, drawn from the random numbers of its simulation: spawns, joins with and without a
/// limit, cancellations, yields, sleeps, pipes of all kinds, selects, groups, descriptors. It checks what it can know. Outside a
/// simulation it runs on threads (<see cref="SoakTests"/>): with calls that block in place of the descriptors.
/// </summary>
internal sealed class MixedWorkload
{
    private static Random Random => Simulation.Current?.Random ?? Random.Shared;

    private static TimeSpan Now => Simulation.Current?.Now ?? Stopwatch.GetElapsedTime(0);

    private int _spawned, _ended;

    /// <summary>The first task.</summary>
    public static async GreenTask Program()
    {
        var workload = new MixedWorkload();
        await workload.Branch(depth: 0);
        // A task that nobody joins has closed its pipe, and so let us go on, before it counts itself. In a simulation that is one step.
        while (Simulation.Current is null && Volatile.Read(ref workload._ended) != Volatile.Read(ref workload._spawned)) await GreenTask.Yield();
        Assert.Equal(workload._spawned, workload._ended);
    }

    private async GreenTask Branch(int depth)
    {
        int steps = Random.Next(2, 6);
        for (int i = 0; i < steps; i++)
        {
            switch (Random.Next(depth < 3 ? 9 : 7))
            {
                case 0:
                    await GreenTask.Yield();
                    break;
                case 1:
                    await GreenTask.Sleep(TimeSpan.FromMilliseconds(Random.Next(5)));
                    break;
                case 2:
                    await SendThrough();
                    break;
                case 3:
                    await CancelSomebody();
                    break;
                case 4:
                    await SelectAmongSeveral();
                    break;
                case 5:
                    await JoinWithALimit();
                    break;
                case 6:
                    if (Simulation.Current is null) await GreenTask.RunBlocking(Thread.Yield);
                    else await WaitForADescriptor();
                    break;
                case 7:
                    await FanOut(depth);
                    break;
                default:
                    await UseAnotherGroup();
                    break;
            }
        }
    }

    private async GreenTask FanOut(int depth)
    {
        var children = new JoinHandle[Random.Next(1, 4)];
        for (int i = 0; i < children.Length; i++) children[i] = GreenTask.Spawn(Counted(Branch(depth + 1)));
        foreach (var child in children) await child;
    }

    private async GreenTask SendThrough()
    {
        int count = Random.Next(1, 6);
        var (sender, receiver) = Random.Next(3) switch
        {
            0 => Pipe.Stream<int>(),
            1 => Pipe.Bounded<int>(Random.Next(1, 3)),
            _ => Pipe.Rendezvous<int>(),
        };
        var child = GreenTask.Spawn(Counted(SendNumbers(sender, count)), sender);
        int expected = 0;
        await foreach (int value in receiver) Assert.Equal(expected++, value);
        Assert.Equal(count, expected);
        await child;
    }

    private static async GreenTask SendNumbers(Sender<int> sender, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(WaitStatus.Completed, await sender.Send(i));
            if (Random.Next(3) == 0) await GreenTask.Yield();
        }
        sender.Dispose();
    }

    private async GreenTask SelectAmongSeveral()
    {
        int pipes = Random.Next(2, 4);
        var receivers = new Receiver[pipes];
        for (int i = 0; i < pipes; i++)
        {
            var (sender, receiver) = Pipe.Stream<int>();
            receivers[i] = receiver;
            GreenTask.Spawn(Counted(SendNumbers(sender, 2)), sender).Detach();
        }
        int received = 0;
        var open = receivers.ToList();
        while (open.Count > 0)
        {
            var selected = await Pipe.Select([.. open]);
            Assert.Equal(WaitStatus.Completed, selected.Status);
            var ready = (Receiver<int>)open[selected.Index];
            var value = await ready.Receive();
            if (value.Status == WaitStatus.Completed) received++;
            else open.Remove(ready);
        }
        Assert.Equal(2 * pipes, received);
    }

    private async GreenTask CancelSomebody()
    {
        bool always = Random.Next(2) == 0;
        var waiting = GreenTask.Spawn(Counted(WaitForEver(Random.Next(Simulation.Current is null ? 2 : 3))));
        int yields = Random.Next(4);
        for (int i = 0; i < yields; i++) await GreenTask.Yield();
        if (always) await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
        waiting.Cancel();
        await waiting;
    }

    private static async GreenTask WaitForEver(int how)
    {
        if (how == 0)
        {
            Assert.Equal(WaitStatus.Cancelled, await GreenTask.Sleep(Timeout.InfiniteTimeSpan));
        }
        else if (how == 1)
        {
            var (sender, receiver) = Pipe.Stream<int>();
            Assert.Equal(WaitStatus.Cancelled, (await receiver.Receive()).Status);
            sender.Dispose();
        }
        else
        {
            var silent = Simulation.Current!.OpenDescriptor();
            Assert.Equal(WaitStatus.Cancelled, await Descriptor.Readable(silent.Number));
        }
    }

    private async GreenTask JoinWithALimit()
    {
        int length = Random.Next(1, 6), limit = Random.Next(1, 6);
        var sleeper = GreenTask.Spawn(Counted(SleepFor(length)));
        var status = await sleeper.Wait(TimeSpan.FromMilliseconds(limit));
        Assert.True(status is WaitStatus.Completed or WaitStatus.TimedOut);
        if (status == WaitStatus.Completed) Assert.True(sleeper.IsCompleted);
        await sleeper;
    }

    private static async GreenTask SleepFor(int milliseconds)
    {
        var until = Now + TimeSpan.FromMilliseconds(milliseconds);
        Assert.Equal(WaitStatus.Completed, await GreenTask.Sleep(TimeSpan.FromMilliseconds(milliseconds)));
        Assert.True(Now >= until, "a timer was early");
    }

    private async GreenTask WaitForADescriptor()
    {
        var descriptor = Simulation.Current!.OpenDescriptor();
        var other = GreenTask.Spawn(Counted(MakeReady(descriptor)));
        Assert.Equal(WaitStatus.Completed, await Descriptor.Readable(descriptor.Number));
        Assert.Equal(Readiness.Readable, descriptor.Ready);
        await other;
    }

    private static async GreenTask MakeReady(SimulatedDescriptor descriptor)
    {
        if (Random.Next(2) == 0) await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
        else await GreenTask.Yield();
        descriptor.Ready = Readiness.Readable;
    }

    private async GreenTask UseAnotherGroup()
    {
        var federation = Scheduler.Current!.Group.Federation;
        var group = federation.CreateGroup(Random.Next(1, 3), Random.Next(3) switch
        {
            0 => SchedulingPolicy.RoundRobin,
            1 => SchedulingPolicy.LegacyOrder(Random.Next()),
            _ => SchedulingPolicy.Stealing,
        });
        var (there, inThere) = Pipe.Stream<int>();
        var (back, inBack) = Pipe.Bounded<int>(1);
        var echo = GreenRun.SpawnInto(group, Counted(Echo(inThere, back)), inThere, back);
        for (int i = 0; i < 3; i++)
        {
            await there.Send(i);
            Assert.Equal(i, (await inBack.Receive()).Value);
        }
        there.Dispose();
        await echo;
    }

    private static async GreenTask Echo(Receiver<int> from, Sender<int> to)
    {
        await foreach (int value in from) Assert.Equal(WaitStatus.Completed, await to.Send(value));
        to.Dispose();
    }

    private GreenTask Counted(GreenTask task)
    {
        Interlocked.Increment(ref _spawned);
        return Count(task);
    }

    private async GreenTask Count(GreenTask task)
    {
        await task;
        Interlocked.Increment(ref _ended);
    }
}
