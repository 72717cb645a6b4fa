using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using Rustrt.Federation.Workloads.Running;
using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Micro.Subjects;

/// <summary>A task that waits for whichever of several channels or pipes has something next.</summary>
public class SelectSubject : Subject
{
    private const int ChannelCount = 4;
    private const int Count = 100_000;
    private const int Each = Count / ChannelCount;

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public async Task TasksAndChannels()
    {
        var channels = Enumerable.Range(0, ChannelCount).Select(_ => Bounded.Channel<int>(1)).ToArray();
        var sends = channels.Select(channel => Task.Run(() => Sends(channel.Writer))).ToArray();
        long sum = await Task.Run(() => Sum([.. channels.Select(channel => channel.Reader)]));
        await Task.WhenAll(sends);
        Expect(sum, (long)ChannelCount * Each * (Each - 1) / 2);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void GreenTasksAndPipes() => PassGreen();

    private protected override Workload Create() => new SelectWorkload(ChannelCount, Count);

    private static async Task Sends(ChannelWriter<int> to)
    {
        for (int i = 0; i < Each; i++) await to.WriteAsync(i);
        to.Complete();
    }

    // Each wait is kept until it ends: a channel of one reader allows one at a time.
    private static async Task<long> Sum(ChannelReader<int>[] readers)
    {
        long sum = 0;
        List<(ChannelReader<int> Reader, Task<bool> Ready)> open = [.. readers.Select(reader => (reader, reader.WaitToReadAsync().AsTask()))];
        while (open.Count > 0)
        {
            await Task.WhenAny(open.Select(wait => wait.Ready));
            int index = open.FindIndex(wait => wait.Ready.IsCompleted);
            var reader = open[index].Reader;
            if (!await open[index].Ready)
            {
                open.RemoveAt(index);
                continue;
            }
            if (reader.TryRead(out int value)) sum += value;
            open[index] = (reader, reader.WaitToReadAsync().AsTask());
        }
        return sum;
    }
}
