namespace Rustrt.Federation;

/// <summary>A task as it was a moment ago.</summary>
/// <param name="Name">The name that it was given, or that of its method.</param>
/// <param name="Group">The id of its group.</param>
/// <param name="IsWaiting">Whether it waits; else it runs or could.</param>
/// <param name="Method">The async method that it is in: of those that await each other, the last.</param>
/// <param name="IsCancelled">Whether it has been asked to end.</param>
/// <param name="SpawnSite">File and line of the options that it was spawned with; null if there were none.</param>
public sealed record TaskInfo(string Name, int Group, bool IsWaiting, string Method, bool IsCancelled, string? SpawnSite)
{
    internal static TaskInfo Of(Frame task) => new(
        task.Name, task.Group.Id, task.IsParked, MethodName.Of(task.TopMethod), task.IsAskedToEnd, task.ExtrasOrNull?.SpawnSite);

    /// <summary>Its number (<see cref="JoinHandle.Id"/>); 0 where nobody has asked for what it waits for.</summary>
    public long Id { get; init; }

    /// <summary>What it waits for; null if it does not wait, or nobody has asked (<see cref="Federation.Dump"/> does).</summary>
    public TaskWait? Wait { get; init; }

    /// <summary>One line.</summary>
    public override string ToString() =>
        $"task {(Id == 0 ? "" : $"{Id}, ")}{Name}{(SpawnSite is null ? "" : $" (spawned at {SpawnSite})")} of group {Group} "
        + $"{(IsWaiting ? "waits" : "can run")} in {Method}{(Wait is { Kind: not TaskWaitKind.Other } ? $" for {Wait}" : "")}{(IsCancelled ? ", cancelled" : "")}";
}
