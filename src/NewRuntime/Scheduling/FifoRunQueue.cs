namespace Rustrt.Federation;

/// <summary>First in, first out, all bound to one scheduler.</summary>
internal sealed class FifoRunQueue : RunQueue
{
    private TaskRing _tasks = new();

    internal override void Add(TaskCell task) => _tasks.Append(task);

    internal override void AddOwn(TaskCell task) => _tasks.Append(task);

    internal override TaskCell? Next() => _tasks.Take();

    internal override void Yielded(TaskCell task) => _tasks.Append(task);

    internal override void Left(TaskCell task, Turn how)
    {
    }
}
