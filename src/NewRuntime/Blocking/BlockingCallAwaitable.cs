using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>Awaits the end of a blocking call.</summary>
internal readonly struct BlockingCallAwaitable(BlockingCall call, bool whateverHappens) : ICriticalNotifyCompletion, IFrameAwaiter, ILimitable<WaitStatus>
{
    public bool IsCompleted => call.HasEnded;

    public BlockingCallAwaitable GetAwaiter() => this;

    public WaitStatus GetResult() => call.HasEnded ? WaitStatus.Completed : Scheduler.Current!.CurrentTask!.Status;

    public void OnCompleted(Action continuation) => throw OutsideException.Awaited("GreenTask.RunBlocking");

    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited("GreenTask.RunBlocking");

    void IFrameAwaiter.Suspend(Frame frame)
    {
        var root = frame.Root;
        var scheduler = Scheduler.Current;
        uint number = root.BeginWait(whateverHappens ? TaskWord.Firm : 0);
        if (!call.AddWaiter(root, number)) root.Wake(number, WaitStatus.Completed, 0, scheduler);
        else if (!whateverHappens) root.EndWaitIfCancelled(number, scheduler);
    }
}
