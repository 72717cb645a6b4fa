using Rustrt.Federation.Pipes;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>Many tasks send to one through one bounded pipe.</summary>
internal sealed class FanInWorkload(int producers, int messages, int capacity) : Workload
{
    public static WorkloadKind Kind { get; } = new("fanin", "one message through one bounded pipe of many senders",
        [new("producers", "1000", "sending tasks"), new("msgs", "1000", "messages of each"), new("cap", "64", "messages that the pipe holds")],
        values => new FanInWorkload(values.Number("producers"), values.Number("msgs"), values.Number("cap")));

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        var (first, receiver) = Pipe.Shared<int>(capacity);
        for (int i = 0; i < producers; i++)
        {
            var sender = first.Clone();
            GreenTask.Spawn(Sends(sender), sender).Detach();
        }
        first.Dispose();
        long sum = await GreenTask.Spawn(Sum(receiver), receiver);
        WrongResultException.Unless(sum, (long)producers * messages * (messages - 1) / 2, "sum of the messages");
        return (long)producers * messages;
    }

    private async GreenTask Sends(SharedSender<int> to)
    {
        for (int i = 0; i < messages; i++) await to.Send(i);
    }

    private static async GreenTask<long> Sum(Receiver<int> from)
    {
        long sum = 0;
        while ((await from.Receive()).TryGet(out int value)) sum += value;
        return sum;
    }
}
