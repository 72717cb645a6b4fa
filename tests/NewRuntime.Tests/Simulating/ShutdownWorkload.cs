using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests;

/// <summary>
/// A tree of tasks that never ends by itself and is cancelled as a whole at some moment, as a failing main task and the end of a
/// shutdown's patience do it. Whatever a task does at that moment, and whoever is spawned later: all end, and in order.
/// </summary>
internal sealed class ShutdownWorkload
{
    private const int MostTasks = 60;

    private int _spawned, _ended;

    private static Random Random => Simulation.Current!.Random;

    /// <summary>The first task.</summary>
    public async GreenTask Run()
    {
        GreenTask.Spawn(CancelEverything()).Detach();
        await Branch();
    }

    /// <summary>To be asked when the federation has ended.</summary>
    public void CheckEnd() => Assert.Equal(_spawned, _ended);

    private static async GreenTask CancelEverything()
    {
        for (int i = Random.Next(6); i > 0; i--) await GreenTask.Yield();
        await GreenTask.Sleep(TimeSpan.FromMilliseconds(Random.Next(3)));
        Scheduler.Current!.Group.Federation.Tasks.CancelAll(but: null, Scheduler.Current);
    }

    private async GreenTask Branch()
    {
        for (int i = Random.Next(1, 6); i > 0; i--)
        {
            if (Random.Next(2) == 0) await GreenTask.Yield();
            if (_spawned >= MostTasks) break;
            Spawn(Random.Next(3) switch
            {
                0 => Branch(),
                1 => Receive(),
                _ => Finish(),
            });
        }
        Assert.Equal(WaitStatus.Cancelled, await GreenTask.Sleep(Timeout.InfiniteTimeSpan));
    }

    private void Spawn(GreenTask task)
    {
        _spawned++;
        var group = Random.Next(8) == 0 ? Scheduler.Current!.Group.Federation.CreateGroup(Random.Next(1, 3)) : null;
        GreenTask.Spawn(Counted(task), new SpawnOptions { Failure = (FailurePolicy)Random.Next(3), IsWeak = Random.Next(4) == 0, Group = group }).Detach();
    }

    private async GreenTask Counted(GreenTask task)
    {
        try
        {
            await task;
        }
        finally
        {
            _ended++;
        }
    }

    // From one that sleeps for ever, and holds its end meanwhile.
    private async GreenTask Receive()
    {
        var (sender, receiver) = Pipe.Rendezvous<int>();
        _spawned++;
        GreenTask.Spawn(Counted(GreenRun.UntilCancelled()), sender).Detach();
        Assert.Equal(WaitStatus.Cancelled, (await receiver.Receive()).Status);
    }

    // Waits that a cancellation ends, and one that it must not.
    private static async GreenTask Finish()
    {
        try
        {
            await GreenRun.UntilCancelled();
        }
        finally
        {
            using (GreenTask.Unkillable()) Assert.Equal(WaitStatus.Completed, await GreenTask.Sleep(TimeSpan.FromMilliseconds(1)));
        }
    }
}
