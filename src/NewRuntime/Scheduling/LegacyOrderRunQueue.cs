// The order of the old runtime, to the draw:
//   - a task stays in the list while it runs, so a yield changes nothing and the same task may be drawn again;
//   - each turn that finds tasks draws exactly one word, and takes the task at that word modulo their number;
//   - a task that parks or finishes leaves by moving the last one into its place;
//   - a task that starts or is woken goes to the end.
// Any other way of keeping the list (a queue, an ordered removal, a draw for an empty list) gives another sequence.
//
// Parked tasks are kept in a list of the same kind: when all are killed they are woken in its order, and that is the order in
// which they go to the end of the other list. Only this list is read by other threads, under its lock.
namespace Rustrt.Federation;

/// <summary>A uniformly random choice among the runnable tasks, repeatable from the seed.</summary>
internal sealed class LegacyOrderRunQueue(Isaac random) : RunQueue
{
    private readonly IndexedTaskList _runnable = new();
    private readonly IndexedTaskList _parked = new();
    private readonly Lock _parkedLock = new();

    internal override (int Bound, int Others) Waiting => (_runnable.Count, 0); // with the one that has its turn

    internal override void Add(TaskCell task)
    {
        lock (_parkedLock) _parked.TryRemove(task);
        _runnable.Append(task);
    }

    internal override void AddOwn(TaskCell task) => Add(task);

    internal override TaskCell? Next()
    {
        Asked++;
        return _runnable.Count == 0 ? null : _runnable[(int)((uint)random.Next() % (uint)_runnable.Count)];
    }

    internal override void Yielded(TaskCell task)
    {
    }

    internal override void Left(TaskCell task, Turn how)
    {
        _runnable.TryRemove(task);
        if (how != Turn.Parked) return;
        lock (_parkedLock) _parked.Append(task);
    }

    /// <summary>The runnable tasks, by their place in the list.</summary>
    internal TaskCell[] Runnable() => _runnable.ToArray();

    internal override TaskCell[] Parked()
    {
        lock (_parkedLock) return _parked.ToArray();
    }
}
