using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>An array of tasks that know their own place in it: append at the end, remove by moving the last one into the
/// hole. For one thread, or under a lock.</summary>
internal sealed class IndexedTaskList
{
    private TaskCell?[] _tasks = new TaskCell?[16];

    internal int Count { get; private set; }

    internal TaskCell this[int index] => _tasks[index]!;

    internal void Append(TaskCell task)
    {
        Debug.Assert(task.QueueIndex == -1, "The task is in a list already.");
        if (Count == _tasks.Length) Array.Resize(ref _tasks, Count * 2);
        task.QueueIndex = Count;
        _tasks[Count++] = task;
    }

    internal void Remove(TaskCell task)
    {
        int hole = task.QueueIndex;
        Debug.Assert(_tasks[hole] == task, "The task is not where it was put.");
        var last = _tasks[--Count]!;
        _tasks[hole] = last;
        last.QueueIndex = hole;
        _tasks[Count] = null;
        task.QueueIndex = -1;
    }

    internal TaskCell[] ToArray() => _tasks.AsSpan(0, Count).ToArray()!;
}
