using System.Runtime.InteropServices;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Observing;

/// <summary>Who waits for what, since when.</summary>
public class DumpTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_dump_says_what_each_task_waits_for_and_who_can_end_that(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        using var go = new ManualResetEventSlim();
        using var blocks = new ManualResetEventSlim();
        using var kernelPipe = new KernelPipe();
        var completion = new TaskCompletionSource<string>();
        var (numbers, counted) = Pipe.Stream<int>();
        var (words, heard) = Pipe.Stream<List<string>>();
        var (full, unread) = Pipe.Bounded<int>(1);
        full.TrySend(1);
        var (exits, ended) = Pipe.Shared<TaskExit>();

        var tasks = new Dictionary<string, JoinHandle>();
        void Start(string name, GreenTask call, params ReadOnlySpan<Possession> ends) =>
            tasks.Add(name, GreenTask.Spawn(call, new SpawnOptions { Name = name, NotifyExit = name == "receiver" ? exits : null }, ends));

        async GreenTask Receive() => await counted.Receive();
        async GreenTask Select() => await Pipe.Select(heard, ended);
        async GreenTask SelectLimited(Receiver<int> one) => await one.Receive().Within(TimeSpan.FromHours(1));
        async GreenTask Send() => await full.Send(2);
        async GreenTask Hold(PipeEnd end)
        {
            GC.KeepAlive(end);
            await GreenRun.UntilCancelled();
        }
        async GreenTask Join(JoinHandle other) => await other.Wait(Timeout.InfiniteTimeSpan);
        async GreenTask Sleep() => await GreenTask.Sleep(TimeSpan.FromHours(2));
        async GreenTask Await() => await completion.Task;
        async GreenTask Block() => await GreenTask.RunBlocking(() =>
        {
            blocks.Set();
            go.Wait();
        });
        async GreenTask Watch() => await Descriptor.Readable(kernelPipe.Reader);

        Start("producer", Hold(numbers), numbers);
        Start("receiver", Receive(), counted);
        exits.Dispose();
        Start("speaker", Hold(words), words);
        Start("selector", Select(), heard, ended);
        Start("sender", Send(), full);
        Start("reader", Hold(unread), unread);
        Start("joiner", Join(tasks["reader"]));
        Start("sleeper", Sleep());
        Start("awaiter", Await());
        Start("blocker", Block());
        Start("watcher", Watch());
        var (limited, limitedEnd) = Pipe.Stream<int>();
        Start("limited", SelectLimited(limitedEnd), limitedEnd);

        var federation = Scheduler.Current!.Group.Federation;
        var dump = federation.Dump();
        while (dump.Count(static task => task.IsWaiting) < tasks.Count || !blocks.IsSet)
        {
            await GreenTask.Yield();
            dump = federation.Dump();
        }
        dump = federation.Dump();
        TaskWait Of(string name) => dump.Single(task => task.Name == name).Wait!;
        long[] Ids(params string[] names) => [.. names.Select(name => tasks[name].Id)];
        void Check(string name, TaskWaitKind kind, string what, params string[] by)
        {
            var wait = Of(name);
            Assert.Equal((kind, what), (wait.Kind, wait.For));
            Assert.Equal(Ids(by).Order(), wait.Tasks.Order());
        }
        try
        {
            Check("receiver", TaskWaitKind.Receive, "a value from a pipe of Int32", "producer");
            Check("selector", TaskWaitKind.Receive, "a value from one of a pipe of List<String>, a pipe of TaskExit", "speaker", "receiver");
            Check("sender", TaskWaitKind.Send, "room in a pipe of Int32", "reader");
            Check("joiner", TaskWaitKind.Join, "the end of task reader", "reader");
            Check("sleeper", TaskWaitKind.Sleep, "a time");
            Check("awaiter", TaskWaitKind.Foreign, "TaskAwaiter<String>");
            Check("blocker", TaskWaitKind.Blocking, "a blocking call");
            Check("watcher", TaskWaitKind.Descriptor, $"descriptor {kernelPipe.Reader} to be Readable");
            Check("reader", TaskWaitKind.Other, "");
            var main = dump.Single(static task => !task.IsWaiting);
            Assert.Null(main.Wait);
            Assert.Equal(GreenTask.Current!.Value.Id, main.Id);
            Assert.InRange(Of("sleeper").Left!.Value, TimeSpan.FromHours(1.9), TimeSpan.FromHours(2.1));
            Assert.InRange(Of("limited").Left!.Value, TimeSpan.FromHours(0.9), TimeSpan.FromHours(1.1));
            Assert.Equal(TaskWaitKind.Receive, Of("limited").Kind);
            Assert.Null(Of("receiver").Left);
            Assert.Contains($" waits in Receive for a value from a pipe of Int32 (task {tasks["producer"].Id})", $"{dump.Single(static task => task.Name == "receiver")}", StringComparison.Ordinal);
        }
        finally
        {
            go.Set();
            completion.SetResult("");
            kernelPipe.Write();
            foreach (var task in tasks.Values) task.Cancel();
            foreach (var task in tasks.Values.Reverse()) await task.Try(); // the joiner before the one that it joins
        }
        limited.Dispose();
    });

    [Fact]
    public void Of_calls_that_block_a_dump_says_which_have_no_thread_yet() => GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, BlockingThreads = 1 }, static async () =>
    {
        using var go = new ManualResetEventSlim();
        async GreenTask Block() => await GreenTask.RunBlocking(() => go.Wait());
        JoinHandle[] calls = [GreenTask.Spawn(Block()), GreenTask.Spawn(Block())];
        var federation = Scheduler.Current!.Group.Federation;
        string[] expected = ["a blocking call", "a thread for a blocking call"];
        while (!federation.Dump().Select(static task => task.Wait?.For ?? "").Where(static what => what.Length > 0).Order().SequenceEqual(expected)) await GreenTask.Yield();
        go.Set();
        foreach (var call in calls) await call;
    });

    [Fact]
    public void A_wait_counts_from_the_first_dump_that_sees_it()
    {
        var time = new VirtualTime();
        GreenRun.ToEnd(time.Options, async () =>
        {
            var (sender, receiver) = Pipe.Stream<int>();
            async GreenTask Receive()
            {
                while ((await receiver.Receive()).HasValue)
                {
                }
            }
            var receiving = GreenTask.Spawn(Receive(), receiver);
            var federation = Scheduler.Current!.Group.Federation;
            TimeSpan AtLeast() => federation.Dump().Single(static task => task.Name == "Receive").Wait!.AtLeast;
            while (!federation.Dump().Any(static task => task.IsWaiting)) await GreenTask.Yield();
            Assert.Equal(TimeSpan.Zero, AtLeast());
            time.Pass(TimeSpan.FromSeconds(5));
            Assert.Equal(TimeSpan.FromSeconds(5), AtLeast());
            Assert.Contains(federation.Dump(), static task => $"{task}".EndsWith("since 5 s or more", StringComparison.Ordinal));
            sender.TrySend(1); // another wait begins
            for (int i = 0; i < 5; i++) await GreenTask.Yield();
            time.Pass(TimeSpan.FromSeconds(1));
            Assert.Equal(TimeSpan.Zero, AtLeast());
            sender.Dispose();
            await receiving;
        });
    }

    // What the first dump of a program that hangs says.
    [Fact]
    public void While_a_group_is_idle_its_waits_have_lasted_since_its_last_turn()
    {
        var time = new VirtualTime();
        GreenRun.ToEnd(time.Options, async () =>
        {
            var (sender, receiver) = Pipe.Stream<int>();
            async GreenTask Receive() => await receiver.Receive();
            var receiving = GreenTask.Spawn(Receive(), receiver);
            await GreenTask.Yield();
            var scheduler = Scheduler.Current!;
            Assert.Null(scheduler.Idle);
            var first = await GreenTask.RunBlocking(() =>
            {
                if (!SpinWait.SpinUntil(() => scheduler.Group.Idle is not null, TimeSpan.FromSeconds(50))) return [];
                time.Pass(TimeSpan.FromSeconds(7));
                return scheduler.Group.Federation.Dump();
            });
            Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)], first.Select(static task => task.Wait!.AtLeast));
            Assert.Null(scheduler.Idle);
            sender.Dispose();
            await receiving;
        });
    }

    [Fact]
    public void By_default_the_thread_that_looks_for_stalls_samples_waits_while_that_is_cheap()
    {
        var time = new VirtualTime();
        GreenRun.ToEnd(time.Options, async () =>
        {
            var federation = Scheduler.Current!.Group.Federation;
            var few = GreenTask.Spawn(GreenRun.UntilCancelled());
            while (Scheduler.Current!.Queue.Waiting.Bound > 0) await GreenTask.Yield();
            federation.SampleWaits(); // what that thread does
            time.Pass(TimeSpan.FromSeconds(3));
            var many = Enumerable.Range(0, 10_000).Select(static _ => GreenTask.Spawn(GreenRun.UntilCancelled())).ToArray();
            while (Scheduler.Current!.Queue.Waiting.Bound > 0) await GreenTask.Yield();
            federation.SampleWaits();
            time.Pass(TimeSpan.FromSeconds(4));
            var waits = federation.Dump().Where(static task => task.IsWaiting).Select(static task => task.Wait!.AtLeast);
            Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(7)], waits.Distinct().Order());
            foreach (var task in many.Append(few)) task.Cancel();
            foreach (var task in many.Append(few)) await task.Try();
        });
    }

    [Fact]
    public void A_signal_has_a_dump_written()
    {
        const int UserSignal = 10; // SIGUSR1 of Linux
        using var written = new StringWriter();
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, DumpSignal = (PosixSignal)UserSignal, DumpOutput = TextWriter.Synchronized(written) }, async () =>
        {
            await GreenTask.RunBlocking(static () =>
            {
                using var kill = System.Diagnostics.Process.Start("kill", ["-USR1", $"{Environment.ProcessId}"]);
                kill.WaitForExit();
            });
            while (!$"{written}".EndsWith('\n')) await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
        });
        string[] lines = $"{written}".Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches(@"^rustrt: federation \d+, 1 tasks$", lines[0]);
        Assert.Matches(@"^rustrt: task \d+, .* of group 2 ", Assert.Single(lines[1..]));
    }

    [Fact]
    public void Samples_count_for_dumps_that_come_later()
    {
        var clock = new TickingClock();
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, Clock = clock, WaitSampling = TimeSpan.FromSeconds(1) }, async () =>
        {
            var (sender, receiver) = Pipe.Stream<int>();
            async GreenTask Receive() => await receiver.Receive();
            var receiving = GreenTask.Spawn(Receive(), receiver);
            for (int i = 0; i < 5; i++) await GreenTask.Yield();
            Assert.Equal(TimeSpan.FromSeconds(1), clock.Period);
            clock.Tick();
            clock.Pass(TimeSpan.FromSeconds(3));
            var dump = Scheduler.Current!.Group.Federation.Dump();
            Assert.Equal(TimeSpan.FromSeconds(3), dump.Single(static task => task.Name == "Receive").Wait!.AtLeast);
            sender.Dispose();
            await receiving;
        });
        Assert.True(clock.IsDisposed);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new Federation(new FederationOptions { WaitSampling = TimeSpan.Zero }));
    }

    [Fact]
    public void A_task_knows_itself() => GreenRun.ToEnd(1, static async () =>
    {
        async GreenTask<TaskIdentity> Known()
        {
            var me = GreenTask.Current!.Value;
            await GreenTask.Yield();
            Assert.Equal(("one", false), (me.Name, me.IsCancelled));
            Assert.StartsWith("DumpTests.cs:", me.SpawnSite, StringComparison.Ordinal);
            Assert.Same(Scheduler.Current!.Group, me.Group);
            Assert.Equal(me, GreenTask.Current);
            Assert.Equal($"task {me.Id}, one", $"{me}");
            Assert.Equal(WaitStatus.Cancelled, await GreenTask.Sleep(Timeout.InfiniteTimeSpan));
            Assert.True(me.IsCancelled);
            return me;
        }
        var task = GreenTask.Spawn(Known(), new SpawnOptions { Name = "one" });
        var other = GreenTask.Spawn(GreenRun.UntilCancelled());
        Assert.NotEqual(task.Id, other.Id);
        for (int i = 0; i < 5; i++) await GreenTask.Yield();
        task.Cancel();
        other.Cancel();
        var me = await task;
        Assert.Equal("task that has ended", $"{me}");
        Assert.Throws<InvalidOperationException>(() => me.Name);
        await other.Try();
        Assert.Null(await GreenTask.RunBlocking(static () => GreenTask.Current));
    });

    // Whoever dumps reads what tasks change at the same moment.
    [Fact]
    public void Dumps_beside_tasks_at_work_are_no_danger() => GreenRun.ToEnd(2, static async () =>
    {
        bool stop = false;
        async GreenTask PingPong()
        {
            while (!Volatile.Read(ref stop))
            {
                var (questions, asked) = Pipe.Rendezvous<Sender<int>>();
                async GreenTask Answer()
                {
                    while ((await asked.Receive()).TryGet(out var reply))
                    {
                        await reply.Send(1);
                        reply.Dispose();
                    }
                }
                var answering = GreenTask.Spawn(Answer(), asked);
                for (int i = 0; i < 20; i++)
                {
                    var (reply, replied) = Pipe.Rendezvous<int>();
                    await questions.Send(reply);
                    Assert.True((await replied.Receive().Within(TimeSpan.FromSeconds(5))).HasValue);
                    replied.Dispose();
                }
                questions.Dispose();
                await answering;
            }
        }
        var federation = Scheduler.Current!.Group.Federation;
        var working = Enumerable.Range(0, 20).Select(_ => GreenTask.Spawn(PingPong())).ToArray();
        int described = 0;
        try
        {
            await GreenTask.RunBlocking(() =>
            {
                for (int i = 0; i < 300 || described == 0; i++) described += federation.Dump().Count(static task => task.Wait is { Kind: TaskWaitKind.Receive or TaskWaitKind.Send });
            });
        }
        finally
        {
            Volatile.Write(ref stop, true);
        }
        foreach (var task in working) await task;
        Assert.True(described > 0);
    });

    private sealed class TickingClock : TimeProvider
    {
        private long _now;
        private TimerCallback? _callback;

        internal TimeSpan Period { get; private set; }

        internal bool IsDisposed { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        internal void Tick() => _callback!(null);

        internal void Pass(TimeSpan span) => Interlocked.Add(ref _now, span.Ticks);

        public override long GetTimestamp() => Volatile.Read(ref _now);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _callback = callback;
            Period = period;
            return new Timer(this);
        }

        private sealed class Timer(TickingClock clock) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

            public void Dispose() => clock.IsDisposed = true;

            public ValueTask DisposeAsync()
            {
                Dispose();
                return default;
            }
        }
    }
}
