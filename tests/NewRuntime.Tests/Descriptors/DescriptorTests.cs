namespace Rustrt.Federation.Tests;

/// <summary>Tasks that wait for descriptors.</summary>
public class DescriptorTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void A_task_goes_on_when_its_descriptor_is_readable_and_others_run_meanwhile(int schedulers, bool preferred)
    {
        using var pair = new SocketPair();
        int received = 0;
        async GreenTask Main()
        {
            var reader = GreenTask.Spawn(Read());
            for (int i = 0; i < 100; i++)
            {
                pair.SendToNear();
                while (Volatile.Read(ref received) == i) await GreenTask.Yield(); // never idle: the loop is polled all the same
            }
            await reader;
        }
        async GreenTask Read()
        {
            for (int i = 0; i < 100; i++)
            {
                Assert.Equal(WaitStatus.Completed, await Descriptor.Readable(pair.Near));
                pair.ReceiveAtNear();
                Volatile.Write(ref received, i + 1);
            }
        }
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = schedulers, EventLoops = Loops(preferred) }, Main);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    public void Tasks_that_answer_each_other_over_a_socket_sleep_and_wake_by_it(int schedulers, bool preferred)
    {
        const int rounds = 300;
        using var pair = new SocketPair();
        async GreenTask Main()
        {
            var echo = GreenTask.Spawn(Echo());
            for (int i = 0; i < rounds; i++)
            {
                pair.SendToNear();
                Assert.Equal(WaitStatus.Completed, await Descriptor.Readable(pair.Far));
                Assert.Equal(1, pair.ReceiveAtFar());
            }
            await echo;
        }
        async GreenTask Echo()
        {
            for (int i = 0; i < rounds; i++)
            {
                Assert.Equal(WaitStatus.Completed, await Descriptor.Readable(pair.Near));
                pair.ReceiveAtNear();
                Assert.Equal(WaitStatus.Completed, await Descriptor.Writable(pair.Near));
                pair.SendToFar();
            }
        }
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = schedulers, EventLoops = Loops(preferred) }, Main);
    }

    private static Func<IEventLoop> Loops(bool preferred) => preferred ? PreferredEventLoop.Create : () => new UvEventLoop();

    [Fact]
    public void One_task_may_wait_to_read_and_another_to_write()
    {
        using var pair = new SocketPair();
        async GreenTask Main()
        {
            var reader = GreenTask.Spawn(Read());
            await GreenTask.Yield();
            Assert.Equal(WaitStatus.Completed, await Descriptor.Writable(pair.Near));
            pair.SendToNear();
            await reader;
        }
        async GreenTask Read() => Assert.Equal(WaitStatus.Completed, await Descriptor.Readable(pair.Near));
        GreenRun.ToEnd(1, Main);
    }

    [Fact]
    public void A_descriptor_is_looked_for_between_turns_that_take_long()
    {
        using var pipe = new KernelPipe();
        var time = new VirtualTime();
        int turns = 0, most = 0;
        long writtenAt = -1;
        async GreenTask Main()
        {
            var reader = GreenTask.Spawn(Read());
            for (int i = 0; !reader.IsCompleted; i++)
            {
                time.Pass(TimeSpan.FromMilliseconds(1));
                turns++;
                if (i > 100 && writtenAt < 0) // how long turns take is known
                {
                    writtenAt = turns;
                    pipe.Write();
                }
                await GreenTask.Yield();
            }
            await reader;
        }
        async GreenTask Read()
        {
            for (int i = 0; i < 20; i++)
            {
                Assert.Equal(WaitStatus.Completed, await Descriptor.Readable(pipe.Reader));
                most = Math.Max(most, (int)(turns - writtenAt));
                pipe.Read();
                writtenAt = -1;
            }
        }
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, Clock = time, EventLoops = () => new UvEventLoop() }, Main);
        Assert.InRange(most, 0, 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_cancelled_wait_ends_and_leaves_nothing_behind(int schedulers)
    {
        using var pipe = new KernelPipe();
        async GreenTask Main()
        {
            for (int i = 0; i < 20; i++)
            {
                var waiter = GreenTask.Spawn(Wait(WaitStatus.Cancelled));
                if (i % 2 == 0) await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
                waiter.Cancel();
                await waiter;
            }
            pipe.Write();
            await GreenTask.Spawn(Wait(WaitStatus.Completed)); // on some scheduler it would be refused if a wait were left
        }
        async GreenTask Wait(WaitStatus expected) => Assert.Equal(expected, await Descriptor.Readable(pipe.Reader));
        GreenRun.ToEnd(schedulers, Main);
    }

    [Fact]
    public void A_second_reader_on_the_same_scheduler_and_a_descriptor_that_is_not_open_are_refused_where_they_await()
    {
        using var pipe = new KernelPipe();
        InvalidOperationException? second = null, closed = null;
        async GreenTask Main()
        {
            var first = GreenTask.Spawn(First());
            await GreenTask.Yield();
            await GreenTask.Yield();
            try
            {
                await Descriptor.Readable(pipe.Reader);
            }
            catch (InvalidOperationException e)
            {
                second = e;
            }
            try
            {
                await Descriptor.Readable(1_000_000);
            }
            catch (InvalidOperationException e)
            {
                closed = e;
            }
            pipe.Write();
            await first;
        }
        async GreenTask First() => Assert.Equal(WaitStatus.Completed, await Descriptor.Readable(pipe.Reader));
        GreenRun.ToEnd(1, Main);
        Assert.Contains("another task", second!.Message, StringComparison.Ordinal);
        Assert.Contains("1000000", closed!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_that_watches_nothing_is_named()
    {
        EventLoopUnavailableException? refusal = null;
        static async GreenTask Wait() => await Descriptor.Readable(0);
        async GreenTask Main()
        {
            try
            {
                await Wait();
            }
            catch (EventLoopUnavailableException e)
            {
                refusal = e;
            }
        }
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, EventLoops = () => new FutexEventLoop() }, Main);
        Assert.Contains(nameof(FutexEventLoop), refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_of_tasks_it_is_refused()
    {
        Assert.Throws<OutsideException>(() => Descriptor.Readable(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Descriptor.Writable(-1));
    }
}
