namespace Rustrt.Federation;

/// <summary>
/// A task's waits for what gets a callback. One object and one delegate for all of a task's life: an awaiter calls back once, and
/// one that did so twice would resume an ordinary async method twice, too.
/// </summary>
internal sealed class ForeignWait
{
    private readonly Frame _task;
    private readonly Action _end;

    internal ForeignWait(Frame task)
    {
        _task = task;
        _end = End;
    }

    /// <summary>The number of the last of them.</summary>
    internal uint Number { get; private set; }

    /// <summary>What it asked to be called back.</summary>
    internal Type Awaiter { get; private set; } = typeof(void);

    /// <summary>The callback that ends a wait. Any thread may call it.</summary>
    internal Action Begin(uint number, Type awaiter)
    {
        Number = number; // before the callback is handed to whoever calls it
        Awaiter = awaiter;
        return _end;
    }

    private void End() => _task.Wake(Number, WaitStatus.Completed, 0, Scheduler.Current);
}
