using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>A section of a task in which it must not give way (<see cref="GreenTask.Atomic"/>). Dispose it once, in its task.</summary>
[DebuggerDisplay("atomic section of {_task}")]
public readonly struct AtomicSection : IDisposable
{
    private readonly Frame _task;
    private readonly bool _outer;
    private readonly UnkillableSection _unkillable;

    internal AtomicSection(Frame task)
    {
        _task = task;
        _unkillable = new UnkillableSection(task);
        _outer = task.BeginAtomic();
    }

    /// <summary>Ends the section.</summary>
    /// <exception cref="InvalidOperationException">The task gave way inside.</exception>
    public void Dispose()
    {
        _unkillable.Dispose();
        if (_task.EndAtomic(_outer)) return;
        throw new InvalidOperationException(
            $"{_task} gave way inside an atomic section, so others may have seen what was half done: nothing in it may await what has to wait.");
    }
}
