using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using Rustrt.Federation.Workloads.Running;
using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Micro.Subjects;

/// <summary>A token that goes round a ring of tasks.</summary>
public class RingSubject : Subject
{
    private const int TaskCount = 503;
    private const int Count = 200_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public async Task TasksAndChannels()
    {
        var channels = Enumerable.Range(0, TaskCount).Select(_ => Bounded.Channel<int>(1)).ToArray();
        var tasks = Enumerable.Range(0, TaskCount)
            .Select(i => Task.Run(() => Passes(channels[i].Reader, channels[(i + 1) % TaskCount].Writer))).ToArray();
        await channels[0].Writer.WriteAsync(Count);
        Expect((await Task.WhenAll(tasks)).Sum(), Count + TaskCount);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void GreenTasksAndPipes() => PassGreen();

    private protected override Workload Create() => new RingWorkload(TaskCount, Count);

    private static async Task<int> Passes(ChannelReader<int> from, ChannelWriter<int> to)
    {
        for (int received = 1; ; received++)
        {
            int token = await from.ReadAsync();
            if (token > 1 - TaskCount) await to.WriteAsync(token - 1);
            if (token <= 0) return received;
        }
    }
}
