using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Subjects;

/// <summary>Tasks that wait: what one of them takes of memory.</summary>
internal sealed class ParkedWorkload(int count, bool onPipe) : Workload
{
    public static WorkloadKind Kind { get; } = new("parked", "one task that waits; bytes_per_op is resident memory",
        [new("n", "1000000", "tasks"), EndlessWait.Parameter], values => new ParkedWorkload(values.Number("n"), EndlessWait.IsOnPipe(values)));

    private readonly JoinHandle<WaitStatus>[] _tasks = new JoinHandle<WaitStatus>[count];
    private int _waiting;

    public override bool IsRepeated => false;

    public override async GreenTask<long> Pass(Measurement measurement)
    {
        await ParkAll(1); // what the first task brings with it, such as compiled code, is no task's memory
        await CancelAll(1);
        long heapBefore = GC.GetTotalMemory(forceFullCollection: true);
        long residentBefore = ProcessMemory.ResidentKib;
        measurement.Start();
        await ParkAll(count);
        measurement.Stop();
        measurement.Note("bytes_per_op", $"{(ProcessMemory.ResidentKib - residentBefore) * 1024 / (double)count:F1}");
        measurement.Note("heap_live_per_op", $"{(GC.GetTotalMemory(forceFullCollection: true) - heapBefore) / (double)count:F1}");
        WrongResultException.Unless(await CancelAll(count), count, "tasks that were still waiting");
        return count;
    }

    private async GreenTask ParkAll(int tasks)
    {
        _waiting = 0;
        for (int i = 0; i < tasks; i++) _tasks[i] = GreenTask.Spawn(onPipe ? OnPipe() : Asleep());
        while (Volatile.Read(ref _waiting) < tasks) await GreenTask.Yield();
    }

    private async GreenTask<long> CancelAll(int tasks)
    {
        long cancelled = 0;
        for (int i = 0; i < tasks; i++) _tasks[i].Cancel();
        for (int i = 0; i < tasks; i++) cancelled += await _tasks[i] == WaitStatus.Cancelled ? 1 : 0;
        return cancelled;
    }

    private async GreenTask<WaitStatus> Asleep()
    {
        Interlocked.Increment(ref _waiting);
        return await GreenTask.Sleep(Timeout.InfiniteTimeSpan);
    }

    private async GreenTask<WaitStatus> OnPipe()
    {
        Interlocked.Increment(ref _waiting);
        return (await EndlessWait.Pipe().Receive()).Status;
    }
}
