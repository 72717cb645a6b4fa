// First in, first out; but of the tasks that have not run yet the newest comes first, and turns alternate between the two kinds.
// So a task's children run while what they need is in the cache, the deepest first, and a tree of tasks takes memory for
// its depth and not for all its leaves. Now and then the oldest newborn comes first, or one that is always overtaken would
// never begin.
namespace Rustrt.Federation;

/// <summary>The run queue of a scheduler from which nobody steals.</summary>
internal sealed class FifoRunQueue : RunQueue
{
    private const uint OldestInterval = 64;

    private TaskDeque _tasks = new();
    private TaskDeque _newborn = new();
#pragma warning disable CS0169 // It only takes room.
    private readonly CacheLinePair _apart;
#pragma warning restore CS0169

    internal override (int Bound, int Others) Waiting => (_tasks.Count + _newborn.Count, 0);

    internal override void Add(TaskCell task) => _tasks.Append(task);

    internal override void AddNewborn(TaskCell task) => _newborn.Append(task);

    internal override void AddOwn(TaskCell task) => _tasks.Append(task);

    internal override TaskCell? Next()
    {
        uint turn = Asked++;
        if ((turn & 1) == 0) return _tasks.Take() ?? _newborn.TakeNewest();
        return (turn % OldestInterval == 1 ? _newborn.Take() : _newborn.TakeNewest()) ?? _tasks.Take();
    }

    internal override void Yielded(TaskCell task) => _tasks.Append(task);

    internal override void Left(TaskCell task, Turn how)
    {
    }

    internal override int Line => _newborn.Count == 0 ? _tasks.Count : NoLine;

    internal override TaskCell? InLine(int place) => _tasks.At(place) is { IsBound: true } task ? task : null;

    internal override TaskCell TakeFirstInLine() => _tasks.Take()!;

    internal override void LetGoOfRoom()
    {
        _tasks.LetGoOfRoom();
        _newborn.LetGoOfRoom();
    }
}
