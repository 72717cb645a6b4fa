namespace Rustrt.Federation;

/// <summary>Unbound tasks of a group that no scheduler has taken yet, in the order of arrival.</summary>
internal sealed class InjectionQueue
{
    private readonly Lock _lock = new();
    private TaskList _tasks;
    private long _ever;
    private int _count; // written under the lock, read by schedulers that only ask whether it is worth taking the lock

    /// <summary>How many there have been.</summary>
    internal long Ever => Volatile.Read(ref _ever);

    internal int Count => Volatile.Read(ref _count);

    internal void Append(TaskCell task)
    {
        lock (_lock)
        {
            _tasks.Append(task);
            Volatile.Write(ref _count, _count + 1);
            _ever++;
        }
    }

    internal void Append(TaskList tasks)
    {
        lock (_lock)
        {
            int count = _count;
            for (; tasks.Take() is { } task; count++) _tasks.Append(task);
            _ever += count - _count;
            Volatile.Write(ref _count, count);
        }
    }

    /// <summary>Takes up to <paramref name="limit"/> tasks, oldest first.</summary>
    internal TaskList Take(int limit)
    {
        var taken = default(TaskList);
        lock (_lock)
        {
            int left = _count;
            while (limit-- > 0 && _tasks.Take() is { } task)
            {
                taken.Append(task);
                left--;
            }
            Volatile.Write(ref _count, left);
        }
        return taken;
    }
}
