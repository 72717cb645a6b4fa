namespace Rustrt.Federation;

/// <summary>A FIFO of tasks chained through their own link; for one thread, or under a lock.</summary>
internal struct TaskList : IAppends<TaskCell>
{
    private TaskCell? _first;
    private TaskCell? _last;

    internal readonly bool IsEmpty => _first is null;

    public void Append(TaskCell task)
    {
        task.Next = null;
        if (_first is null) _first = task;
        else _last!.Next = task;
        _last = task;
    }

    internal TaskCell? Take()
    {
        var task = _first;
        if (task is not null)
        {
            // The last task's link is null, so an emptied list needs no more than this: _last is dead until the next append.
            _first = task.Next;
        }
        return task;
    }
}
