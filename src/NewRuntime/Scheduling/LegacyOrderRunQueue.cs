// The order of the old runtime, to the draw:
//   - a task stays in the list while it runs, so a yield changes nothing and the same task may be drawn again;
//   - each turn that finds tasks draws exactly one word, and takes the task at that word modulo their number;
//   - a task that parks or finishes leaves by moving the last one into its place;
//   - a task that starts or is woken goes to the end.
// Any other way of keeping the list (a queue, an ordered removal, a draw for an empty list) gives another sequence.
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>A uniformly random choice among the runnable tasks, repeatable from the seed.</summary>
internal sealed class LegacyOrderRunQueue(Isaac random) : RunQueue
{
    private GreenTask?[] _tasks = new GreenTask?[16];
    private int _count;

    internal override void Add(GreenTask task)
    {
        if (_count == _tasks.Length) Array.Resize(ref _tasks, _count * 2);
        task.QueueIndex = _count;
        _tasks[_count++] = task;
    }

    internal override void AddOwn(GreenTask task) => Add(task);

    internal override GreenTask? Next() => _count == 0 ? null : _tasks[(int)((uint)random.Next() % (uint)_count)];

    internal override void Yielded(GreenTask task)
    {
    }

    internal override void Left(GreenTask task)
    {
        int hole = task.QueueIndex;
        Debug.Assert(_tasks[hole] == task, "The task that left is not where it was put.");
        var last = _tasks[--_count]!;
        _tasks[hole] = last;
        last.QueueIndex = hole;
        _tasks[_count] = null;
        task.QueueIndex = -1;
    }
}
