using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests;

/// <summary>A scheduler that a foreign loop drives: here, one of another libuv loop.</summary>
public class ForeignSchedulerTests
{
    private static readonly FederationOptions s_alone = new() { MainOnCallersThread = true, MainSchedulers = 1 };

    [Fact]
    public void A_main_task_runs_on_the_foreign_loop_to_its_end()
    {
        var seen = new List<int>();
        async GreenTask Main()
        {
            for (int i = 0; i < 3; i++)
            {
                seen.Add(Environment.CurrentManagedThreadId);
                await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
            }
            var child = GreenTask.Spawn(Child());
            await child;
        }
        async GreenTask Child()
        {
            await GreenTask.Yield();
            seen.Add(Environment.CurrentManagedThreadId);
        }
        int me = 0;
        Drive(s_alone, Main, _ => me = Environment.CurrentManagedThreadId);
        Assert.Equal([me, me, me, me], seen);
    }

    [Fact]
    public void Wakes_from_other_threads_reach_the_foreign_loop_while_it_waits_for_the_descriptor()
    {
        const int rounds = 500;
        int sum = 0;
        async GreenTask Main()
        {
            var (there, inThere) = Pipe.Stream<int>();
            var (back, inBack) = Pipe.Stream<int>();
            var group = Scheduler.Current!.Group.Federation.CreateGroup(1);
            GreenRun.SpawnInto(group, Echo(inThere, back), inThere, back).Detach();
            for (int i = 0; i < rounds; i++)
            {
                await there.Send(i);
                sum += (await inBack.Receive()).Value;
            }
            there.Dispose();
        }
        static async GreenTask Echo(Receiver<int> from, Sender<int> to)
        {
            while (await from.Receive() is { Status: WaitStatus.Completed } received) await to.Send(received.Value);
        }
        Drive(s_alone, Main);
        Assert.Equal(rounds * (rounds - 1) / 2, sum);
    }

    [Fact]
    public void A_turn_is_bounded_however_much_there_is_to_run()
    {
        bool stop = false;
        int yields = 0;
        async GreenTask Main()
        {
            while (!stop)
            {
                yields++;
                await GreenTask.Yield();
            }
        }
        int turns = 0;
        Drive(s_alone, Main, _ => stop = ++turns == 10);
        // A turn may be as short as one task's. While a test beside this one listens to the metrics, every other is that of a probe.
        Assert.InRange(yields, turns / 2 - 1, 10_000);
    }

    [Fact]
    public void A_turn_does_not_hold_the_foreign_loop_for_longer_than_one_of_a_task_that_takes_long()
    {
        var time = new VirtualTime();
        TimeSpan longest = TimeSpan.Zero, before = TimeSpan.Zero;
        bool stop = false;
        async GreenTask Main()
        {
            while (!stop)
            {
                time.Pass(TimeSpan.FromMilliseconds(1));
                await GreenTask.Yield();
            }
        }
        int turns = 0;
        Drive(new() { MainOnCallersThread = true, MainSchedulers = 1, Clock = time }, Main, _ =>
        {
            var now = time.Elapsed;
            if (now - before > longest) longest = now - before;
            before = now;
            stop = ++turns == 50;
        });
        Assert.Equal(TimeSpan.FromMilliseconds(1), longest); // from the first turn on
    }

    [Fact]
    public void A_task_waits_for_a_descriptor_on_the_foreign_loop()
    {
        using var pipe = new KernelPipe();
        WaitStatus status = default;
        async GreenTask Main()
        {
            var write = GreenTask.Spawn(Write());
            status = await Descriptor.Readable(pipe.Reader);
            await write;
        }
        async GreenTask Write()
        {
            await GreenTask.Sleep(TimeSpan.FromMilliseconds(2));
            pipe.Write();
        }
        Drive(s_alone, Main);
        Assert.Equal(WaitStatus.Completed, status);
    }

