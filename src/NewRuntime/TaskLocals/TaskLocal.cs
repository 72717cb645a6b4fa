using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>A value that each task has of its own. A spawned task begins without; the methods that it awaits share it.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[DebuggerDisplay("task-local {typeof(T).Name,nq}")]
public sealed class TaskLocal<T>
{
    /// <summary>The running task's value; the default of the type if it has set none.</summary>
    /// <exception cref="OutsideException">No task runs here.</exception>
    [Service("task-local data", ServiceNeeds.Task)]
    public T? Value
    {
        get => Here().ExtrasOrNull?.Locals is { } locals && locals.TryGetValue(this, out object? value) ? (T?)value : default;
        set => (Here().Extras.Locals ??= [])[this] = value;
    }

    private static Frame Here() => Spawning.CurrentTask("TaskLocal.Value");
}
