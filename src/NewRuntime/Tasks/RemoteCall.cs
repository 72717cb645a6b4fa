using System.Runtime.ExceptionServices;

namespace Rustrt.Federation;

/// <summary>A call that another thread makes for a task, and the task that waits for its end.</summary>
internal abstract class RemoteCall
{
    private readonly Lock _gate = new();
    private Frame? _task;
    private uint _number;
    private Scheduler? _from;
    private bool _ended;
    private ExceptionDispatchInfo? _failure;
    private Action<Exception>? _report; // who gave it up does not learn of its failure

    /// <summary>Whether it has ended.</summary>
    internal bool HasEnded
    {
        get { lock (_gate) return _ended; }
    }

    /// <summary>Whether a task waits for its end.</summary>
    internal bool IsOf(Frame task) => _task == task;

    /// <summary>Whether a task waits for its end in a certain wait.</summary>
    internal bool IsOf(Frame task, uint number) => _task == task && _number == number;

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
        End();
    }

    /// <summary>Has a task woken when the call ends. False: it has ended.</summary>
    internal bool AddWaiter(Frame task, uint number, Scheduler from)
    {
        lock (_gate)
        {
            if (_ended) return false;
            (_task, _number, _from) = (task, number, from);
            return true;
        }
    }

    /// <summary>Throws what ended the call, if an exception did.</summary>
    internal void ThrowIfFailed() => _failure?.Throw();

    /// <summary>Nobody waits for the call any more, which has begun: its failure is told elsewhere. False: it has ended.</summary>
    private protected bool TryGiveUp(Action<Exception> report)
    {
        lock (_gate)
        {
            if (_ended) return false;
            _report = report;
            return true;
        }
    }

    private protected abstract void Invoke();

    /// <summary>Wakes the task, which began its wait on a scheduler.</summary>
    private protected abstract void Wake(Frame task, uint number, Scheduler from);

    /// <summary>It has ended, or never will begin.</summary>
    private protected void End()
    {
        Frame? task;
        uint number;
        Scheduler? from;
        Action<Exception>? report;
        ExceptionDispatchInfo? failure;
        lock (_gate)
        {
            _ended = true;
            (task, number, from) = (_task, _number, _from); // behind the lock this may be the next call already
            (report, failure) = (_report, _failure);
        }
        if (report is not null && failure is not null) report(failure.SourceException);
        if (task is not null) Wake(task, number, from!);
    }

    /// <summary>The next call begins. Whoever waited for the last one has seen its end.</summary>
    private protected void Reset() => (_task, _number, _from, _ended, _failure) = (null, 0, null, false, null);
}
