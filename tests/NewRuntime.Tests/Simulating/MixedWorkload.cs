using System.Diagnostics;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests;

/// <summary>
/// A program of everything that tasks do, drawn from the random numbers of its simulation: spawns, joins with and without a
/// limit, cancellations, yields, sleeps, groups, descriptors; pipes (MixedWorkload.Pipes.cs), failures (MixedWorkload.Failures.cs), weak
/// tasks and exit tasks (MixedWorkload.Ends.cs). It checks what it can know. Outside a simulation it runs on threads
/// (<see cref="SoakTests"/>): with calls that block in place of the descriptors.
/// </summary>
internal sealed partial class MixedWorkload
{
    private static Random Random => Simulation.Current?.Random ?? Random.Shared;

    private static TimeSpan Now => Simulation.Current?.Now ?? Stopwatch.GetElapsedTime(0);

    private int _spawned, _ended;

    /// <summary>The first task of one.</summary>
    public static GreenTask Program() => new MixedWorkload().Run();

    /// <summary>The first task.</summary>
    public async GreenTask Run()
    {
        if (Simulation.Current is not null) PlanTheEnd();
        await Branch(depth: 0);
        // A task that nobody joins has closed its pipe, and so let us go on, before it counts itself. In a simulation that is one step.
        while (Simulation.Current is null && Volatile.Read(ref _ended) != Volatile.Read(ref _spawned)) await GreenTask.Yield();
        Assert.Equal(_spawned, _ended);
        _onlyWeakAreLeft = true;
    }

    private async GreenTask Branch(int depth)
    {
        int steps = Random.Next(2, 6);
        for (int i = 0; i < steps; i++)
        {
            switch (Random.Next(depth < 3 ? 10 : 8))
            {
                case 0:
                    await GreenTask.Yield();
                    break;
                case 1:
                    await GreenTask.Sleep(TimeSpan.FromMilliseconds(Random.Next(5)));
                    break;
                case 2:
                    await UseAPipe();
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
                    await Fail();
                    break;
                case 8:
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

    /// <summary>A task that has to end well.</summary>
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

    /// <summary>A task that ends somehow.</summary>
    private GreenTask Ended(GreenTask task)
    {
        Interlocked.Increment(ref _spawned);
        return CountEnd(task);
    }

    private async GreenTask CountEnd(GreenTask task)
    {
        try
        {
            await task;
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    }
}
