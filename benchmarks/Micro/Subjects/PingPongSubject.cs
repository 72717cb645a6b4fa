using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using Rustrt.Federation.Workloads.Running;
using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Micro.Subjects;

/// <summary>A message to another task, and its answer.</summary>
public class PingPongSubject : Subject
{
    private const int Count = 50_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public async Task TasksAndChannels()
    {
        var there = Bounded.Channel<int>(1);
        var back = Bounded.Channel<int>(1);
        var pong = Task.Run(() => Pong(there.Reader, back.Writer));
        long sum = await Task.Run(() => Ping(there.Writer, back.Reader));
        await pong;
        Expect(sum, (long)Count * (Count - 1) / 2);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void GreenTasksAndPipes() => PassGreen();

    private protected override Workload Create() => new PingPongWorkload(Count);

    private static async Task<long> Ping(ChannelWriter<int> to, ChannelReader<int> from)
    {
        long sum = 0;
        for (int i = 0; i < Count; i++)
        {
            await to.WriteAsync(i);
            sum += await from.ReadAsync();
        }
        return sum;
    }

    private static async Task Pong(ChannelReader<int> from, ChannelWriter<int> to)
    {
        for (int i = 0; i < Count; i++) await to.WriteAsync(await from.ReadAsync());
    }
}
