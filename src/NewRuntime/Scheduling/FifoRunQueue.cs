namespace Rustrt.Federation;

/// <summary>First in, first out, all bound to one scheduler.</summary>
internal sealed class FifoRunQueue : RunQueue
{
    private TaskRing _tasks = new();

    internal override void Add(GreenTask task) => _tasks.Append(task);

    internal override void AddOwn(GreenTask task) => _tasks.Append(task);

    internal override GreenTask? Next() => _tasks.Take();

    internal override void Yielded(GreenTask task) => _tasks.Append(task);

    internal override void Left(GreenTask task, Turn how)
    {
    }
}
