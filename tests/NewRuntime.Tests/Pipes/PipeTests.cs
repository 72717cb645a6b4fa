using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Pipes;

/// <summary>What every kind of pipe promises, on one scheduler (local pipes) and on two (shared ones).</summary>
public class PipeTests
{
    public static TheoryData<string, int> KindsAndSchedulers()
    {
        var data = new TheoryData<string, int>();
        foreach (string kind in (string[])["stream", "bounded 1", "bounded 7", "rendezvous"])
        {
            data.Add(kind, 1);
            data.Add(kind, 2);
        }
        return data;
    }

    private static (Sender<T> Sender, Receiver<T> Receiver) Make<T>(string kind) => kind switch
    {
        "stream" => Pipe.Stream<T>(),
        "rendezvous" => Pipe.Rendezvous<T>(),
        _ => Pipe.Bounded<T>(int.Parse(kind.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)),
    };

    [Theory]
    [MemberData(nameof(KindsAndSchedulers))]
    public void Values_arrive_once_in_order_and_then_the_pipe_is_closed(string kind, int schedulers) => GreenRun.ToEnd(schedulers, async () =>
    {
        const int count = 20_000;
        var (tx, rx) = Make<int>(kind);
        async GreenTask Produce()
        {
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(WaitStatus.Completed, await tx.Send(i));
                if (i % 1000 == 0) await GreenTask.Yield();
            }
        }
        var producer = GreenTask.Spawn(Produce(), tx);
        int expected = 0;
        await foreach (int value in rx) Assert.Equal(expected++, value);
        Assert.Equal(count, expected);
        Assert.Equal(WaitStatus.Closed, (await rx.Receive()).Status);
        await producer;
    });

    [Theory]
    [MemberData(nameof(KindsAndSchedulers))]
    public void A_sender_learns_that_the_receiver_is_gone(string kind, int schedulers) => GreenRun.ToEnd(schedulers, async () =>
    {
        var (tx, rx) = Make<int>(kind);
        async GreenTask TakeOne() => Assert.Equal(1, (await rx.Receive()).Value);
        var taker = GreenTask.Spawn(TakeOne(), rx);
        Assert.Equal(WaitStatus.Completed, await tx.Send(1));
        await taker;
        Assert.Equal(WaitStatus.Closed, await tx.Send(2));
        Assert.False(tx.TrySend(3));
    });

    [Theory]
    [MemberData(nameof(KindsAndSchedulers))]
    public void The_peer_of_a_failed_task_learns_of_it(string kind, int schedulers) => GreenRun.ToEnd(schedulers, async () =>
    {
        var (tx, rx) = Make<int>(kind);
        async GreenTask Fail()
        {
            await tx.Send(1);
            throw new FormatException();
        }
        var failing = GreenTask.Spawn(Fail());
        Assert.Equal(1, (await rx.Receive()).Value);
        Assert.Equal(WaitStatus.Closed, (await rx.Receive()).Status);
        await Tasks.GreenTaskTests.Catch<FormatException>(Join());
        async GreenTask Join() => await failing;
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_end_that_nobody_ever_used_closes_with_its_maker(int schedulers) => GreenRun.ToEnd(schedulers, async () =>
    {
        Receiver<int>? receiver = null;
        async GreenTask Maker()
        {
            (_, receiver) = Pipe.Stream<int>();
            receiver.Release();
            await GreenTask.Yield();
        }
        await GreenTask.Spawn(Maker());
        Assert.Equal(WaitStatus.Closed, (await receiver!.Receive()).Status);
    });

    [Theory]
    [MemberData(nameof(KindsAndSchedulers))]
    public void Cancellation_ends_a_receive_and_loses_nothing(string kind, int schedulers) => GreenRun.ToEnd(schedulers, async () =>
    {
        var (tx, rx) = Make<int>(kind);
        var seen = WaitStatus.Completed;
        async GreenTask Receive() => seen = (await rx.Receive()).Status;
        var receiver = GreenTask.Spawn(Receive());
        for (int i = 0; i < 5; i++) await GreenTask.Yield();
        receiver.Cancel();
        await receiver;
        Assert.Equal(WaitStatus.Cancelled, seen);
        Assert.Equal(WaitStatus.Closed, await tx.Send(1)); // the end died with the task
    });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(0, 2)]
    [InlineData(3, 2)]
    public void Cancelled_senders_leave_no_value_and_no_gap(int capacity, int schedulers) => GreenRun.ToEnd(schedulers, async () =>
    {
        var (tx, rx) = capacity == 0 ? MakeShared() : Pipe.Shared<int>(capacity);
        var sent = new List<int>();
        async GreenTask Send(SharedSender<int> own, int i)
        {
            if (await own.Send(i) == WaitStatus.Completed)
            {
                lock (sent) sent.Add(i);
            }
        }
        var handles = Enumerable.Range(0, 40).Select(i => GreenTask.Spawn(Send(tx.Clone(), i))).ToArray();
        tx.Dispose();
        for (int i = 0; i < 5; i++) await GreenTask.Yield();
        for (int i = 0; i < handles.Length; i += 3) handles[i].Cancel();
        var received = new List<int>();
        await foreach (int value in rx) received.Add(value);
        foreach (var handle in handles) await handle;
        Assert.Equal(sent.Order(), received.Order());
        Assert.True(received.Count >= 26, $"{received.Count} values"); // none of those that were not cancelled is missing
    });

    // A shared pipe of capacity 1 whose one place is taken: the nearest to a rendezvous that several can send to.
    private static (SharedSender<int>, Receiver<int>) MakeShared() => Pipe.Shared<int>(1);

    [Fact]
    public void A_bounded_pipe_holds_what_it_says() => GreenRun.ToEnd(1, static async () =>
    {
        var (tx, rx) = Pipe.Bounded<int>(3);
        Assert.True(tx.TrySend(1));
        Assert.True(tx.TrySend(2));
        Assert.True(tx.TrySend(3));
        Assert.False(tx.TrySend(4));
        Assert.True(rx.TryPeek(out int first));
        Assert.Equal(1, first);
        Assert.True(rx.TryReceive(out first));
        Assert.Equal(1, first);
        Assert.True(tx.TrySend(4));
        tx.Dispose();
        var rest = new List<int>();
        await foreach (int value in rx) rest.Add(value);
        Assert.Equal([2, 3, 4], rest);
    });

    [Fact]
    public void A_rendezvous_holds_nothing() => GreenRun.ToEnd(1, static async () =>
    {
        var (tx, rx) = Pipe.Rendezvous<int>();
        Assert.False(tx.TrySend(1));
        bool sent = false;
        async GreenTask Send()
        {
            await tx.Send(1);
            sent = true;
        }
        var sender = GreenTask.Spawn(Send(), tx);
        for (int i = 0; i < 5; i++) await GreenTask.Yield();
        Assert.False(sent);
        Assert.True(rx.TryPeek(out int value));
        Assert.Equal(1, value);
        Assert.Equal(1, (await rx.Receive()).Value);
        await sender;
        Assert.True(sent);
    });

    [Fact]
    public void A_sender_cannot_give_up_once_a_receiver_has_been_woken_for_it()
    {
        var core = new PipeCore<int>(0);
        Assert.Equal(WaitStatus.TimedOut, GiveUp(core, 6));
        Assert.False(core.TryReceive(out _, null));

        WaitFor(core);
        Assert.Equal(WaitStatus.Completed, GiveUp(core, 7));
        Assert.True(core.TryReceive(out int value, null));
        Assert.Equal(7, value);

        WaitFor(core);
        core.RemoveReceiver(null); // it has waited for something else as well, and does not look here
        Assert.Equal(WaitStatus.TimedOut, GiveUp(core, 8));
        Assert.False(core.TryReceive(out _, null));
    }

    [Fact]
    public void Nor_once_the_receiver_of_a_set_has()
    {
        var core = new PipeCore<int>(0);
        var set = new PortSetCore<int>();
        set.Add(core, null);
        WaitFor(set);
        Assert.Equal(WaitStatus.Completed, GiveUp(core, 7));
        Assert.True(set.TryReceive(out int value, null));
        Assert.Equal(7, value);
    }

    [Fact]
    public void What_a_sender_has_left_behind_is_dropped_with_the_pipe()
    {
        var core = new PipeCore<Sender<int>>(0);
        var (inner, end) = Pipe.Stream<int>();
        WaitFor(core);
        Assert.Equal(WaitStatus.Completed, GiveUp(core, Moving.Out(inner, core)));
        core.CloseReceiver(null);
        Assert.Equal(WaitStatus.Closed, end.ReceiveBlocking().Status);
    }

    // A receiver begins to wait, on a thread.
    private static void WaitFor(PipeCore core)
    {
        var receiver = new ThreadWaiter();
        Assert.True(core.AddReceiver(receiver, receiver.Arm(), 0, null));
    }

    // A sender that finds no room waits, and its time is over at once.
    private static WaitStatus GiveUp<T>(PipeCore<T> core, T value)
    {
        var sender = new ThreadWaiter();
        var wait = core.Prepare(value, null);
        Assert.True(core.AddSender(wait, sender, sender.Arm(), null));
        return core.Finish(wait, WaitStatus.TimedOut, null);
    }

    [Fact]
    public void A_cancelled_task_gets_what_is_there_and_is_not_told_that_it_was_all() => GreenRun.ToEnd(1, static async () =>
    {
        var (empty, ended) = Pipe.Stream<int>();
        var (tx, rx) = Pipe.Stream<int>();
        var set = new PortSet<int>();
        bool begun = false;
        empty.Dispose();
        await tx.Send(1);
        tx.Dispose();
        async GreenTask Receive()
        {
            Assert.Equal(0, (await Pipe.Select(ended, rx)).Index);
            Assert.Equal(WaitStatus.Closed, (await ended.Receive()).Status);
            begun = true;
            while (!GreenTask.IsCancelled) await GreenTask.Yield();

            Assert.Equal(new Selected(WaitStatus.Completed, 1), await Pipe.Select(ended, rx));
            Assert.Equal(1, (await rx.Receive()).Value);
            Assert.Equal(new Selected(WaitStatus.Cancelled, -1), await Pipe.Select(ended, rx));
            Assert.Equal(WaitStatus.Cancelled, (await rx.Receive()).Status);
            Assert.Equal(WaitStatus.Cancelled, (await set.Receive()).Status);
            using var section = GreenTask.Unkillable();
            Assert.Equal(WaitStatus.Closed, (await rx.Receive()).Status);
            Assert.Equal(0, (await Pipe.Select(ended, rx)).Index);
        }
        var receiver = GreenTask.Spawn(Receive(), ended, rx, set);
        while (!begun) await GreenTask.Yield();
        receiver.Cancel();
        await receiver;
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Many_senders_share_a_small_pipe_fairly(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        const int senders = 200, each = 100;
        var (tx, rx) = Pipe.Shared<(int Who, int Number)>(8);
        async GreenTask Produce(SharedSender<(int, int)> own, int who)
        {
            for (int i = 0; i < each; i++) Assert.Equal(WaitStatus.Completed, await own.Send((who, i)));
        }
        for (int i = 0; i < senders; i++)
        {
            var own = tx.Clone();
            GreenTask.Spawn(Produce(own, i), own).Detach();
        }
        tx.Dispose();
        var next = new int[senders];
        await foreach (var (who, number) in rx) Assert.Equal(next[who]++, number);
        Assert.All(next, n => Assert.Equal(each, n));
    });

    [Fact]
    public void A_one_shot_sends_once() => GreenRun.ToEnd(1, static async () =>
    {
        var (tx, rx) = Pipe.OneShot<string>();
        Assert.True(tx.Send("once"));
        Assert.Throws<ObjectDisposedException>(() => tx.Send("twice"));
        Assert.Equal("once", (await rx.Receive()).Value);
        Assert.Equal(WaitStatus.Closed, (await rx.Receive()).Status);

        (tx, rx) = Pipe.OneShot<string>();
        rx.Dispose();
        Assert.False(tx.Send("to nobody"));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_select_finds_the_pipe_that_is_ready(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var (ta, ra) = Pipe.Stream<int>();
        var (tb, rb) = Pipe.Stream<string>();
        async GreenTask Feed()
        {
            for (int i = 0; i < 100; i++)
            {
                await GreenTask.Yield();
                if (i % 2 == 0) ta.TrySend(i);
                else tb.TrySend($"{i}");
            }
        }
        var feeder = GreenTask.Spawn(Feed(), ta, tb);
        Receiver[] both = [ra, rb];
        int sum = 0;
        for (int open = 2; open > 0;)
        {
            var selected = await Pipe.Select(both);
            Assert.Equal(WaitStatus.Completed, selected.Status);
            if (selected.Index == 0 && ra.TryReceive(out int number)) sum += number;
            else if (selected.Index == 1 && rb.TryReceive(out string? text)) sum += int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
            else if (--open > 0) both = [both[1 - selected.Index]];
            if (both.Length == 1 && both[0] == rb)
            {
                await foreach (string rest in rb) sum += int.Parse(rest, System.Globalization.CultureInfo.InvariantCulture);
                break;
            }
        }
        await feeder;
        Assert.Equal(4950, sum);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_port_set_takes_turns_and_ends_with_its_last_member(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        const int pipes = 20, each = 200;
        using var set = new PortSet<(int Who, int Number)>();
        for (int i = 0; i < pipes; i++)
        {
            var (tx, rx) = Pipe.Bounded<(int, int)>(5);
            GreenTask.Spawn(Produce(tx, i), tx).Detach();
            set.Add(rx);
        }
        static async GreenTask Produce(Sender<(int, int)> tx, int who)
        {
            for (int i = 0; i < each; i++) await tx.Send((who, i));
        }
        var next = new int[pipes];
        while ((await set.Receive()).TryGet(out var value)) Assert.Equal(next[value.Who]++, value.Number);
        Assert.All(next, n => Assert.Equal(each, n));
        Assert.Equal(WaitStatus.Closed, (await set.Receive()).Status);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_end_in_a_message_belongs_to_whoever_receives_it(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var (requests, inbox) = Pipe.Stream<OneShotSender<int>>();
        async GreenTask Serve()
        {
            int served = 0;
            await foreach (var reply in inbox) reply.Send(served++);
        }
        var server = GreenTask.Spawn(Serve(), inbox);
        for (int i = 0; i < 100; i++)
        {
            var (tx, rx) = Pipe.OneShot<int>();
            await requests.Send(tx);
            Assert.Equal(i, (await rx.Receive()).Value);
        }
        // One that is lost with the pipe is closed.
        var (last, answer) = Pipe.OneShot<int>();
        var (nowhere, dropped) = Pipe.Stream<OneShotSender<int>>();
        await nowhere.Send(last);
        dropped.Dispose();
        Assert.Equal(WaitStatus.Closed, (await answer.Receive()).Status);
        requests.Dispose();
        await server;
    });

    [Fact]
    public void Only_the_owner_uses_an_end() => GreenRun.ToEnd(1, static async () =>
    {
        var (tx, rx) = Pipe.Stream<int>();
        tx.TrySend(1);
        async GreenTask Thief()
        {
            await GreenTask.Yield();
            var e = Assert.Throws<InvalidOperationException>(() => tx.TrySend(2));
            Assert.Contains("belongs to", e.Message, StringComparison.Ordinal);
        }
        await GreenTask.Spawn(Thief());
        async GreenTask Heir() => Assert.True(tx.TrySend(3));
        await GreenTask.Spawn(Heir(), tx);
        Assert.Throws<ObjectDisposedException>(() => tx.TrySend(4)); // it died with the heir
        Assert.True(rx.TryReceive(out _));
        Assert.True(rx.TryReceive(out int three));
        Assert.Equal(3, three);
    });

    [Fact]
    public void A_local_end_does_not_leave_its_scheduler_unreleased() => GreenRun.ToEnd(1, static async () =>
    {
        var (tx, rx) = Pipe.Stream<int>();
        var e = await Task.Run(() => Record.Exception(() => tx.TrySend(1)));
        Assert.Contains("Release it", Assert.IsType<InvalidOperationException>(e).Message, StringComparison.Ordinal);
        tx.Release();
        Assert.True(await Task.Run(() => tx.TrySend(1)));
        Assert.Equal(1, (await rx.Receive()).Value);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Threads_and_tasks_talk_to_each_other(int schedulers)
    {
        const int count = 3000;
        var (toTask, fromThread) = Pipe.Bounded<int>(4);
        var (toThread, fromTask) = Pipe.Rendezvous<int>();
        var federation = new Thread(() => GreenRun.ToEnd(schedulers, async () =>
        {
            await foreach (int value in fromThread) Assert.Equal(WaitStatus.Completed, await toThread.Send(value * 2));
            toThread.Dispose();
        }));
        federation.Start();
        var writer = new Thread(() =>
        {
            for (int i = 0; i < count; i++) Assert.Equal(WaitStatus.Completed, toTask.SendBlocking(i));
            toTask.Dispose();
        });
        writer.Start();
        for (int i = 0; i < count; i++) Assert.Equal(i * 2, fromTask.ReceiveBlocking().Value);
        Assert.Equal(WaitStatus.Closed, fromTask.ReceiveBlocking().Status);
        writer.Join();
        federation.Join();
    }

    [Fact]
    public void A_thread_waits_no_longer_than_it_says()
    {
        var (tx, rx) = Pipe.Bounded<int>(1);
        Assert.Equal(WaitStatus.TimedOut, rx.ReceiveBlocking(TimeSpan.FromMilliseconds(1)).Status);
        Assert.Equal(WaitStatus.Completed, tx.SendBlocking(1, TimeSpan.FromMilliseconds(1)));
        Assert.Equal(WaitStatus.TimedOut, tx.SendBlocking(2, TimeSpan.FromMilliseconds(1)));
        Assert.Equal(1, rx.ReceiveBlocking().Value);
        Assert.False(rx.TryReceive(out _));
    }

    [Fact]
    public void A_task_must_not_block_its_scheduler() => GreenRun.ToEnd(1, static async () =>
    {
        var (_, rx) = Pipe.Stream<int>();
        var e = Assert.Throws<OutsideException>(() => rx.ReceiveBlocking());
        Assert.Contains("await instead of blocking", e.Message, StringComparison.Ordinal);
        await GreenTask.Yield();
    });
}
