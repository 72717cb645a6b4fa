using System.Runtime.CompilerServices;
using Rustrt.Federation.Memory;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Memory;

/// <summary>Memory with one owner. Runs alone, for it counts the blocks of the whole process.</summary>
[CollectionDefinition(nameof(ExchangeHeapTests), DisableParallelization = true)]
[Collection(nameof(ExchangeHeapTests))]
public class ExchangeHeapTests
{
    [Fact]
    public void A_thread_without_a_federation_allocates_uses_and_frees()
    {
        (long blocks, long bytes) = (ExchangeHeap.LiveBlocks, ExchangeHeap.LiveBytes);
        var numbers = ExchangeHeap.Allocate<long>(100);
        Assert.Equal((blocks + 1, bytes + 800), (ExchangeHeap.LiveBlocks, ExchangeHeap.LiveBytes));
        Assert.Equal(100, numbers.Length);
        Assert.All(numbers.Span.ToArray(), static number => Assert.Equal(0, number));
        Assert.Equal(0, numbers.Address % 16);
        numbers.Span[99] = 7;
        numbers.Value = 5;
        var copy = numbers;
        Assert.True(copy == numbers);
        Assert.Equal((5, 7), (copy.Span[0], copy.Span[99]));
        numbers.Dispose();
        numbers.Dispose();
        Assert.Equal((blocks, bytes), (ExchangeHeap.LiveBlocks, ExchangeHeap.LiveBytes));
        AssertVoid(() => copy.Length);
        AssertVoid(() => copy.Value);
    }

