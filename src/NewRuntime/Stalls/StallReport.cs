namespace Rustrt.Federation;

/// <summary>A turn that does not end: the task computes without giving way, or blocks its thread.</summary>
/// <param name="Scheduler">The scheduler that can do nothing else meanwhile.</param>
/// <param name="Task">The name of the task; null if it is code that is no green task, as what an ordinary async method does behind an await.</param>
/// <param name="Method">The async method that it is in: of those that await each other, the last; null as above.</param>
/// <param name="SpawnSite">File and line of the options that it was spawned with; null if there were none.</param>
/// <param name="BlockedIn">The call that it waits in without giving way; null if it is not known to wait.</param>
/// <param name="Length">How long the turn has taken so far at least, garbage collection left out. It may go on.</param>
/// <param name="GcPause">For how much of the time garbage collection stopped everybody.</param>
public sealed record StallReport(
    Scheduler Scheduler, string? Task, string? Method, string? SpawnSite, string? BlockedIn, TimeSpan Length, TimeSpan GcPause)
{
    /// <summary>One line.</summary>
    public override string ToString() =>
        $"{Scheduler} has been in one turn of {(Task is null ? "code that is no green task" : $"task {Task}")}"
        + $"{(SpawnSite is null ? "" : $" (spawned at {SpawnSite})")}{(Method is null ? "" : $" in {Method}")}"
        + $"{(BlockedIn is null ? "" : $", blocked in {BlockedIn},")} for {Length.TotalMilliseconds:F0} ms"
        + $"{(GcPause > TimeSpan.Zero ? $", and {GcPause.TotalMilliseconds:F0} ms of garbage collection" : "")}";
}
