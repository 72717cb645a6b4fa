using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Pipes;

/// <summary>A select over one pipe of each kind: whichever gets something is found, and a limit and a cancellation leave all in order.</summary>
public class SelectTests
{
    private const int Seeds = 50;

    private static readonly string[] s_kinds = ["one-shot", "stream", "shared", "bounded", "rendezvous", "port set"];

    public static TheoryData<string> Kinds => [.. s_kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_value_is_found_whichever_kind_of_pipe_gets_it(string kind) => Everywhere(() => Find(Array.IndexOf(s_kinds, kind)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_limit_that_is_over_loses_nothing(string kind) => Everywhere(() => FindWithALimit(Array.IndexOf(s_kinds, kind)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_cancellation_ends_the_wait_and_loses_nothing(string kind) => Everywhere(() => FindAfterACancellation(Array.IndexOf(s_kinds, kind)));

    // On threads, and under the schedules of a simulation.
    private static void Everywhere(Func<GreenTask> main)
    {
        GreenRun.ToEnd(1, main);
        GreenRun.ToEnd(2, main);
        for (int seed = 0; seed < Seeds; seed++) Simulation.Run(seed, main, new SimulationOptions { MainSchedulers = 1 + seed % 3 });
    }

    private static async GreenTask Find(int which)
    {
        var pipes = new OneOfEachKind();
        var sender = pipes.SpawnSender(which);
        Assert.Equal(new Selected(WaitStatus.Completed, which), await Pipe.Select(pipes.Receivers));
        await pipes.ReceiveTheValueAndTheEnd(which);
        await sender;
    }

    private static async GreenTask FindWithALimit(int which)
    {
        var pipes = new OneOfEachKind();
        Assert.Equal(new Selected(WaitStatus.TimedOut, -1), await Pipe.Select(pipes.Receivers).Within(TimeSpan.FromMilliseconds(1)));
        var sender = pipes.SpawnSender(which, after: TimeSpan.FromMilliseconds(1));
        Selected selected;
        do selected = await Pipe.Select(pipes.Receivers).Within(TimeSpan.FromMilliseconds(1)); // either may be first
        while (selected.Status == WaitStatus.TimedOut);
        Assert.Equal(new Selected(WaitStatus.Completed, which), selected);
        await pipes.ReceiveTheValueAndTheEnd(which);
        await sender;
    }

    private static async GreenTask FindAfterACancellation(int which)
    {
        var pipes = new OneOfEachKind();
        var sender = pipes.SpawnSender(which, after: Timeout.InfiniteTimeSpan);
        var receiver = GreenTask.Spawn(Receive(), pipes.Receivers);
        for (int i = 0; i < 3; i++) await GreenTask.Yield(); // it waits, or is about to
        receiver.Cancel();
        await receiver;

        async GreenTask Receive()
        {
            Assert.Equal(new Selected(WaitStatus.Cancelled, -1), await Pipe.Select(pipes.Receivers));
            using var _ = GreenTask.Unkillable();
            sender.Cancel(); // which is what that waits for
            Assert.Equal(new Selected(WaitStatus.Completed, which), await Pipe.Select(pipes.Receivers));
            await pipes.ReceiveTheValueAndTheEnd(which);
            await sender;
        }
    }

    private sealed class OneOfEachKind
    {
        private const int Value = 7;

        private readonly PipeEnd[] _senders = new PipeEnd[s_kinds.Length];
        private readonly Func<GreenTask<WaitStatus>>[] _send = new Func<GreenTask<WaitStatus>>[s_kinds.Length];
        private readonly Func<GreenTask<Received<int>>>[] _receive = new Func<GreenTask<Received<int>>>[s_kinds.Length];

        public OneOfEachKind()
        {
            var (once, onlyOnce) = Pipe.OneShot<int>();
            _senders[0] = once;
            _send[0] = async () => once.Send(Value) ? WaitStatus.Completed : WaitStatus.Closed;
            Receivers[0] = onlyOnce;
            _receive[0] = async () => await onlyOnce.Receive();
            Add(1, Pipe.Stream<int>());
            Add(2, Pipe.Shared<int>());
            Add(3, Pipe.Bounded<int>(1));
            Add(4, Pipe.Rendezvous<int>());
            var (sender, member) = Pipe.Stream<int>();
            Add(5, (sender, member));
            var set = new PortSet<int>();
            set.Add(member);
            Receivers[5] = set;
            _receive[5] = async () => await set.Receive();
        }

        public Receiver[] Receivers { get; } = new Receiver[s_kinds.Length];

        /// <summary>Spawns a task that sends the value when that time is over, or it is cancelled.</summary>
        public JoinHandle SpawnSender(int which, TimeSpan after = default) => GreenTask.Spawn(Send(which, after), _senders[which]);

        public async GreenTask ReceiveTheValueAndTheEnd(int which)
        {
            Assert.Equal(Value, (await _receive[which]()).Value);
            Assert.Equal(new Selected(WaitStatus.Completed, which), await Pipe.Select(Receivers));
            Assert.Equal(WaitStatus.Closed, (await _receive[which]()).Status);
        }

        private async GreenTask Send(int which, TimeSpan after)
        {
            await GreenTask.Sleep(after);
            using var _ = GreenTask.Unkillable();
            Assert.Equal(WaitStatus.Completed, await _send[which]());
        }

        private void Add(int which, (SendingEnd<int> Sender, Receiver<int> Receiver) pipe)
        {
            _senders[which] = pipe.Sender;
            _send[which] = async () => await pipe.Sender.Send(Value);
            Receivers[which] = pipe.Receiver;
            _receive[which] = async () => await pipe.Receiver.Receive();
        }
    }
}
