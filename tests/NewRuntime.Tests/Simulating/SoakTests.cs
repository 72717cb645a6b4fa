using System.Diagnostics;
using System.Globalization;

namespace Rustrt.Federation.Tests;

/// <summary>
/// The mixed workload on threads for a long time: neither threads nor memory grow. Ten minutes in the full tier,
/// or RUSTRT_SOAK_SECONDS. Alone in the process, because it counts what is the whole process's.
/// </summary>
[Collection(nameof(AloneInTheProcess))]
public class SoakTests
{
    private const int ProgramsAtOnce = 16;
    private const int ThreadsMore = 8;          // those for blocking calls come and go, and the runtime of .NET has some of its own
    private const long BytesMore = 4 << 20;     // pools of frames grow a little with each tree that is larger than all before

#if DEBUG
    private const int LongSeconds = 60; // the full tier runs both builds, and one of them for ten minutes is enough
#else
    private const int LongSeconds = 600;
#endif

    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("RUSTRT_SOAK_SECONDS") is { } said
        ? int.Parse(said, CultureInfo.InvariantCulture)
        : Tier.IsFull ? LongSeconds : 5);

    [Fact]
    public void Neither_threads_nor_memory_grow()
    {
        var watch = Stopwatch.StartNew();
        (int Threads, long Bytes)? warm = null;
        (int Threads, long Bytes) end = default;
        int rounds = 0;
        string? failed = null;
        // One federation that lives all the time, and new ones beside it.
        var soak = new Thread(() => Federation.Run(LongLife(), Options(2)));
        soak.Start();
        soak.Join();
        Assert.True(failed is null, failed);
        Assert.NotNull(warm);
        string seen = $"{rounds} rounds: {warm.Value.Threads} threads, {warm.Value.Bytes} bytes when warm; {end.Threads}, {end.Bytes} at the end";
        Assert.True(end.Threads <= warm.Value.Threads + ThreadsMore, seen);
        Assert.True(end.Bytes <= warm.Value.Bytes + BytesMore, seen);

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

    private static (int Threads, long Bytes) Measure()
    {
        for (int i = 0; i < 4; i++) // pools give back what they have not needed, some at each collection
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        using var me = Process.GetCurrentProcess();
        return (me.Threads.Count, GC.GetTotalMemory(forceFullCollection: true));
    }
}

/// <summary>Tests that nothing may run beside.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public class AloneInTheProcess;
