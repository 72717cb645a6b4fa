using System.Runtime.CompilerServices;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Pipes;

/// <summary>Whose an end is while it is handed on, and that it never gets lost without the other end learning of it.</summary>
public class PipeEndTests
{
    /// <summary>How an end can travel.</summary>
    public enum Travel
    {
        Bare,
        Tuple,
        ReferenceTuple,
        TupleInTuple,
        AsObject,
        OwnType,
        DerivedType,
    }

    private abstract record Message;

    private sealed record Question(int Number, OneShotSender<int>? Reply) : Message, ICarriesEnds
    {
        public IEnumerable<PipeEnd?> Ends => [Reply];
    }

    private sealed record Sealed(OneShotSender<int> Reply); // names no ends

    public static TheoryData<Travel, int> TravelsAndSchedulers()
    {
        var data = new TheoryData<Travel, int>();
        foreach (var travel in Enum.GetValues<Travel>())
        {
            data.Add(travel, 1);
            data.Add(travel, 2);
        }
        return data;
    }

    public static TheoryData<Travel> Travels() => new(Enum.GetValues<Travel>());

    // What the tests do with a kind of message, whose type only this knows.
    private interface IJourney
    {
        void Run<T>(Func<OneShotSender<int>, T> wrap, Func<T, OneShotSender<int>> unwrap);
    }

    private static void By(Travel travel, IJourney journey)
    {
        switch (travel)
        {
            case Travel.Bare:
                journey.Run(static end => end, static end => end);
                break;
            case Travel.Tuple:
                journey.Run<(int, OneShotSender<int>)>(static end => (1, end), static message => message.Item2);
                break;
            case Travel.ReferenceTuple:
                journey.Run<Tuple<string, OneShotSender<int>>>(static end => new("1", end), static message => message.Item2);
                break;
            case Travel.TupleInTuple:
                journey.Run<(string, (int, OneShotSender<int>)?)>(static end => ("1", (2, end)), static message => message.Item2!.Value.Item2);
                break;
            case Travel.AsObject:
                journey.Run<object>(static end => (1, end), static message => (((int, OneShotSender<int>))message).Item2);
                break;
            case Travel.OwnType:
                journey.Run<Question>(static end => new(1, end), static message => message.Reply!);
                break;
            default:
                journey.Run<Message>(static end => new Question(1, end), static message => ((Question)message).Reply!);
                break;
        }
    }

    [Theory]
    [MemberData(nameof(TravelsAndSchedulers))]
    public void Who_asks_a_task_that_fails_before_it_uses_the_end_learns_of_it(Travel travel, int schedulers) =>
        By(travel, new FailingServer(schedulers, receives: true));

    [Theory]
    [MemberData(nameof(TravelsAndSchedulers))]
    public void Who_asks_a_task_that_fails_before_it_receives_the_end_learns_of_it(Travel travel, int schedulers) =>
        By(travel, new FailingServer(schedulers, receives: false));

    private sealed class FailingServer(int schedulers, bool receives) : IJourney
    {
        public void Run<T>(Func<OneShotSender<int>, T> wrap, Func<T, OneShotSender<int>> unwrap) => GreenRun.ToEnd(schedulers, async () =>
        {
            var (questions, asked) = Pipe.Stream<T>();
            var (go, gone) = Pipe.OneShot<bool>();
            async GreenTask Serve()
            {
                await gone.Receive();
                if (receives) Assert.False(unwrap((await asked.Receive()).Value).IsClosed);
                throw new FormatException();
            }
            var server = GreenTask.Spawn(Serve(), asked, gone);
            var (reply, replied) = Pipe.OneShot<int>();
            await questions.Send(wrap(reply));
            go.Send(true);
            Assert.Equal(WaitStatus.Closed, (await replied.Receive()).Status);
            await GreenRun.Catch<FormatException>(Join());
            async GreenTask Join() => await server;
        });
    }

    [Theory]
    [MemberData(nameof(Travels))]
    public void A_thread_that_receives_an_end_answers_and_one_that_does_not_receive_it_closes_it(Travel travel) => By(travel, new Threads());

