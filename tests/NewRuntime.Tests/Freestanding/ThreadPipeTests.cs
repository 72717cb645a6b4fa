using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Freestanding;

/// <summary>Pipes between threads, without a federation.</summary>
public class ThreadPipeTests
{
    [Fact]
    public void A_thread_receives_what_another_sends_until_that_closes_its_end()
    {
        var (tx, rx) = Pipe.Bounded<int>(2);
        tx.Release();
        var sender = Start(() =>
        {
            using (tx)
            {
                for (int i = 0; i < 1000; i++) Assert.Equal(WaitStatus.Completed, tx.SendBlocking(i));
            }
        });
        Assert.Equal(Enumerable.Range(0, 1000), rx.ReceiveAllBlocking());
        sender.Join();
    }

    [Fact]
    public void A_rendezvous_keeps_the_sender_until_its_value_has_been_received()
    {
        var (tx, rx) = Pipe.Rendezvous<int>();
        tx.Release();
        int sent = 0;
        var sender = Start(() =>
        {
            tx.SendBlocking(1);
            Volatile.Write(ref sent, 1);
        });
        while (!rx.IsReady) Thread.Yield();
        Assert.Equal(0, Volatile.Read(ref sent));
        Assert.Equal(1, rx.ReceiveBlocking().Value);
        sender.Join();
        Assert.Equal(1, sent);
    }

    [Fact]
    public void A_select_waits_for_whichever_of_several_pipes_is_ready_first()
    {
        var (_, never) = Pipe.OneShot<string>();
        var (numbers, received) = Pipe.Stream<int>();
        numbers.Release();
        var sender = Start(() => numbers.SendBlocking(7));
        Assert.Equal(new Selected(WaitStatus.Completed, 1), Pipe.Select(never, received).Block());
        Assert.True(received.TryReceive(out int number));
        Assert.Equal(7, number);
        sender.Join();
    }

    [Fact]
    public void A_select_takes_the_first_in_the_list_of_those_that_are_ready()
    {
        var (a, fromA) = Pipe.Stream<int>();
        var (b, fromB) = Pipe.Stream<int>();
        a.TrySend(1);
        b.TrySend(2);
        Assert.Equal(0, Pipe.Select(fromA, fromB).Block().Index);
        Assert.Equal(0, Pipe.Select(fromB, fromA).Block().Index);
        Assert.True(fromA.TryPeek(out _) && fromB.TryPeek(out _)); // nothing was taken
    }

    [Fact]
    public void A_select_ends_when_its_time_is_over_and_leaves_nothing_behind()
    {
        var (tx, rx) = Pipe.Stream<int>();
        Assert.Equal(new Selected(WaitStatus.TimedOut, -1), Pipe.Select(rx).Block(TimeSpan.FromMilliseconds(1)));
        Assert.Equal(new Selected(WaitStatus.TimedOut, -1), Pipe.Select(rx).Block(TimeSpan.Zero));
        tx.TrySend(1); // would wake a wait that is over
        Assert.Equal(WaitStatus.Completed, Pipe.Select(rx).Block().Status);
        Assert.Equal(1, rx.ReceiveBlocking().Value);
    }

    [Fact]
    public void A_select_is_ready_when_a_pipe_has_ended()
    {
        var (tx, rx) = Pipe.Stream<int>();
        tx.Dispose();
        Assert.Equal(new Selected(WaitStatus.Completed, 0), Pipe.Select(rx).Block());
        Assert.Equal(WaitStatus.Closed, rx.ReceiveBlocking().Status);
    }

    [Fact]
    public void A_port_set_brings_the_values_of_all_its_pipes()
    {
        using var set = new PortSet<int>();
        var senders = new List<Thread>();
        for (int i = 0; i < 3; i++)
        {
            int number = i;
            var (tx, rx) = Pipe.Bounded<int>(1);
            tx.Release();
            set.Add(rx);
            senders.Add(Start(() =>
            {
                using (tx)
                {
                    for (int k = 0; k < 100; k++) tx.SendBlocking(number);
                }
            }));
        }
        var got = new int[3];
        while (set.ReceiveBlocking().TryGet(out int from)) got[from]++;
        Assert.Equal([100, 100, 100], got);
        foreach (var sender in senders) sender.Join();
    }

    [Fact]
    public void A_negative_limit_is_refused_before_anything_is_done()
    {
        var (tx, rx) = Pipe.Bounded<int>(1);
        var negative = TimeSpan.FromSeconds(-2);
        Assert.Throws<ArgumentOutOfRangeException>(() => rx.ReceiveBlocking(negative));
        Assert.Throws<ArgumentOutOfRangeException>(() => tx.SendBlocking(1, negative));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pipe.Select(rx).Block(negative));
        Assert.False(rx.IsReady);
    }

    [Fact]
    public void An_end_of_another_thread_cannot_be_used()
    {
        var (tx, rx) = Pipe.Stream<int>();
        tx.TrySend(1);
        Exception? told = null;
        int thief = 0;
        Start(() =>
        {
            thief = Environment.CurrentManagedThreadId;
            told = Record.Exception(() => tx.TrySend(2));
        }).Join();
        Assert.StartsWith(
            $"Sender belongs to thread {Environment.CurrentManagedThreadId}, and thread {thief} used it.",
            Assert.IsType<InvalidOperationException>(told).Message, StringComparison.Ordinal);
        Assert.Equal(1, rx.ReceiveBlocking().Value);
    }

    private static Thread Start(Action body)
    {
        var thread = new Thread(() => body()) { IsBackground = true };
        thread.Start();
        return thread;
    }
}
