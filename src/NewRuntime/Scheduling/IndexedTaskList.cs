using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>An array of tasks and where each is in it: append at the end, remove by moving the last one into the hole. For one
/// thread, or under a lock.</summary>
internal sealed class IndexedTaskList
{
    private readonly Dictionary<TaskCell, int> _places = []; // not in the tasks: few federations need it, and all tasks would pay
    private TaskCell?[] _tasks = new TaskCell?[16];

    internal int Count { get; private set; }

    internal TaskCell this[int index] => _tasks[index]!;

    internal void Append(TaskCell task)
    {
        if (Count == _tasks.Length) Array.Resize(ref _tasks, Count * 2);
        _places.Add(task, Count);
        _tasks[Count++] = task;
    }

    /// <summary>False: it is not in the list.</summary>
    internal bool TryRemove(TaskCell task)
    {
        if (!_places.Remove(task, out int hole)) return false;
        Debug.Assert(_tasks[hole] == task, "The task is not where it was put.");
        var last = _tasks[--Count]!;
        _tasks[Count] = null;
        if (last == task) return true;
        _tasks[hole] = last;
        _places[last] = hole;
        return true;
    }

    internal TaskCell[] ToArray() => _tasks.AsSpan(0, Count).ToArray()!;
}
