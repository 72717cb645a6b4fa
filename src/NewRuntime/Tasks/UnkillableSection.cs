using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>A section of a task in which it is not cancelled (<see cref="GreenTask.Unkillable"/>). Dispose it once, in its task.</summary>
[DebuggerDisplay("unkillable section of {_task}")]
public readonly struct UnkillableSection : IDisposable
{
    private readonly Frame? _task; // null: the section lies in another, which ends the deferral

    internal UnkillableSection(Frame task) => _task = task.TryShield() ? task : null;

    /// <summary>Ends the section. If the task was cancelled meanwhile, its next wait ends as cancelled.</summary>
    public void Dispose() => _task?.Unshield();
}