    private sealed class Threads : IJourney
    {
        public void Run<T>(Func<OneShotSender<int>, T> wrap, Func<T, OneShotSender<int>> unwrap)
        {
            var (questions, asked) = Pipe.Stream<T>();
            asked.Release();
            var server = new Thread(() =>
            {
                using (asked) unwrap(asked.ReceiveBlocking().Value).Send(7);
            });
            var (first, answer) = Pipe.OneShot<int>();
            var (second, nothing) = Pipe.OneShot<int>();
            Assert.True(questions.TrySend(wrap(first)));
            Assert.True(questions.TrySend(wrap(second)));
            server.Start();
            Assert.Equal(7, answer.ReceiveBlocking().Value);
            Assert.Equal(WaitStatus.Closed, nothing.ReceiveBlocking().Status);
            server.Join();
        }
    }

    [Theory]
    [MemberData(nameof(TravelsAndSchedulers))]
    public void Who_has_sent_an_end_is_refused_before_and_after_it_is_received(Travel travel, int schedulers) =>
        By(travel, new Refusal(schedulers));

    private sealed class Refusal(int schedulers) : IJourney
    {
        public void Run<T>(Func<OneShotSender<int>, T> wrap, Func<T, OneShotSender<int>> unwrap) => GreenRun.ToEnd(schedulers, async () =>
        {
            var (questions, asked) = Pipe.Stream<T>();
            var (go, gone) = Pipe.Stream<bool>();
            var (ready, isReady) = Pipe.Stream<bool>();
            async GreenTask Serve()
            {
                await gone.Receive();
                var reply = unwrap((await asked.Receive()).Value);
                await ready.Send(true);
                await gone.Receive();
                Assert.True(reply.Send(3));
            }
            var server = GreenTask.Spawn(Serve(), asked, gone, ready);
            var (reply, replied) = Pipe.OneShot<int>();
            await questions.Send(wrap(reply));

            foreach (Action use in (Action[])[() => reply.Send(1), reply.Release, reply.Dispose])
            {
                var e = Assert.Throws<InvalidOperationException>(use);
                Assert.StartsWith("OneShotSender has been sent through a pipe, and task ", e.Message, StringComparison.Ordinal);
            }
            Assert.False(reply.IsClosed);
            await go.Send(true);
            await isReady.Receive();
            var told = Assert.Throws<InvalidOperationException>(() => reply.Send(1));
            Assert.StartsWith("OneShotSender belongs to task ", told.Message, StringComparison.Ordinal);
            await go.Send(true);
            Assert.Equal(3, (await replied.Receive()).Value);
            await server;
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Who_has_handed_an_end_to_Spawn_is_refused_before_and_after_the_task_uses_it(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var (go, gone) = Pipe.Stream<bool>();
        var (tx, rx) = Pipe.Stream<int>();
        static async GreenTask Heir(Receiver<bool> gone, Sender<int> tx)
        {
            await gone.Receive();
            await tx.Send(1);
            await gone.Receive();
        }
        var heir = GreenTask.Spawn(Heir(gone, tx), new SpawnOptions { Name = "heir" }, gone, tx, tx); // named twice: no matter
        AssertRefused();
        await go.Send(true);
        Assert.Equal(1, (await rx.Receive()).Value);
        AssertRefused();
        await go.Send(true);
        await heir;
        Assert.Equal(WaitStatus.Closed, (await rx.Receive()).Status);

        void AssertRefused() => Assert.StartsWith(
            "Sender belongs to task heir, and task ", Assert.Throws<InvalidOperationException>(() => tx.TrySend(2)).Message, StringComparison.Ordinal);
    });

    [Fact]
    public void Who_peeks_at_an_end_does_not_have_it() => GreenRun.ToEnd(1, static async () =>
    {
        var (pipe, ends) = Pipe.Stream<OneShotSender<int>>();
        var (tx, rx) = Pipe.OneShot<int>();
        await pipe.Send(tx);
        Assert.True(ends.TryPeek(out var seen));
        Assert.Throws<InvalidOperationException>(() => seen.Send(1));
        Assert.True(ends.TryReceive(out var received));
        Assert.True(received.Send(1));
        Assert.Equal(1, (await rx.Receive()).Value);
    });

    [Theory]
    [MemberData(nameof(TravelsAndSchedulers))]
    public void What_could_not_be_sent_is_still_the_sender_s(Travel travel, int schedulers) => By(travel, new InVain(schedulers));

    private sealed class InVain(int schedulers) : IJourney
    {
        public void Run<T>(Func<OneShotSender<int>, T> wrap, Func<T, OneShotSender<int>> unwrap) => GreenRun.ToEnd(schedulers, async () =>
        {
            var (full, asked) = Pipe.Bounded<T>(1);
            var (first, _) = Pipe.OneShot<int>();
            Assert.True(full.TrySend(wrap(first)));
            var (reply, replied) = Pipe.OneShot<int>();
            for (int i = 0; i < 1000; i++) Assert.False(full.TrySend(wrap(reply)));
            Assert.InRange(GreenTaskEnds(), 1, 64); // it is in the task's list, and not a thousand times
            Assert.Equal(WaitStatus.TimedOut, await full.Send(wrap(reply)).Within(TimeSpan.FromMilliseconds(1)));
            asked.Dispose();
            Assert.Equal(WaitStatus.Closed, await full.Send(wrap(reply)));
            Assert.True(reply.Send(5));
            Assert.Equal(5, (await replied.Receive()).Value);
        });

        private static int GreenTaskEnds() => Scheduler.Current!.CurrentTask!.Extras.Ends().Count();
    }

    [Fact]
    public void Of_a_message_with_an_end_of_somebody_else_nothing_is_handed_over() => GreenRun.ToEnd(1, static async () =>
    {
        var (pipe, ends) = Pipe.Stream<(Sender<int>, Sender<int>)>();
        var (mine, received) = Pipe.Stream<int>();
        var (foreign, _) = Pipe.Stream<int>();
        static async GreenTask Keep(Receiver<bool> until) => await until.Receive();
        var (stop, stopped) = Pipe.Stream<bool>();
        var keeper = GreenTask.Spawn(Keep(stopped), foreign, stopped);
        Assert.Throws<InvalidOperationException>(() => pipe.TrySend((mine, foreign)));
        Assert.False(ends.IsReady);
        Assert.True(mine.TrySend(1));
        Assert.Equal(1, (await received.Receive()).Value);
        stop.Dispose();
        await keeper;
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_end_that_travels_unseen_is_found_lost_and_closed(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var (questions, asked) = Pipe.Stream<Sealed>();
        static async GreenTask Serve(Receiver<Sealed> asked)
        {
            await asked.Receive();
            throw new FormatException();
        }
        var server = GreenTask.Spawn(Serve(asked), asked);
        var replied = Ask(questions);
        await GreenRun.Catch<FormatException>(Join());
        for (int i = 0; i < Collections && !replied.IsReady; i++)
        {
            await GreenTask.Yield();
            Collect();
        }
        Assert.True(replied.IsReady);
        Assert.Equal(WaitStatus.Closed, (await replied.Receive()).Status);
        async GreenTask Join() => await server;

        // Not in the async method, which would keep the end in its frame.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static OneShotReceiver<int> Ask(Sender<Sealed> questions)
        {
            var (reply, replied) = Pipe.OneShot<int>();
            reply.Release();
            Assert.True(questions.TrySend(new Sealed(reply)));
            return replied;
        }
    });

    [Fact]
    public void What_a_thread_leaves_behind_is_closed_and_reported()
    {
        int thread = 0;
        var leaks = LeaksOf(() => LeaveBehind(closes: false, out thread), out var received);
        Assert.Equal(WaitStatus.Closed, received.ReceiveBlocking().Status);
        Assert.Equal($"Sender<Left> was lost without being closed; it belonged to thread {thread}", $"{Assert.Single(leaks)}");
    }

    [Fact]
    public void What_a_thread_has_closed_is_not_reported()
    {
        Assert.Empty(LeaksOf(static () => LeaveBehind(closes: true, out _), out var received));
        Assert.Equal(WaitStatus.Closed, received.ReceiveBlocking().Status);
    }

    [Fact]
    public void Nor_is_an_end_whose_other_end_is_closed_already()
    {
        Assert.Empty(LeaksOf(LeaveOneEnd, out _));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static Receiver<Missed> LeaveOneEnd()
        {
            var (last, end) = Pipe.Stream<Missed>();
            last.Dispose();
            var (sender, closed) = Pipe.Stream<Missed>();
            closed.Dispose();
            var (ended, receiver) = Pipe.Stream<Missed>();
            ended.Dispose();
            GC.KeepAlive((sender, receiver));
            return end;
        }
    }

    private sealed class Left;

    private sealed class Missed;

    private const int Collections = 50;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Receiver<Left> LeaveBehind(bool closes, out int by)
    {
        var (sender, receiver) = Pipe.Stream<Left>();
        sender.Release();
        int id = 0;
        var thread = new Thread(() =>
        {
            id = Environment.CurrentManagedThreadId;
            sender.TrySend(new Left());
            if (closes) sender.Dispose();
        });
        thread.Start();
        thread.Join();
        by = id;
        Assert.True(receiver.TryReceive(out _));
        return receiver;
    }

    // What is told of ends of pipes of one type that the garbage collector finds.
    private static List<PipeLeak> LeaksOf<T>(Func<Receiver<T>> lose, out Receiver<T> receiver)
    {
        var leaks = new List<PipeLeak>();
        var before = Pipe.LeakFound;
        Pipe.LeakFound = leak =>
        {
            if (!leak.End.EndsWith($"<{typeof(T).Name}>", StringComparison.Ordinal)) return;
            lock (leaks) leaks.Add(leak);
        };
        try
        {
            receiver = lose();
            Collect();
            for (int i = 0; i < Collections && !receiver.IsReady; i++) Collect();
            Collect(); // an end is told of after it has been closed
        }
        finally
        {
            Pipe.LeakFound = before;
        }
        lock (leaks) return [.. leaks];
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_released_end_that_a_task_uses_is_not_taken_for_lost(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var (tx, rx) = Pipe.Stream<int>();
        tx.Release();
        Assert.True(tx.TrySend(1));
        Collect();
        Assert.True(tx.TrySend(2));
        Assert.Equal(1, (await rx.Receive()).Value);
        Assert.Equal(2, (await rx.Receive()).Value);
    });

    [Fact]
    public void A_leak_is_told_to_somebody() => Assert.Throws<ArgumentNullException>(static () => Pipe.LeakFound = null!);

    [Fact]
    public void What_is_in_a_local_pipe_leaves_the_scheduler_with_it() => GreenRun.ToEnd(1, static async () =>
    {
        var (pipe, ends) = Pipe.Stream<(int, Sender<int>)>();
        var (tx, rx) = Pipe.Stream<int>();
        await pipe.Send((1, tx));
        ends.Release();
        await GreenTask.RunBlocking(() =>
        {
            using var end = ends.ReceiveBlocking().Value.Item2;
            Assert.True(end.TrySend(1));
            ends.Dispose();
        });
        Assert.Equal(1, (await rx.Receive()).Value);
        Assert.Equal(WaitStatus.Closed, (await rx.Receive()).Status);
    });

    [Fact]
    public void The_set_that_a_local_pipe_is_in_leaves_the_scheduler_with_its_sender() => GreenRun.ToEnd(1, static async () =>
    {
        using var set = new PortSet<int>();
        var (local, member) = Pipe.Stream<int>();
        set.Add(member);
        var (tx, other) = Pipe.Stream<int>();
        set.Add(other);
        tx.Release();
        await GreenTask.RunBlocking(() =>
        {
            Assert.True(tx.TrySend(1));
            tx.Dispose();
        });
        Assert.Equal(1, (await set.Receive()).Value);
        local.TrySend(2);
        Assert.Equal(2, (await set.Receive()).Value);
    });

    [Fact]
    public void A_set_of_local_pipes_leaves_the_scheduler_as_a_whole() => GreenRun.ToEnd(1, static async () =>
    {
        var set = new PortSet<int>();
        var (tx, rx) = Pipe.Stream<int>();
        set.Add(rx);
        await tx.Send(1);
        set.Release();
        await GreenTask.RunBlocking(() =>
        {
            using (set) Assert.Equal(1, set.ReceiveBlocking().Value);
        });
        Assert.Equal(WaitStatus.Closed, await tx.Send(2));
    });
}
