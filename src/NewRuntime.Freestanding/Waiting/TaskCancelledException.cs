namespace Rustrt.Federation;

/// <summary>A task that has been cancelled waited in a way that says so by an exception; or the task that was joined had been.</summary>
public sealed class TaskCancelledException : OperationCanceledException
{
    /// <summary>Says that the task that throws it has been cancelled.</summary>
    public TaskCancelledException()
        : base("The task has been cancelled.")
    {
    }

    internal TaskCancelledException(Exception endOfTheJoined)
        : base("The task that was joined has been cancelled.", endOfTheJoined) => OfJoinedTask = true;

    /// <summary>
    /// True: the task that was joined has been cancelled, and its end is the inner exception. False: the task that runs this has
    /// been.
    /// </summary>
    public bool OfJoinedTask { get; }
}
