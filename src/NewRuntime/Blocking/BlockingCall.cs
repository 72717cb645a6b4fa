using System.Runtime.ExceptionServices;

namespace Rustrt.Federation;

/// <summary>A call on a thread that may block, and the task that waits for its end.</summary>
internal abstract class BlockingCall
{
    private readonly Lock _gate = new();
    private Frame? _task;
    private uint _number;
    private bool _ended;
    private ExceptionDispatchInfo? _failure;
    private Action<Exception>? _report; // who gave it up does not learn of its failure

    /// <summary>Its place in the queue of the pool.</summary>
    internal LinkedListNode<BlockingCall>? Place { get; set; }

    /// <summary>Whether it has ended.</summary>
    internal bool HasEnded
    {
        get { lock (_gate) return _ended; }
    }

    /// <summary>Whether a task waits for its end.</summary>
    internal bool IsOf(Frame task) => _task == task;

    /// <summary>Makes the call, and wakes the task that waits for it.</summary>
    internal void Make()
    {
        try
        {
            Invoke();
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }
        lock (_gate) _ended = true;
        if (_report is not null && _failure is not null) _report(_failure.SourceException);
        _task?.Wake(_number, WaitStatus.Completed, 0, current: null);
    }

    /// <summary>Has a task woken when the call ends. False: it has ended.</summary>
    internal bool AddWaiter(Frame task, uint number)
    {
        lock (_gate)
        {
            if (_ended) return false;
            _task = task;
            _number = number;
            return true;
        }
    }

    /// <summary>Nobody waits for the call any more, which has begun. False: it has ended.</summary>
    internal bool TryGiveUp(Federation federation, Frame task)
    {
        string name = $"blocking call that {task.Name} has given up";
        string? site = task.ExtrasOrNull?.SpawnSite;
        lock (_gate)
        {
            if (_ended) return false;
            _report = exception => federation.Options.UnobservedFailure(new TaskFailure(name, site, exception));
            return true;
        }
    }

    /// <summary>Throws what ended the call, if an exception did.</summary>
    internal void ThrowIfFailed() => _failure?.Throw();

    private protected abstract void Invoke();
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
