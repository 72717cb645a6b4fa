#if !DEBUG // there the compiler makes the state machine of every call an object
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Tasks;

/// <summary>
/// What is promised to allocate nothing does not, once the pools are full and everything has been compiled for good: each program goes
/// on in rounds until there has been a row of them without a byte. Alone, because the whole process is asked.
/// </summary>
[Trait("Build", "Release")]
[Collection(nameof(AloneInTheProcess))]
public class AllocationTests
{
    private static readonly Dictionary<string, Func<Rounds, GreenTask>> s_programs = new()
    {
        ["yield"] = Yield,
        ["spawn and join"] = SpawnAndJoin,
        ["spawn and detach"] = SpawnAndDetach,
        ["try"] = Try,
        ["cancel"] = Cancel,
        ["sections"] = Sections,
        ["send and receive without a wait"] = SendAndReceive,
        ["ping-pong, stream"] = rounds => PingPong(rounds, Pipe.Stream<int>(), Pipe.Stream<int>()),
        ["ping-pong, bounded"] = rounds => PingPong(rounds, Pipe.Bounded<int>(1), Pipe.Bounded<int>(1)),
        ["ping-pong, rendezvous"] = rounds => PingPong(rounds, Pipe.Rendezvous<int>(), Pipe.Rendezvous<int>()),
        ["ping-pong, shared"] = rounds => PingPong(rounds, Pipe.Shared<int>(), Pipe.Shared<int>()),
        ["await foreach"] = Enumerate,
        ["receive within a limit"] = ReceiveWithinALimit,
        ["receive whose limit is over"] = TimeOut,
        ["select"] = Select,
        ["select within a limit"] = SelectWithinALimit,
        ["port set"] = ReceiveFromASet,
    };

    public static TheoryData<string, int> Programs
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (string name in s_programs.Keys)
            {
                all.Add(name, 1);
                all.Add(name, 2);
            }
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Nothing_once_warm(string program, int schedulers)
    {
        var rounds = new Rounds();
        GreenRun.ToEnd(schedulers, () => s_programs[program](rounds));
        Assert.True(rounds.WereFree, $"{rounds.LastBytes} bytes in the last round of {Rounds.Length} times");
    }

    [Fact]
    public void One_object_in_a_round_would_be_noticed()
    {
        var rounds = new Rounds(most: 50);
        GreenRun.ToEnd(1, AllocateOnce);
        Assert.False(rounds.WereFree);

        async GreenTask AllocateOnce()
        {
            while (rounds.More())
            {
                GC.KeepAlive(new object());
                await GreenTask.Yield();
            }
        }
    }

