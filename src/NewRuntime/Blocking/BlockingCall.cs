namespace Rustrt.Federation;

/// <summary>A call on a thread that may block.</summary>
internal abstract class BlockingCall : RemoteCall
{
    /// <summary>Its place in the queue of the pool.</summary>
    internal LinkedListNode<BlockingCall>? Place { get; set; }

    /// <summary>Nobody waits for the call any more, which has begun. False: it has ended.</summary>
    internal bool TryGiveUp(Federation federation, Frame task)
    {
        string name = $"blocking call that {task.Name} has given up";
        string? site = task.ExtrasOrNull?.SpawnSite;
        return TryGiveUp(exception => federation.Options.UnobservedFailure(new TaskFailure(name, site, exception)));
    }

    private protected override void Wake(Frame task, uint number, Scheduler from) => task.Wake(number, WaitStatus.Completed, 0, current: null);
}

/// <summary>A call with a result.</summary>
internal sealed class BlockingCall<TResult>(Func<TResult> body) : BlockingCall
{
    private TResult? _result;

    /// <summary>What it returned.</summary>
    internal TResult Result
    {
        get
        {
            ThrowIfFailed();
            return _result!;
        }
    }

    private protected override void Invoke() => _result = body();
}
