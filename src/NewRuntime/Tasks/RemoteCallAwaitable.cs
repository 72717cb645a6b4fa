using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>Awaits the end of a call that another thread makes. For methods of <see cref="GreenTask"/> alone: in others it would not be refused.</summary>
internal readonly struct RemoteCallAwaitable(RemoteCall call, bool whateverHappens) : ICriticalNotifyCompletion, IFrameAwaiter, ILimitable<WaitStatus>
{
    public bool IsCompleted => call.HasEnded;

    public RemoteCallAwaitable GetAwaiter() => this;

    public WaitStatus GetResult() => call.HasEnded ? WaitStatus.Completed : Scheduler.Current!.CurrentTask!.Status;

    public void OnCompleted(Action continuation) => throw OutsideException.Awaited("a call");

    public void UnsafeOnCompleted(Action continuation) => throw OutsideException.Awaited("a call");

    void IFrameAwaiter.Suspend(Frame frame)
    {
        var root = frame.Root;
        var scheduler = Scheduler.Current!;
        uint number = root.BeginWait(whateverHappens ? TaskWord.Firm : 0);
        if (!call.AddWaiter(root, number, scheduler)) root.Wake(number, WaitStatus.Completed, 0, scheduler);
        else if (!whateverHappens) root.EndWaitIfCancelled(number, scheduler);
    }
}
