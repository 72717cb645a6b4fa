using Rustrt.Federation.Pipes;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>A message to another task, and its answer.</summary>
internal sealed class PingPongWorkload(int count) : Workload
{
    public static WorkloadKind Kind { get; } = new("pingpong", "one round trip of a message between two tasks",
        [new("n", "500000", "round trips")], values => new PingPongWorkload(values.Number("n")));

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        var (toPong, fromPing) = Pipe.Bounded<int>(1);
        var (toPing, fromPong) = Pipe.Bounded<int>(1);
        var ping = GreenTask.Spawn(Ping(toPong, fromPong), toPong, fromPong);
        var pong = GreenTask.Spawn(Pong(toPing, fromPing), toPing, fromPing);
        long sum = await ping;
        await pong;
        WrongResultException.Unless(sum, (long)count * (count - 1) / 2, "sum of the answers");
        return count;
    }

    private async GreenTask<long> Ping(Sender<int> to, Receiver<int> from)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            await to.Send(i);
            sum += (await from.Receive()).Value;
        }
        return sum;
    }

    private async GreenTask Pong(Sender<int> to, Receiver<int> from)
    {
        for (int i = 0; i < count; i++) await to.Send((await from.Receive()).Value);
    }
}
