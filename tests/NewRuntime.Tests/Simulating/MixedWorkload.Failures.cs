using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests;

/// <content>Failures: each task ends in the way that was planned for it, and whoever has to learn of that does, once.</content>
internal sealed partial class MixedWorkload
{
    private static readonly SpawnOptions s_linked = new() { Failure = FailurePolicy.Linked };
    private static readonly SpawnOptions s_supervised = new() { Failure = FailurePolicy.Supervised };
    private static readonly TaskLocal<int> s_local = new();

    private GreenTask Fail() => Random.Next(7) switch
    {
        0 => FailTogether(),
        1 => FailBelow(),
        2 => WatchEnds(),
        3 => Supervise(),
        4 => TryInVain(),
        5 => DeferACancellation(),
        _ => KeepToThemselves(),
    };

    private static async GreenTask Meet(OutcomeKind fate)
    {
        if (Random.Next(2) == 0) await GreenTask.Yield();
        else await GreenTask.Sleep(TimeSpan.FromMilliseconds(Random.Next(3))); // whether it has been cancelled or not
        if (fate == OutcomeKind.Failed) throw new FormatException("planned");
        if (fate == OutcomeKind.Cancelled) await GreenRun.UntilCancelled();
    }

    // Those that fail cancel all others that are linked to them, also those that are spawned later.
    private async GreenTask FailTogether()
    {
        int failing = Random.Next(1, 3);
        var members = new List<JoinHandle>();
        Assert.Equal(OutcomeKind.Cancelled, (await GreenTask.Spawn(Ended(Nest(failing, members))).Try()).Kind);
        foreach (var member in members)
        {
            var kind = (await member.Try()).Kind;
            if (kind == OutcomeKind.Failed) failing--;
            else Assert.Equal(OutcomeKind.Cancelled, kind);
        }
        Assert.Equal(0, failing);
    }

    private async GreenTask Nest(int failing, List<JoinHandle> members)
    {
        for (int i = failing + Random.Next(3); i > 0; i--)
        {
            members.Add(GreenTask.Spawn(Ended(Meet(i <= failing ? OutcomeKind.Failed : OutcomeKind.Cancelled)), s_linked));
            if (Random.Next(2) == 0) await GreenTask.Yield();
        }
        await GreenRun.UntilCancelled();
    }

    // Supervised children do not harm their parent; its own failure ends them.
    private async GreenTask FailBelow()
    {
        var children = new List<JoinHandle>();
        Assert.Equal(OutcomeKind.Failed, (await GreenTask.Spawn(Ended(Parent(children))).Try()).Kind);
        foreach (var child in children) Assert.Equal(OutcomeKind.Cancelled, (await child.Try()).Kind);
    }

    private async GreenTask Parent(List<JoinHandle> children)
    {
        Assert.Equal(OutcomeKind.Failed, (await GreenTask.Spawn(Ended(Meet(OutcomeKind.Failed)), s_supervised).Try()).Kind);
        for (int i = Random.Next(3); i > 0; i--) children.Add(GreenTask.Spawn(Ended(Meet(OutcomeKind.Cancelled)), s_supervised));
        await Meet(OutcomeKind.Failed);
    }

    // Each end is told once, as it was.
    private async GreenTask WatchEnds()
    {
        var (exits, ends) = Pipe.Shared<TaskExit>();
        var planned = new Dictionary<long, OutcomeKind>();
        for (int i = Random.Next(1, 4); i > 0; i--)
        {
            var fate = (OutcomeKind)Random.Next(3);
            var task = GreenTask.Spawn(Ended(Meet(fate)), new SpawnOptions { NotifyExit = exits, Failure = FailurePolicy.Supervised });
            planned.Add(task.Id, fate);
            if (fate == OutcomeKind.Cancelled) task.Cancel();
            task.Detach();
        }
        exits.Dispose();
        await foreach (var exit in ends)
        {
            Assert.True(planned.Remove(exit.Id, out var fate), "an end was told that was not to be, or twice");
            Assert.Equal(fate, exit.Outcome.Kind);
        }
        Assert.Empty(planned);
    }

