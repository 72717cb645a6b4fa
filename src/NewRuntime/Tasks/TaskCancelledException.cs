namespace Rustrt.Federation;

/// <summary>A task that has been cancelled waited in a way that says so by an exception.</summary>
public sealed class TaskCancelledException : OperationCanceledException
{
    /// <summary>Makes one.</summary>
    public TaskCancelledException()
        : base("The task has been cancelled.")
    {
    }
}
