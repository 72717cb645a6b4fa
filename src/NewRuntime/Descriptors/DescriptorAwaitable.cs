using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Rustrt.Federation;

/// <summary>What <see cref="Descriptor.Readable"/> returns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DescriptorAwaitable : ICriticalNotifyCompletion, IFrameAwaiter, ILimitable<WaitStatus>
{
    private readonly int _descriptor;
    private readonly Readiness _what;

    internal DescriptorAwaitable(int descriptor, Readiness what)
    {
        _descriptor = descriptor;
        _what = what;
    }

    /// <summary>False: only the event loop knows.</summary>
    public bool IsCompleted => false;

    /// <summary>Itself.</summary>
    public DescriptorAwaitable GetAwaiter() => this;

    /// <summary>How the wait ended.</summary>
    public WaitStatus GetResult()
    {
        MisplacedAwait.ThrowIfRefused();
        var scheduler = Scheduler.Current!;
        var task = scheduler.CurrentTask!;
        var extras = task.Extras;
        if (extras.WatchFailure is { } failure)
        {
            extras.WatchFailure = null;
            ExceptionDispatchInfo.Throw(failure);
        }
        if (task.Status != WaitStatus.Completed) extras.WatchedOn!.EndWatch(_descriptor, task, task.WaitNumber, scheduler);
        return task.Status;
    }

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void OnCompleted(Action continuation) => MisplacedAwait.Refuse("a descriptor", continuation);

    /// <inheritdoc cref="GreenTaskAwaiter.OnCompleted"/>
    public void UnsafeOnCompleted(Action continuation) => MisplacedAwait.Refuse("a descriptor", continuation);

    void IFrameAwaiter.Suspend(Frame frame)
    {
        var root = frame.Root;
        var scheduler = Scheduler.Current!;
        uint number = root.BeginWait();
        var extras = root.Extras;
        extras.WatchedOn = scheduler;
        (extras.WatchNumber, extras.Watched, extras.WatchedFor) = (number, _descriptor, _what);
        try
        {
            scheduler.Watches.Add(_descriptor, _what, root, number);
        }
        catch (Exception e) when (e is InvalidOperationException or EventLoopUnavailableException)
        {
            extras.WatchFailure = e; // thrown from here the method could not catch it
            root.Wake(number, WaitStatus.Closed, 0, scheduler);
        }
        root.EndWaitIfCancelled(number, scheduler);
    }
}