    // One child fails a few times, another comes and goes: as many starts as there have to be, and an end for each of them.
    private async GreenTask Supervise()
    {
        int failures = Random.Next(1, 4), most = Random.Next(4), starts = 0;
        var options = new SupervisorOptions
        {
            Strategy = (RestartStrategy)Random.Next(3),
            MaximumRestarts = most,
            Period = TimeSpan.FromDays(1),
            Clock = Simulation.Current?.Time ?? TimeProvider.System,
        };
        GreenTask Fails() => Ended(Meet(++starts <= failures ? OutcomeKind.Failed : OutcomeKind.Completed));
        GreenTask ComesAndGoes() => Ended(Meet(OutcomeKind.Completed));
        ChildSpec[] children = [new("fails", Fails) { Restart = RestartMode.Transient }, new("comes and goes", ComesAndGoes) { Restart = RestartMode.Temporary }];
        if (Random.Next(2) == 0) Array.Reverse(children);
        var outcome = await GreenTask.Spawn(Ended(Supervisor.Run(options, children))).Try();
        Assert.Equal(failures > most ? OutcomeKind.Failed : OutcomeKind.Completed, outcome.Kind);
        Assert.Equal(Math.Min(failures, most) + 1, starts);
    }

    // Who is cancelled while he joins leaves the handle as good as it was.
    private async GreenTask TryInVain()
    {
        var (sender, receiver) = Pipe.OneShot<int>();
        var joined = GreenTask.Spawn(Counted(Await(receiver)), receiver);
        var joiner = GreenTask.Spawn(Counted(Join(joined)));
        if (Random.Next(2) == 0) await GreenTask.Yield();
        joiner.Cancel();
        await joiner;
        Assert.False(joined.IsCompleted);
        Assert.True(sender.Send(1));
        Assert.Equal(OutcomeKind.Completed, (await joined.Try()).Kind);

        static async GreenTask Await(OneShotReceiver<int> receiver) => Assert.Equal(1, (await receiver.Receive()).Value);

        static async GreenTask Join(JoinHandle joined) => Assert.Equal(OutcomeKind.JoinerCancelled, (await joined.Try()).Kind);
    }

    private async GreenTask DeferACancellation()
    {
        var guarded = GreenTask.Spawn(Counted(Guarded()));
        if (Random.Next(2) == 0) await GreenTask.Yield();
        guarded.Cancel();
        await guarded;
        Assert.IsType<InvalidOperationException>((await GreenTask.Spawn(Ended(GiveWayInside())).Try()).Exception);

        static async GreenTask Guarded()
        {
            using (GreenTask.Unkillable())
            {
                Assert.Equal(WaitStatus.Completed, await GreenTask.Sleep(TimeSpan.FromMilliseconds(Random.Next(2))));
                using (GreenTask.Atomic()) Assert.False(GreenTask.IsCancelled);
                await GreenTask.Yield();
                Assert.False(GreenTask.IsCancelled);
            }
            Assert.Equal(WaitStatus.Cancelled, await GreenTask.Sleep(Timeout.InfiniteTimeSpan));
        }

        static async GreenTask GiveWayInside()
        {
            using (GreenTask.Atomic()) await GreenTask.Yield();
        }
    }

    private async GreenTask KeepToThemselves()
    {
        var tasks = new JoinHandle[Random.Next(1, 4)];
        for (int i = 0; i < tasks.Length; i++) tasks[i] = GreenTask.Spawn(Counted(Keep(i + 1)));
        foreach (var task in tasks) await task;

        static async GreenTask Keep(int value)
        {
            Assert.Equal(0, s_local.Value);
            s_local.Value = value;
            await Meet(OutcomeKind.Completed);
            Assert.Equal(value, s_local.Value);
        }
    }
}
