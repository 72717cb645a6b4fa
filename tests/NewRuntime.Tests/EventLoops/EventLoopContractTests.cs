namespace Rustrt.Federation.Tests;

/// <summary>What every event loop promises. One class per loop derives from it.</summary>
public abstract class EventLoopContractTests
{
    private protected abstract IEventLoop Create();

    /// <summary>Whether the loop watches descriptors. One that does not has to say so.</summary>
    private protected virtual bool Watches => true;

    [Fact]
    public void A_wake_before_the_turn_is_not_lost()
    {
        using var loop = Create();
        loop.Wake();
        loop.Turn(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Several_wakes_count_as_one()
    {
        using var loop = Create();
        for (int i = 0; i < 1000; i++) loop.Wake();
        loop.Turn(Timeout.InfiniteTimeSpan);
        loop.Turn(TimeSpan.FromMilliseconds(1)); // may return for any reason, but must return
        loop.Wake();
        loop.Turn(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void A_turn_of_zero_returns_without_a_wake()
    {
        using var loop = Create();
        loop.Turn(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(3)]
    public void A_limited_turn_ends_by_itself(double milliseconds)
    {
        using var loop = Create();
        loop.Turn(TimeSpan.FromMilliseconds(milliseconds));
        loop.Wake();
        loop.Turn(TimeSpan.FromDays(1));
    }

    [Fact]
    public void What_was_written_before_a_wake_is_seen_after_the_turn_it_ends()
    {
        const int rounds = 2000;
        using var there = new AutoResetEvent(false);
        int written = 0, seen = 0;
        using var loop = Create();
        var waker = new Thread(() =>
        {
            for (int i = 1; i <= rounds; i++)
            {
                Volatile.Write(ref written, i);
                loop.Wake();
                FederationRun.Await(there, $"the turn that wake {i} ends");
            }
        });
        waker.Start();
        while (seen < rounds)
        {
            loop.Turn(Timeout.InfiniteTimeSpan);
            if (Volatile.Read(ref written) == seen) continue; // early, which is allowed
            seen++;
            there.Set();
        }
        waker.Join();
        Assert.Equal(rounds, Volatile.Read(ref written));
    }

    [Fact]
    public void Waking_a_loop_while_it_is_disposed_and_afterwards_does_nothing()
    {
        for (int round = 0; round < 100; round++)
        {
            var loop = Create();
            using var go = new ManualResetEventSlim();
            var waker = new Thread(() =>
            {
                go.Set();
                for (int i = 0; i < 100; i++) loop.Wake();
            });
            waker.Start();
            go.Wait();
            loop.Dispose();
            waker.Join();
            loop.Wake();
            loop.Dispose(); // twice is harmless
        }
    }

    [Fact]
    public void A_loop_that_watches_nothing_says_so()
    {
        using var loop = Create();
        if (Watches)
        {
            Assert.True(loop.Descriptor >= 0);
            return;
        }
        Assert.True(loop.Descriptor < 0);
        var refusal = Assert.Throws<EventLoopUnavailableException>(() => loop.Watch(0, Readiness.Readable, new Reports()));
        Assert.Contains(loop.GetType().Name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_descriptor_that_becomes_readable_ends_a_turn_and_is_reported_for_as_long_as_it_is_watched_and_stays_so()
    {
        if (!Watches) return;
        using var loop = Create();
        using var pipe = new KernelPipe();
        var reports = new Reports();
        loop.Watch(pipe.Reader, Readiness.Readable, reports);
        loop.Turn(TimeSpan.Zero);
        loop.Turn(TimeSpan.FromMilliseconds(2));
        Assert.Empty(reports.All);
        pipe.Write();
        for (int reported = 0; reported < 3; reported++)
        {
            while (reports.All.Count == reported) loop.Turn(Timeout.InfiniteTimeSpan);
            Assert.Equal((pipe.Reader, Readiness.Readable), reports.All[^1]);
        }
        pipe.Read();
        int before = reports.All.Count;
        loop.Turn(TimeSpan.Zero); // perhaps one that was under way
        loop.Turn(TimeSpan.FromMilliseconds(2));
        Assert.InRange(reports.All.Count, before, before + 1);

        loop.Watch(pipe.Reader, Readiness.None, reports);
        pipe.Write();
        before = reports.All.Count;
        for (int i = 0; i < 3; i++) loop.Turn(TimeSpan.Zero);
        Assert.Equal(before, reports.All.Count);
    }

    [Fact]
    public void What_a_descriptor_is_watched_for_can_be_changed_and_a_report_may_end_the_watch()
    {
        if (!Watches) return;
        using var loop = Create();
        using var pair = new SocketPair();
        var reports = new Reports();
        loop.Watch(pair.Near, Readiness.Readable, reports);
        loop.Turn(TimeSpan.Zero);
        Assert.Empty(reports.All);
        loop.Watch(pair.Near, Readiness.Readable | Readiness.Writable, reports);
        while (reports.All.Count == 0) loop.Turn(Timeout.InfiniteTimeSpan);
        Assert.Equal((pair.Near, Readiness.Writable), reports.All[0]);

        var once = new Reports { Then = () => loop.Watch(pair.Near, Readiness.None, reports) };
        loop.Watch(pair.Near, Readiness.Writable, once);
        for (int i = 0; i < 5; i++) loop.Turn(TimeSpan.FromMilliseconds(1));
        Assert.Single(once.All);
    }

    [Fact]
    public void The_other_end_of_a_pipe_that_is_closed_is_reported()
    {
        if (!Watches) return;
        using var loop = Create();
        using var pipe = new KernelPipe();
        var reports = new Reports();
        loop.Watch(pipe.Reader, Readiness.Readable, reports);
        loop.Turn(TimeSpan.Zero);
        pipe.CloseWriter();
        while (reports.All.Count == 0) loop.Turn(Timeout.InfiniteTimeSpan);
        Assert.True(reports.All[0].What.HasFlag(Readiness.Readable));
        loop.Watch(pipe.Reader, Readiness.None, reports);
    }

    [Fact]
    public void What_is_not_open_cannot_be_watched()
    {
        if (!Watches) return;
        using var loop = Create();
        var refusal = Assert.Throws<InvalidOperationException>(() => loop.Watch(1_000_000, Readiness.Readable, new Reports()));
        Assert.Contains("1000000", refusal.Message, StringComparison.Ordinal);
        loop.Watch(1_000_000, Readiness.None, new Reports());
        loop.Turn(TimeSpan.Zero);
    }

    [Fact]
    public void A_loop_is_disposed_of_with_descriptors_that_it_watches()
    {
        if (!Watches) return;
        using var pipe = new KernelPipe();
        for (int i = 0; i < 3; i++)
        {
            using var loop = Create();
            loop.Watch(pipe.Reader, Readiness.Readable, new Reports());
            if (i > 0) loop.Turn(TimeSpan.Zero);
        }
        pipe.Write(); // still open
    }

    [Fact]
    public void The_descriptor_of_the_loop_is_readable_while_a_turn_would_find_something()
    {
        if (!Watches) return;
        using var loop = Create();
        using var outer = new UvEventLoop();
        using var pipe = new KernelPipe();
        var inside = new Reports();
        var reports = new Reports();
        loop.Watch(pipe.Reader, Readiness.Readable, inside);
        loop.Turn(TimeSpan.Zero);
        outer.Watch(loop.Descriptor, Readiness.Readable, reports);
        outer.Turn(TimeSpan.FromMilliseconds(2));
        Assert.Empty(reports.All);
        loop.Wake();
        while (reports.All.Count == 0) outer.Turn(Timeout.InfiniteTimeSpan);
        loop.Turn(TimeSpan.Zero);
        outer.Turn(TimeSpan.Zero);
        reports.All.Clear();
        outer.Turn(TimeSpan.FromMilliseconds(2));
        Assert.Empty(reports.All);
        pipe.Write();
        while (reports.All.Count == 0) outer.Turn(Timeout.InfiniteTimeSpan);
        loop.Turn(TimeSpan.Zero);
        Assert.Equal([(pipe.Reader, Readiness.Readable)], inside.All);
    }

    private sealed class Reports : IReadinessTarget
    {
        public List<(int Descriptor, Readiness What)> All { get; } = [];

        public Action? Then { get; init; }

        public void Ready(int descriptor, Readiness what)
        {
            All.Add((descriptor, what));
            Then?.Invoke();
        }
    }
}

/// <summary>The contract on a futex.</summary>
public sealed class FutexEventLoopTests : EventLoopContractTests
{
    private protected override IEventLoop Create() => new FutexEventLoop();

    private protected override bool Watches => false;

    [Fact]
    public void A_negative_wait_is_refused()
    {
        using var loop = new FutexEventLoop();
        Assert.Throws<ArgumentOutOfRangeException>(() => loop.Turn(TimeSpan.FromSeconds(-5)));
    }
}

/// <summary>The contract on libuv.</summary>
public sealed class UvEventLoopTests : EventLoopContractTests
{
    private protected override IEventLoop Create() => new UvEventLoop();

    [Fact]
    public void A_negative_wait_is_refused()
    {
        using var loop = new UvEventLoop();
        Assert.Throws<ArgumentOutOfRangeException>(() => loop.Turn(TimeSpan.FromSeconds(-5)));
    }

    [Fact]
    public void A_turn_of_a_disposed_loop_is_refused()
    {
        var loop = new UvEventLoop();
        loop.Dispose();
        Assert.Throws<ObjectDisposedException>(() => loop.Turn(TimeSpan.Zero));
    }
}

/// <summary>
/// The contract on io_uring. Where the kernel or the sandbox refuses one, standard error says why, and the contract is held by what
/// a program gets there instead.
/// </summary>
public sealed class UringEventLoopTests : EventLoopContractTests
{
    private protected override IEventLoop Create() => PreferredEventLoop.Create();

    [Fact]
    public void More_descriptors_than_the_queue_has_entries_are_watched()
    {
        using var loop = Create();
        var pipes = Enumerable.Range(0, 600).Select(_ => new KernelPipe()).ToArray();
        var reported = new HashSet<int>();
        var target = new Once(loop, reported);
        foreach (var pipe in pipes) loop.Watch(pipe.Reader, Readiness.Readable, target);
        loop.Turn(TimeSpan.Zero);
        Assert.Empty(reported);
        foreach (var pipe in pipes) pipe.Write();
        while (reported.Count < pipes.Length) loop.Turn(Timeout.InfiniteTimeSpan);
        foreach (var pipe in pipes) pipe.Dispose();
    }

    [Fact]
    public void A_descriptor_that_is_no_longer_watched_can_be_closed_at_once()
    {
        using var loop = Create();
        using var pair = new SocketPair();
        var target = new Once(loop, []);
        loop.Watch(pair.Near, Readiness.Readable, target);
        loop.Turn(TimeSpan.Zero);
        loop.Watch(pair.Near, Readiness.None, target);
        pair.CloseNear();
        Assert.Equal(0, pair.ReceiveAtFar()); // the end, without another turn of the loop
    }

    [Theory]
    [InlineData(38, "ENOSYS")]
    [InlineData(1, "EPERM")]
    [InlineData(22, "EINVAL")]
    [InlineData(12, "Cannot allocate memory")]
    public void A_refusal_is_explained(int error, string word) => Assert.Contains(word, UringQueues.Explain(error), StringComparison.Ordinal);

    [Fact]
    public void Where_io_uring_is_refused_libuv_takes_its_place_and_that_is_said_once()
    {
        var said = new List<string>();
        int tried = 0;
        IEventLoop Refuse()
        {
            tried++;
            throw new EventLoopUnavailableException(UringQueues.Explain(1));
        }
        var choice = new EventLoopChoice(said.Add, new EventLoopKind("io_uring", Refuse), EventLoopKind.Uv, EventLoopKind.Futex);
        for (int i = 0; i < 3; i++)
        {
            using var loop = choice.Create();
            Assert.IsType<UvEventLoop>(loop);
        }
        Assert.Equal(1, tried);
        Assert.StartsWith("rustrt: libuv is used instead of io_uring. ", Assert.Single(said), StringComparison.Ordinal);
        Assert.Contains("EPERM", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_neither_can_be_had_there_is_a_loop_all_the_same_and_the_last_refusal_is_the_callers()
    {
        static IEventLoop Refuse() => throw new EventLoopUnavailableException("no");
        var none = new EventLoopKind("nothing", Refuse);
        var said = new List<string>();
        using var loop = new EventLoopChoice(said.Add, none, none, EventLoopKind.Futex).Create();
        Assert.IsType<FutexEventLoop>(loop);
        Assert.Equal(2, said.Count);
        Assert.Throws<EventLoopUnavailableException>(new EventLoopChoice(said.Add, none, none).Create);
    }

    [Fact]
    public void By_default_a_federation_waits_in_libuv()
    {
        using var loop = new FederationOptions().EventLoops();
        Assert.IsType<UvEventLoop>(loop);
    }

    [Fact]
    public void The_preferred_loop_serves_a_federation()
    {
        static async GreenTask Main() => await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 2, EventLoops = PreferredEventLoop.Create }, Main);
    }

    private sealed class Once(IEventLoop loop, HashSet<int> reported) : IReadinessTarget
    {
        public void Ready(int descriptor, Readiness what)
        {
            Assert.True(reported.Add(descriptor));
            loop.Watch(descriptor, Readiness.None, this);
        }
    }
}

/// <summary>The contract in a simulation, as far as a loop that never waits can be asked.</summary>
public sealed class SimulatedEventLoopTests : EventLoopContractTests
{
    private protected override bool Watches => false; // not what the operating system has

    private protected override IEventLoop Create()
    {
        IEventLoop? loop = null;
        async GreenTask Main()
        {
            loop = new SimulatedEventLoop(Simulation.Current!);
            await GreenTask.Yield();
        }
        Simulation.Run(1, Main);
        return loop!;
    }
}

/// <summary>The contract on the loop that only the tests have.</summary>
public sealed class MonitorEventLoopTests : EventLoopContractTests
{
    private protected override IEventLoop Create() => new MonitorEventLoop();

    private protected override bool Watches => false;
}
