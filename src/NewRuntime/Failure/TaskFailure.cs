namespace Rustrt.Federation;

/// <summary>The failure of a task.</summary>
public sealed class TaskFailure
{
    internal TaskFailure(Frame task)
        : this(task, task.Extras.Failure!) => IsCancellation = task.Extras.EndedCancelled;

    /// <summary>Another failure than the one that ended the task.</summary>
    internal TaskFailure(Frame task, Exception failure)
        : this(task.Name, task.Extras.SpawnSite, failure)
    {
    }

    internal TaskFailure(string task, string? spawnSite, Exception failure)
    {
        Task = task;
        SpawnSite = spawnSite;
        Exception = failure;
    }

    /// <summary>The task's name, or that of its method.</summary>
    public string Task { get; }

    /// <summary>File and line of the <see cref="SpawnOptions"/> that it was spawned with; null if there were none.</summary>
    public string? SpawnSite { get; }

    /// <summary>What ended it.</summary>
    public Exception Exception { get; }

    /// <summary>Whether it ended because it had been cancelled.</summary>
    public bool IsCancellation { get; }

    /// <summary>One line.</summary>
    public override string ToString()
    {
        string site = SpawnSite is null ? "" : $" (spawned at {SpawnSite})";
        string how = IsCancellation ? "was cancelled" : "failed";
        return $"task {Task}{site} {how}: {Exception.GetType().Name}: {Exception.Message}";
    }
}
