using System.Diagnostics;
using System.Globalization;
using Rustrt.Federation.Memory;

namespace Rustrt.Federation.Tests;

/// <summary>
/// The mixed workload on threads for a long time: neither threads, nor descriptors, nor memory grow. Ten minutes in the full tier,
/// or RUSTRT_SOAK_SECONDS. Alone in the process, because it counts what is the whole process's.
/// </summary>
[Collection(nameof(AloneInTheProcess))]
public class SoakTests
{
    private const int ProgramsAtOnce = 16;
    private const int ThreadsMore = 8;          // those for blocking calls come and go, and the runtime of .NET has some of its own
    private const long BytesMore = 4 << 20;     // pools of frames grow a little with each tree that is larger than all before
    private const long ResidentMore = 48 << 20; // what the collector keeps for itself, code that is compiled again, stacks
    private const int DescriptorsMore = 4;      // those of whoever runs the tests

#if DEBUG
    private const int LongSeconds = 60; // the full tier runs both builds, and one of them for ten minutes is enough
#else
    private const int LongSeconds = 600;
#endif

    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("RUSTRT_SOAK_SECONDS") is { } said
        ? int.Parse(said, CultureInfo.InvariantCulture)
        : Tier.IsFull ? LongSeconds : 5);

    [Fact]
    public void Nothing_grows()
    {
        var watch = Stopwatch.StartNew();
        Usage? warm = null, end = null;
        int rounds = 0;
        string? failed = null;
        // One federation that lives all the time, and new ones beside it.
        var soak = new Thread(() => Federation.Run(LongLife(), Options(2)));
        soak.Start();
        soak.Join();
        Assert.True(failed is null, failed);
        Assert.NotNull(warm);
        Assert.NotNull(end);
        string seen = $"{rounds} rounds. When warm {warm}; at the end {end}";
        Assert.True(end.Threads <= warm.Threads + ThreadsMore, seen);
        Assert.True(end.Managed <= warm.Managed + BytesMore, seen);
        Assert.True(end.Resident <= warm.Resident + ResidentMore, seen);
        Assert.True(end.Descriptors <= warm.Descriptors + DescriptorsMore, seen);
        Assert.True(end.ExchangeBlocks == warm.ExchangeBlocks && end.ExchangeBytes == warm.ExchangeBytes, seen);

        async GreenTask LongLife()
        {
            while (watch.Elapsed < s_length)
            {
                await Programs();
                await GreenTask.RunBlocking(() => Assert.Equal(0, Federation.Run(Programs(), Options(3))));
                rounds++;
                if (warm is null && watch.Elapsed > s_length / 4) warm = await GreenTask.RunBlocking(Measure);
            }
            end = await GreenTask.RunBlocking(Measure);
        }

        FederationOptions Options(int schedulers) => new() { MainSchedulers = schedulers, MainTaskFailed = report => failed ??= report.ToString() };
    }

    private static async GreenTask Programs()
    {
        var programs = new JoinHandle[ProgramsAtOnce];
        for (int i = 0; i < programs.Length; i++) programs[i] = GreenTask.Spawn(MixedWorkload.Program());
        foreach (var program in programs) await program;
    }

    private static Usage Measure()
    {
        for (int i = 0; i < 4; i++) // pools give back what they have not needed, some at each collection
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        using var me = Process.GetCurrentProcess();
        return new Usage(
            me.Threads.Count, Directory.GetFiles("/proc/self/fd").Length, GC.GetTotalMemory(forceFullCollection: true), me.WorkingSet64,
            ExchangeHeap.LiveBlocks, ExchangeHeap.LiveBytes);
    }

    private sealed record Usage(int Threads, int Descriptors, long Managed, long Resident, long ExchangeBlocks, long ExchangeBytes);
}

/// <summary>Tests that nothing may run beside.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public class AloneInTheProcess;
