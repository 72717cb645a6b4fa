using BenchmarkDotNet.Attributes;
using Rustrt.Federation.Workloads.Running;
using Rustrt.Federation.Workloads.Subjects;

namespace Rustrt.Federation.Micro.Subjects;

/// <summary>Waiting tasks, made, cancelled and waited for. Tasks of the thread pool know only the exception.</summary>
public class CancelSubject : Subject
{
    private const int Count = 5_000;
    private readonly Task[] _tasks = new Task[Count];

    [Params(false, true)]
    public bool ByException { get; set; }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public async Task Tasks()
    {
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenSource cancel = new();
        for (int i = 0; i < Count; i++) _tasks[i] = WaitFor(gate.Task, cancel.Token);
        await cancel.CancelAsync();
        await Task.WhenAll(_tasks).ContinueWith(static _ => { }, TaskScheduler.Default);
        Expect(_tasks.Count(task => task.IsCanceled), Count);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void GreenTasks() => PassGreen();

    private protected override Workload Create() => new CancelWorkload(Count, depth: 1, ByException, onPipe: false);

    private static async Task WaitFor(Task gate, CancellationToken cancel) => await gate.WaitAsync(cancel);
}
