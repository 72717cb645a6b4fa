using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using Rustrt.Federation.Workloads.Running;
using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Micro.Subjects;

/// <summary>Many tasks send to one through one bounded channel or pipe.</summary>
public class FanInSubject : Subject
{
    private const int Producers = 1000, Messages = 200, Capacity = 64;

    [Benchmark(Baseline = true, OperationsPerInvoke = Producers * Messages)]
    public async Task TasksAndChannels()
    {
        var channel = Bounded.Channel<int>(Capacity, oneWriter: false);
        var sum = Task.Run(() => Sum(channel.Reader));
        await Task.WhenAll(Enumerable.Range(0, Producers).Select(_ => Task.Run(() => Sends(channel.Writer))));
        channel.Writer.Complete();
        Expect(await sum, (long)Producers * Messages * (Messages - 1) / 2);
    }

    [Benchmark(OperationsPerInvoke = Producers * Messages)]
    public void GreenTasksAndPipes() => PassGreen();

    private protected override Workload Create() => new FanInWorkload(Producers, Messages, Capacity);

    private static async Task Sends(ChannelWriter<int> to)
    {
        for (int i = 0; i < Messages; i++) await to.WriteAsync(i);
    }

    private static async Task<long> Sum(ChannelReader<int> from)
    {
        long sum = 0;
        while (await from.WaitToReadAsync())
        {
            while (from.TryRead(out int value)) sum += value;
        }
        return sum;
    }
}
