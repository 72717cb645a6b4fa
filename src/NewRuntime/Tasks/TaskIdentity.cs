using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>The running task, as it is known to reports (<see cref="GreenTask.Current"/>). Good until the task ends.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct TaskIdentity
{
    private readonly Frame? _task;
    private readonly int _life;

    internal TaskIdentity(Frame task)
    {
        _task = task;
        _life = task.Generation;
    }

    /// <summary>Its number: no other task of the process has it. It is given when it is first asked for.</summary>
    /// <exception cref="InvalidOperationException">The task has ended.</exception>
    public long Id => TaskIds.Of(Task, _life);

    /// <summary>The name that it was given, or that of its method.</summary>
    /// <inheritdoc cref="Id"/>
    public string Name => Task.Name;

    /// <summary>File and line of the options that it was spawned with; null if there were none.</summary>
    /// <inheritdoc cref="Id"/>
    public string? SpawnSite => Task.ExtrasOrNull?.SpawnSite;

    /// <summary>The group that it belongs to.</summary>
    /// <inheritdoc cref="Id"/>
    public SchedulerGroup Group => Task.Group;

    /// <summary>Whether it has been asked to end, also if it is in a section that defers that.</summary>
    /// <inheritdoc cref="Id"/>
    public bool IsCancelled => Task.IsAskedToEnd;

    /// <inheritdoc/>
    public override string ToString() => IsOver ? "task that has ended" : $"task {Id}, {_task!.Name}";

    private bool IsOver => _task is null || Volatile.Read(ref _task.Generation) != _life || !_task.IsLiveTask;

    private Frame Task => IsOver ? throw new InvalidOperationException("The task has ended, and what was known of it is gone.") : _task!;
}
