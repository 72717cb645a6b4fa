namespace Rustrt.Federation.Tests;

/// <summary>What every event loop promises. One class per loop derives from it.</summary>
public abstract class EventLoopContractTests
{
    private protected abstract IEventLoop Create();

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
}

/// <summary>The contract on a futex.</summary>
public sealed class FutexEventLoopTests : EventLoopContractTests
{
    private protected override IEventLoop Create() => new FutexEventLoop();

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

/// <summary>The contract on the loop that only the tests have.</summary>
public sealed class MonitorEventLoopTests : EventLoopContractTests
{
    private protected override IEventLoop Create() => new MonitorEventLoop();
}
