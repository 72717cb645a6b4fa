using Rustrt.Federation.Memory;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests;

/// <content>Pipes: each value that was sent arrives once and in order, or its sender is told that it does not.</content>
internal sealed partial class MixedWorkload
{
    private GreenTask UseAPipe() => Random.Next(6) switch
    {
        0 => ShareASender(),
        1 => SendOnce(),
        2 => ReceiveFromASet(),
        3 => SendAndReceiveWithALimit(),
        4 => MoveMemory(),
        _ => SendThrough(),
    };

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

    private async GreenTask ShareASender()
    {
        int senders = Random.Next(1, 4), each = Random.Next(1, 4);
        var (first, receiver) = Pipe.Shared<(int Who, int Number)>(Random.Next(2) == 0 ? int.MaxValue : Random.Next(1, 3));
        for (int who = 0; who < senders; who++)
        {
            var own = first.Clone();
            GreenTask.Spawn(Counted(SendAs(own, who, each)), own).Detach();
        }
        first.Dispose();
        int[] next = new int[senders];
        await foreach (var (who, number) in receiver) Assert.Equal(next[who]++, number);
        Assert.All(next, count => Assert.Equal(each, count));
    }

    private static async GreenTask SendAs(SendingEnd<(int Who, int Number)> sender, int who, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(WaitStatus.Completed, await sender.Send((who, i)));
            if (Random.Next(3) == 0) await GreenTask.Yield();
        }
        sender.Dispose();
    }

    private async GreenTask SendOnce()
    {
        var (sender, receiver) = Pipe.OneShot<int>();
        var fate = (OutcomeKind)Random.Next(2);
        bool sends = Random.Next(2) == 0;
        var other = GreenTask.Spawn(Ended(SendAndEnd(sender, sends, fate)), sender);
        var received = await receiver.Receive();
        Assert.Equal(sends ? WaitStatus.Completed : WaitStatus.Closed, received.Status);
        Assert.Equal(fate, (await other.Try()).Kind);
    }

    private static async GreenTask SendAndEnd(OneShotSender<int> sender, bool sends, OutcomeKind fate)
    {
        if (sends) await Send(sender);
        await Meet(fate);
    }

    private static async GreenTask Send(OneShotSender<int> sender)
    {
        if (Random.Next(2) == 0) await GreenTask.Yield();
        Assert.True(sender.Send(1));
    }

    private async GreenTask ReceiveFromASet()
    {
        int members = Random.Next(1, 4), each = Random.Next(1, 4);
        using var set = new PortSet<(int Who, int Number)>();
        for (int who = 0; who < members; who++)
        {
            var (sender, receiver) = Random.Next(3) switch
            {
                0 => Pipe.Stream<(int, int)>(),
                1 => Pipe.Bounded<(int, int)>(Random.Next(1, 3)),
                _ => Pipe.Rendezvous<(int, int)>(),
            };
            GreenTask.Spawn(Counted(SendAs(sender, who, each)), sender).Detach();
            set.Add(receiver);
        }
        int[] next = new int[members];
        while (await set.Receive() is { Status: WaitStatus.Completed } received) Assert.Equal(next[received.Value.Who]++, received.Value.Number);
        Assert.All(next, count => Assert.Equal(each, count));
    }

    private async GreenTask SendAndReceiveWithALimit()
    {
        var (sender, receiver) = Random.Next(2) == 0 ? Pipe.Bounded<int>(1) : Pipe.Rendezvous<int>();
        var sent = new List<int>();
        var child = GreenTask.Spawn(Counted(SendWithALimit(sender, sent)), sender);
        var received = new List<int>();
        while (true)
        {
            var one = await receiver.Receive().Within(TimeSpan.FromMilliseconds(Random.Next(1, 4)));
            if (one.Status == WaitStatus.Closed) break;
            if (one.HasValue) received.Add(one.Value);
            else Assert.Equal(WaitStatus.TimedOut, one.Status);
            if (Random.Next(2) == 0) await GreenTask.Sleep(TimeSpan.FromMilliseconds(Random.Next(3)));
        }
        await child;
        Assert.Equal(sent, received);
    }

    private static async GreenTask SendWithALimit(Sender<int> sender, List<int> sent)
    {
        for (int i = 0; i < 3; i++)
        {
            var status = await sender.Send(i).Within(TimeSpan.FromMilliseconds(Random.Next(1, 4)));
            if (status == WaitStatus.Completed) sent.Add(i);
            else Assert.Equal(WaitStatus.TimedOut, status);
            if (Random.Next(2) == 0) await GreenTask.Sleep(TimeSpan.FromMilliseconds(Random.Next(3)));
        }
        sender.Dispose();
    }

    // The soak counts the blocks: those that were received, those left in a pipe, and those that nobody wanted.
    private async GreenTask MoveMemory()
    {
        int count = Random.Next(1, 5);
        var (sender, receiver) = Random.Next(2) == 0 ? Pipe.Stream<Owned<int>>() : Pipe.Bounded<Owned<int>>(1);
        var child = GreenTask.Spawn(Counted(SendMemory(sender, count)), sender);
        for (int i = 0, wanted = Random.Next(count + 1); i < wanted; i++)
        {
            using var memory = (await receiver.Receive()).Value;
            Assert.Equal(i, memory.Value);
        }
        receiver.Dispose();
        await child;
    }

    private static async GreenTask SendMemory(Sender<Owned<int>> sender, int count)
    {
        for (int i = 0; i < count; i++)
        {
            var memory = ExchangeHeap.Allocate<int>();
            memory.Value = i;
            if (await sender.Send(memory) == WaitStatus.Closed) Assert.Equal(i, memory.Value);
        }
        sender.Dispose();
    }

    private async GreenTask SelectAmongSeveral()
    {
        int expected = 0, received = 0;
        var open = new List<(Receiver Pipe, Func<GreenTask<WaitStatus>> Receive)>();
        for (int pipes = Random.Next(2, 4); pipes > 0; pipes--)
        {
            int values = Random.Next(1, 3);
            expected += values;
            open.Add(Feed(values));
        }
        while (open.Count > 0)
        {
            Receiver[] pipes = [.. open.Select(one => one.Pipe)];
            var selected = Random.Next(2) == 0 ? await Pipe.Select(pipes) : await Pipe.Select(pipes).Within(TimeSpan.FromMilliseconds(1));
            if (selected.Status == WaitStatus.TimedOut) continue;
            Assert.Equal(WaitStatus.Completed, selected.Status);
            var status = await open[selected.Index].Receive();
            if (status == WaitStatus.Completed) received++;
            else open.RemoveAt(selected.Index);
        }
        Assert.Equal(expected, received);
    }

    // A pipe of some kind, and a task that sends so many values through it.
    private (Receiver Pipe, Func<GreenTask<WaitStatus>> Receive) Feed(int values)
    {
        if (values == 1 && Random.Next(2) == 0)
        {
            var (once, receiver) = Pipe.OneShot<int>();
            GreenTask.Spawn(Counted(Send(once)), once).Detach();
            return (receiver, async () => (await receiver.Receive()).Status);
        }
        var (end, many) = MakeOne();
        GreenTask.Spawn(Counted(SendAs(end, 0, values)), end).Detach();
        if (Random.Next(4) != 0) return (many, async () => (await many.Receive()).Status);
        var set = new PortSet<(int, int)>();
        set.Add(many);
        return (set, async () => (await set.Receive()).Status);

        static (SendingEnd<(int, int)>, Receiver<(int, int)>) MakeOne() => Random.Next(4) switch
        {
            0 => Pipe.Stream<(int, int)>(),
            1 => Pipe.Bounded<(int, int)>(1),
            2 => Pipe.Rendezvous<(int, int)>(),
            _ => Pipe.Shared<(int, int)>(),
        };
    }
}
