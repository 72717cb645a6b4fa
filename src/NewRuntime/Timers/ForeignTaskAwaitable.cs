using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>Awaits the end of an ordinary task in a way that can be given up.</summary>
internal readonly struct ForeignTaskAwaitable(Task task) : ICriticalNotifyCompletion, IFrameAwaiter, ILimitable<WaitStatus>
{
    public bool IsCompleted => task.IsCompleted;

    public ForeignTaskAwaitable GetAwaiter() => this;

    public WaitStatus GetResult()
    {
        var waiter = Scheduler.Current!.CurrentTask!;
        if (waiter.Status != WaitStatus.Completed) waiter.Extras.ForeignWait = null; // its callback may still come, and must not end a later wait
        return task.IsCompleted ? WaitStatus.Completed : waiter.Status;
    }

    public void OnCompleted(Action continuation) => throw OutsideException.Awaited("a Task");

    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited("a Task");

    void IFrameAwaiter.Suspend(Frame frame)
    {
        var root = frame.Root;
        var end = root.BeginForeignWait(typeof(Task), firm: 0);
        uint number = root.WaitNumber;
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(end);
        root.EndWaitIfCancelled(number, Scheduler.Current);
    }
}