    private static async GreenTask Yield(Rounds rounds)
    {
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++) await GreenTask.Yield();
        }
    }

    private static async GreenTask SpawnAndJoin(Rounds rounds)
    {
        long sum = 0;
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++) sum += await GreenTask.Spawn(Number(i));
        }
        Assert.True(sum > 0);
    }

    private static async GreenTask SpawnAndDetach(Rounds rounds)
    {
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++)
            {
                GreenTask.Spawn(Number(i)).Detach();
                await GreenTask.Yield();
            }
        }
    }

    private static async GreenTask Try(Rounds rounds)
    {
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++)
            {
                if (!(await GreenTask.Spawn(Number(i)).Try()).IsCompleted) throw new InvalidOperationException("it failed");
            }
        }
    }

    private static async GreenTask Cancel(Rounds rounds)
    {
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++)
            {
                var waiting = GreenTask.Spawn(Wait());
                await GreenTask.Yield();
                waiting.Cancel();
                if (await waiting != WaitStatus.Cancelled) throw new InvalidOperationException("it was not cancelled");
            }
        }

        static async GreenTask<WaitStatus> Wait() => await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
    }

    private static async GreenTask Sections(Rounds rounds)
    {
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++)
            {
                using (GreenTask.Unkillable()) await GreenTask.Yield();
            }
        }
    }

    private static async GreenTask SendAndReceive(Rounds rounds)
    {
        var (sender, receiver) = Pipe.Bounded<int>(8);
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++)
            {
                await sender.Send(i);
                Expect(i, await receiver.Receive());
            }
        }
    }

    private static GreenTask PingPong(Rounds rounds, (Sender<int>, Receiver<int>) there, (Sender<int>, Receiver<int>) back) =>
        PingPong(rounds, there.Item1, there.Item2, back.Item1, back.Item2);

    private static GreenTask PingPong(Rounds rounds, (SharedSender<int>, Receiver<int>) there, (SharedSender<int>, Receiver<int>) back) =>
        PingPong(rounds, there.Item1, there.Item2, back.Item1, back.Item2);

    private static async GreenTask PingPong(Rounds rounds, SendingEnd<int> there, Receiver<int> inThere, SendingEnd<int> back, Receiver<int> inBack)
    {
        var echo = GreenTask.Spawn(Echo(inThere, back), inThere, back);
        await Exchange(rounds, there, inBack);
        await echo;
    }

    private static async GreenTask Exchange(Rounds rounds, SendingEnd<int> there, Receiver<int> inBack)
    {
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++)
            {
                await there.Send(i);
                Expect(i, await inBack.Receive());
            }
        }
        there.Dispose();
    }

    private static async GreenTask Enumerate(Rounds rounds)
    {
        var (there, inThere) = Pipe.Bounded<int>(4);
        var (back, inBack) = Pipe.Bounded<int>(4);
        var echo = GreenTask.Spawn(EchoAll(inThere, back), inThere, back);
        await Exchange(rounds, there, inBack);
        await echo;

        static async GreenTask EchoAll(Receiver<int> from, Sender<int> to)
        {
            await foreach (int value in from) await to.Send(value);
        }
    }

    private static async GreenTask ReceiveWithinALimit(Rounds rounds)
    {
        var (there, inThere) = Pipe.Stream<int>();
        var (back, inBack) = Pipe.Stream<int>();
        var echo = GreenTask.Spawn(Echo(inThere, back), inThere, back);
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++)
            {
                await there.Send(i);
                Expect(i, await inBack.Receive().Within(TimeSpan.FromHours(1)));
            }
        }
        there.Dispose();
        await echo;
    }

    private static async GreenTask TimeOut(Rounds rounds)
    {
        var (sender, receiver) = Pipe.Stream<int>();
        while (rounds.More())
        {
            for (int i = 0; i < 5; i++)
            {
                if ((await receiver.Receive().Within(TimeSpan.FromMilliseconds(1))).Status != WaitStatus.TimedOut) throw new InvalidOperationException("in time");
            }
        }
        sender.Dispose();
    }

    private static async GreenTask Select(Rounds rounds)
    {
        var (there, inThere) = Pipe.Stream<int>();
        var (back, inBack) = Pipe.Stream<int>();
        var (silent, never) = Pipe.Stream<string>();
        Receiver[] either = [never, inBack];
        var echo = GreenTask.Spawn(Echo(inThere, back), inThere, back);
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++)
            {
                await there.Send(i);
                if ((await Pipe.Select(either)).Index != 1) throw new InvalidOperationException("not the one");
                Expect(i, await inBack.Receive());
            }
        }
        silent.Dispose();
        there.Dispose();
        await echo;
    }

    private static async GreenTask SelectWithinALimit(Rounds rounds)
    {
        var (there, inThere) = Pipe.Stream<int>();
        var (back, inBack) = Pipe.Stream<int>();
        Receiver[] one = [inBack];
        var echo = GreenTask.Spawn(Echo(inThere, back), inThere, back);
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++)
            {
                await there.Send(i);
                if ((await Pipe.Select(one).Within(TimeSpan.FromHours(1))).Index != 0) throw new InvalidOperationException("not in time");
                Expect(i, await inBack.Receive());
            }
        }
        there.Dispose();
        await echo;
    }

    private static async GreenTask ReceiveFromASet(Rounds rounds)
    {
        var (there, inThere) = Pipe.Stream<int>();
        var (back, inBack) = Pipe.Stream<int>();
        using var set = new PortSet<int>();
        set.Add(inBack);
        var echo = GreenTask.Spawn(Echo(inThere, back), inThere, back);
        while (rounds.More())
        {
            for (int i = 0; i < Rounds.Length; i++)
            {
                await there.Send(i);
                Expect(i, await set.Receive());
            }
        }
        there.Dispose();
        await echo;
    }

    private static async GreenTask Echo(Receiver<int> from, SendingEnd<int> to)
    {
        while (await from.Receive() is { HasValue: true } received) await to.Send(received.Value);
    }

    private static async GreenTask<int> Number(int i)
    {
        await GreenTask.Yield();
        return i;
    }

    // An Assert would allocate.
    private static void Expect(int value, Received<int> received)
    {
        if (!received.HasValue || received.Value != value) throw new InvalidOperationException($"{received} instead of {value}");
    }

    private sealed class Rounds(int most = 20_000)
    {
        public const int Length = 1000;

        private const int InARow = 3;

        private int _rounds, _free;
        private long _before;

        public bool WereFree => _free == InARow;

        public long LastBytes { get; private set; } = -1;

        /// <summary>A round begins. False: that was the last.</summary>
        public bool More()
        {
            long now = GC.GetTotalAllocatedBytes(precise: true);
            if (_rounds > 0)
            {
                LastBytes = now - _before;
                _free = LastBytes == 0 ? _free + 1 : 0;
            }
            if (WereFree || ++_rounds > most) return false;
            _before = GC.GetTotalAllocatedBytes(precise: true);
            return true;
        }
    }
}
#endif