    [Fact]
    public void Misuse_is_told()
    {
        var federation = new Federation(s_alone);
        var foreign = federation.DriveFromLoop();
        Assert.Throws<InvalidOperationException>(() => foreign.WaitForEnd());
        InvalidOperationException? inside = null, elsewhere = null;
        async GreenTask Main()
        {
            inside = Assert.Throws<OutsideException>(() => foreign.Turn());
            await GreenTask.Yield();
        }
        var thread = new Thread(() => elsewhere = Assert.Throws<InvalidOperationException>(() => foreign.Turn()));
        thread.Start();
        thread.Join();
        Assert.Contains("another", elsewhere!.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => federation.Run());

        GreenRun.SpawnInto(federation.MainGroup, Main()).Detach();
        while (!foreign.HasEnded) foreign.Turn();
        Assert.Contains("and this is task", inside!.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => foreign.Turn());
        Assert.Equal(0, foreign.WaitForEnd());
        Assert.Null(Scheduler.Current);
    }

    [Fact]
    public void A_loop_without_a_descriptor_cannot_be_driven()
    {
        var options = new FederationOptions { MainOnCallersThread = true, MainSchedulers = 1, EventLoops = () => new FutexEventLoop() };
        var refusal = Assert.Throws<EventLoopUnavailableException>(() => new Federation(options).DriveFromLoop());
        Assert.Contains(nameof(FutexEventLoop), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Alone_on_the_callers_thread_a_federation_starts_no_other()
    {
        var threads = new List<int>();
        var options = new FederationOptions
        {
            MainOnCallersThread = true,
            MainSchedulers = 1,
            ThreadStarted = _ => threads.Add(Environment.CurrentManagedThreadId),
        };
        int me = 0;
        var thread = new Thread(() =>
        {
            me = Environment.CurrentManagedThreadId;
            Federation.Run(Main(), options);
        });
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(60)));
        Assert.Equal([me], threads);

        static async GreenTask Main()
        {
            await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
            var child = GreenTask.Spawn(Child());
            await child;
        }
        static async GreenTask Child() => await GreenTask.Yield();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_main_group_on_the_callers_thread_may_have_schedulers_on_others(int schedulers)
    {
        int ran = 0;
        async GreenTask Main()
        {
            var all = new JoinHandle[30];
            for (int i = 0; i < all.Length; i++) all[i] = GreenTask.Spawn(Child());
            foreach (var child in all) await child;
        }
        async GreenTask Child()
        {
            await GreenTask.Yield();
            Interlocked.Increment(ref ran);
        }
        GreenRun.ToEnd(new FederationOptions { MainOnCallersThread = true, MainSchedulers = schedulers }, Main);
        Assert.Equal(30, ran);
    }

    // The loop of a platform: waits for the descriptor or the time, then gives the scheduler a turn.
    private static void Drive(FederationOptions options, Func<GreenTask> main, Action<ForeignScheduler>? beforeTurn = null)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var platform = new UvEventLoop();
                var federation = new Federation(options);
                var ending = GreenRun.SpawnInto(federation.MainGroup, main());
                var foreign = federation.DriveFromLoop();
                var ready = new Nobody();
                platform.Watch(foreign.Descriptor, Readiness.Readable, ready);
                while (!foreign.HasEnded)
                {
                    beforeTurn?.Invoke(foreign);
                    var wait = foreign.Turn();
                    if (foreign.HasEnded) break;
                    if (wait != TimeSpan.Zero) platform.Turn(wait);
                }
                platform.Watch(foreign.Descriptor, Readiness.None, ready);
                foreign.WaitForEnd();
                Assert.True(ending.IsCompleted);
            }
            catch (Exception e)
            {
                failure = e;
            }
        }) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(60)), "the foreign loop did not end");
        if (failure is not null) throw failure;
    }

    private sealed class Nobody : IReadinessTarget
    {
        public void Ready(int descriptor, Readiness what)
        {
        }
    }
}