    [Fact]
    public void Mistakes_are_told()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => ExchangeHeap.Allocate<int>(-1));
        Assert.Contains("default(Owned<Int32>)", Assert.Throws<InvalidOperationException>(static () => default(Owned<int>).Length).Message, StringComparison.Ordinal);
        default(Owned<int>).Dispose();
        using var none = ExchangeHeap.Allocate<int>(0);
        Assert.Equal(0, none.Span.Length);
        Assert.Contains("no first element", Assert.Throws<InvalidOperationException>(() => none.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handle_of_freed_memory_is_void_also_when_its_place_is_used_again()
    {
        var first = ExchangeHeap.Allocate<int>();
        first.Dispose();
        using var second = ExchangeHeap.Allocate<int>();
        AssertVoid(() => first.Value);
        first.Dispose(); // not the second's memory
        Assert.Equal(0, second.Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Memory_that_is_sent_belongs_to_the_receiver_and_the_sender_s_handle_is_void(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        long before = ExchangeHeap.LiveBlocks;
        var (sender, receiver) = Pipe.Bounded<Owned<int>>(2);
        async GreenTask<int> Sum()
        {
            int sum = 0;
            await foreach (var memory in receiver)
            {
                using (memory) sum += memory.Value;
            }
            return sum;
        }
        var sum = GreenTask.Spawn(Sum(), receiver);
        for (int i = 1; i <= 100; i++)
        {
            using var memory = ExchangeHeap.Allocate<int>();
            memory.Value = i;
            Assert.Equal(WaitStatus.Completed, await sender.Send(memory));
            AssertVoid(() => memory.Value);
        }
        sender.Dispose();
        Assert.Equal(5050, await sum);
        Assert.Equal(before, ExchangeHeap.LiveBlocks);
    });

    [Fact]
    public void What_could_not_be_sent_stays_the_sender_s() => GreenRun.ToEnd(1, static async () =>
    {
        var (sender, receiver) = Pipe.Bounded<Owned<int>>(1);
        using var first = ExchangeHeap.Allocate<int>();
        using var second = ExchangeHeap.Allocate<int>();
        second.Value = 2;
        Assert.True(sender.TrySend(first));
        Assert.False(sender.TrySend(second)); // full
        Assert.Equal(2, second.Value);
        Assert.Equal(WaitStatus.TimedOut, await sender.Send(second).Within(TimeSpan.FromMilliseconds(1)));
        Assert.Equal(2, second.Value);
        receiver.Dispose();
        Assert.Equal(WaitStatus.Closed, await sender.Send(second));
        Assert.False(sender.TrySend(second));
        Assert.Equal(2, second.Value);
        AssertVoid(() => first.Value);
    });

    [Fact]
    public void A_send_that_waits_and_finds_the_receiver_gone_gives_the_memory_back() => GreenRun.ToEnd(1, static async () =>
    {
        var (sender, receiver) = Pipe.Rendezvous<Owned<int>>();
        async GreenTask<int> Send()
        {
            using var memory = ExchangeHeap.Allocate<int>();
            memory.Value = 3;
            Assert.Equal(WaitStatus.Closed, await sender.Send(memory));
            return memory.Value;
        }
        var sending = GreenTask.Spawn(Send(), sender);
        for (int i = 0; i < 5; i++) await GreenTask.Yield();
        receiver.Dispose();
        Assert.Equal(3, await sending);
    });

    [Fact]
    public void An_end_that_could_not_be_sent_stays_the_sender_s_and_is_closed_with_it() => GreenRun.ToEnd(1, static async () =>
    {
        var (ends, nobody) = Pipe.Rendezvous<Sender<int>>();
        var (inner, peer) = Pipe.Stream<int>();
        async GreenTask Send() => Assert.Equal(WaitStatus.TimedOut, await ends.Send(inner).Within(TimeSpan.FromMilliseconds(1)));
        await GreenTask.Spawn(Send(), ends, inner);
        Assert.Equal(WaitStatus.Closed, (await peer.Receive()).Status);
        nobody.Dispose();
    });

    [Theory]
    [InlineData("returns")]
    [InlineData("fails")]
    [InlineData("is cancelled")]
    [InlineData("never uses it")]
    public void The_end_of_a_task_frees_what_it_owns(string how) => GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, UnobservedFailure = static _ => { } }, async () =>
    {
        long before = ExchangeHeap.LiveBlocks;
        var given = ExchangeHeap.Allocate<int>(10);
        var kept = ExchangeHeap.Allocate<int>();
        async GreenTask Work(Owned<int> memory)
        {
            if (how == "never uses it") return;
            memory.Span[3] = 1;
            var own = ExchangeHeap.Allocate<byte>(100);
            ExchangeHeap.Allocate<byte>(100).Dispose();
            var third = ExchangeHeap.Allocate<byte>(100);
            own.Dispose();
            Assert.Equal(100, third.Length);
            await GreenTask.Yield();
            if (how == "fails") throw new FormatException("broken");
            if (how == "is cancelled") await GreenRun.UntilCancelled();
        }
        var task = GreenTask.Spawn(Work(given), given);
        Assert.Contains("belongs to task Work", Assert.Throws<InvalidOperationException>(() => given.Span[0] = 1).Message, StringComparison.Ordinal);
        given.Dispose(); // not ours any more: does nothing
        for (int i = 0; i < 5; i++) await GreenTask.Yield();
        task.Cancel();
        await task.Try();
        Assert.Equal(before + 1, ExchangeHeap.LiveBlocks);
        AssertVoid(() => given.Value);
        kept.Dispose();
        Assert.Equal(before, ExchangeHeap.LiveBlocks);
    });

    [Fact]
    public void What_is_left_in_a_pipe_is_freed_with_it() => GreenRun.ToEnd(2, static async () =>
    {
        long before = ExchangeHeap.LiveBlocks;
        var (sender, receiver) = Pipe.Stream<Owned<int>>();
        for (int i = 0; i < 10; i++) sender.TrySend(ExchangeHeap.Allocate<int>());
        Assert.Equal(before + 10, ExchangeHeap.LiveBlocks);
        Assert.True((await receiver.Receive()).HasValue);
        receiver.Dispose();
        Assert.Equal(before + 1, ExchangeHeap.LiveBlocks); // the received one: it is this task's, and freed with it
    });

    [Fact]
    public void Memory_inside_of_a_message_is_released_first()
    {
        GreenRun.ToEnd(2, static async () =>
        {
            var (sender, receiver) = Pipe.Stream<(int Number, Owned<int> Memory)>();
            async GreenTask Receive()
            {
                var (number, memory) = (await receiver.Receive()).Value;
                using (memory) Assert.Equal(number, memory.Value);
            }
            var receiving = GreenTask.Spawn(Receive(), receiver);
            var mine = ExchangeHeap.Allocate<int>();
            mine.Value = 4;
            sender.TrySend((4, mine.Release()));
            AssertVoid(() => mine.Value);
            await receiving;
        });
    }

    [Fact]
    public void Of_threads_that_use_a_released_handle_at_once_one_becomes_the_owner()
    {
        for (int round = 0; round < 200; round++)
        {
            var free = ExchangeHeap.Allocate<int>().Release();
            int owners = 0, told = 0;
            using var barrier = new Barrier(2);
            var threads = new Thread[2];
            for (int i = 0; i < 2; i++)
            {
                threads[i] = new Thread(() =>
                {
                    barrier.SignalAndWait();
                    try
                    {
                        _ = free.Length;
                        Interlocked.Increment(ref owners);
                        barrier.SignalAndWait();
                        free.Dispose();
                    }
                    catch (InvalidOperationException)
                    {
                        Interlocked.Increment(ref told);
                        barrier.SignalAndWait();
                    }
                });
                threads[i].Start();
            }
            foreach (var thread in threads) thread.Join();
            Assert.Equal((1, 1), (owners, told));
        }
    }

    [Fact]
    [Trait("Build", "Release")]
    public void In_steady_state_nothing_is_left_for_the_collector() => GreenRun.ToEnd(1, static async () =>
    {
        var (sender, receiver) = Pipe.Stream<Owned<int>>();
        long allocated = -1;
#if DEBUG
        const int rounds = 1; // code that is not optimised boxes handles
#else
        const int rounds = 50_000;
#endif
        for (int round = 0; round < rounds && allocated != 0; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1000; i++)
            {
                sender.TrySend(ExchangeHeap.Allocate<int>(4));
                receiver.TryReceive(out var memory);
                memory.Dispose();
            }
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            await GreenTask.Yield();
        }
#if !DEBUG
        Assert.Equal(0, allocated);
#endif
    });

    [Fact]
    public void Objects_of_blocks_come_back_to_a_thread_whose_blocks_others_free()
    {
        const int Rounds = 20, Each = 1000;
        var blocks = new Owned<int>[Each];
        using var barrier = new Barrier(2);
        long allocated = 0;
        var allocating = new Thread(() =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < Each; i++) blocks[i] = ExchangeHeap.Allocate<int>().Release();
                allocated = GC.GetAllocatedBytesForCurrentThread() - before; // of the last round
                barrier.SignalAndWait();
                barrier.SignalAndWait();
            }
        });
        allocating.Start();
        for (int round = 0; round < Rounds; round++)
        {
            barrier.SignalAndWait();
            foreach (var block in blocks) block.Dispose();
            barrier.SignalAndWait();
        }
        allocating.Join();
        Assert.InRange(allocated, 0, Each * 80 / 4); // the freeing thread keeps up to two batches of 64
    }

    [Fact]
    public void What_is_lost_is_reported_by_the_finalizer_and_not_freed()
    {
        var lost = new List<ExchangeLeak>();
        var before = ExchangeHeap.LeakFound;
        ExchangeHeap.LeakFound = leak =>
        {
            lock (lost) lost.Add(leak);
        };
        try
        {
            Lose();
            for (int i = 0; i < 50; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                lock (lost)
                {
                    if (lost.Exists(static leak => leak.Length == 77)) break;
                }
            }
        }
        finally
        {
            ExchangeHeap.LeakFound = before;
        }
        var leak = Assert.Single(lost, static leak => leak.Length == 77);
        Assert.Matches(@"^308 bytes \(Int32\[77\]\) of the exchange heap, allocated at ExchangeHeapTests\.cs:\d+, were not freed$", $"{leak}");
        Assert.Throws<ArgumentNullException>(static () => ExchangeHeap.LeakFound = null!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_federation_tells_at_its_end_what_its_tasks_have_not_freed_if_asked_to(bool leaks)
    {
        IReadOnlyList<ExchangeLeak>? told = null;
        Owned<short> kept = default;
        GreenRun.ToEnd(new FederationOptions { MainSchedulers = 1, ExchangeLeaks = left => told = left }, async () =>
        {
            await GreenTask.Yield();
            ExchangeHeap.Allocate<int>(); // freed with the task
            if (leaks) kept = ExchangeHeap.Allocate<short>(3).Release();
        });
        if (!leaks)
        {
            Assert.Null(told);
            return;
        }
        Assert.Equal(("Int16", 3, 6L), (told!.Single().Type, told!.Single().Length, told!.Single().Bytes));
        kept.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Lose()
    {
        var thread = new Thread(static () => ExchangeHeap.Allocate<int>(77).Value = 1);
        thread.Start();
        thread.Join();
    }

    private static void AssertVoid<T>(Func<T> use) =>
        Assert.Contains("This handle is void", Assert.Throws<InvalidOperationException>(() => use()).Message, StringComparison.Ordinal);
}
