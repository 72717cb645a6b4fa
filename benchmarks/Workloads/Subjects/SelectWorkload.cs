using Rustrt.Federation.Pipes;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>A task that waits for whichever of several pipes has something next, each fed by a task of its own.</summary>
internal sealed class SelectWorkload(int pipes, int count) : Workload
{
    public static WorkloadKind Kind { get; } = new("select", "one message received from whichever of several pipes is ready",
        [new("pipes", "4", "pipes, each with a sending task"), new("n", "1000000", "messages of all together; at least one each")],
        values => new SelectWorkload(values.Number("pipes"), values.Number("n")));

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        int each = Math.Max(1, count / pipes);
        var receivers = new Receiver<int>[pipes];
        for (int i = 0; i < pipes; i++)
        {
            (var sender, receivers[i]) = Pipe.Bounded<int>(1);
            GreenTask.Spawn(Sends(sender, each), sender).Detach();
        }
        long sum = await Sum(receivers);
        measurement.Stop();
        measurement.Note("pipes", $"{pipes}");
        WrongResultException.Unless(sum, (long)pipes * each * (each - 1L) / 2, "sum of the messages");
        return (long)pipes * each;
    }

    private static async GreenTask Sends(Sender<int> to, int count)
    {
        for (int i = 0; i < count; i++) await to.Send(i);
    }

    private static async GreenTask<long> Sum(Receiver<int>[] receivers)
    {
        long sum = 0;
        Receiver[] open = [.. receivers];
        while (open.Length > 0)
        {
            var selected = await Pipe.Select(open);
            var received = await ((Receiver<int>)open[selected.Index]).Receive();
            if (received.TryGet(out int value)) sum += value;
            else open = [.. open.Where((_, index) => index != selected.Index)];
        }
        return sum;
    }
}
