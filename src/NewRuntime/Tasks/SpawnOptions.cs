using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>How a task is spawned, where that differs from the default. Can be used again and again; knows where it was made.</summary>
public sealed record SpawnOptions
{
    /// <summary>Makes one. The arguments are the compiler's: the place goes into reports as the spawn site.</summary>
    public SpawnOptions([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Site = $"{Path.GetFileName(file)}:{line}";

    /// <summary>What it is called in reports; null: as its method.</summary>
    public string? Name { get; init; }

    /// <summary>What its failure means for the task that spawns it, and the other way round.</summary>
    [Service("linked failure", ServiceNeeds.Task)]
    public FailurePolicy Failure { get; init; }

    /// <summary>The group it belongs to; null: that of the task that spawns it.</summary>
    public SchedulerGroup? Group { get; init; }

    /// <summary>The only scheduler that may run it; null: any of the group.</summary>
    public Scheduler? Scheduler { get; init; }

    /// <summary>
    /// Whether the federation may end without it: when only weak tasks are left the shutdown begins, and they are cancelled.
    /// </summary>
    [Service("weak tasks", ServiceNeeds.Federation)]
    public bool IsWeak { get; init; }

    /// <summary>
    /// Cancels the task, as <see cref="JoinHandle.Cancel"/> does. What the task hands on to others is a token of its own
    /// (<see cref="GreenTask.CancellationToken"/>), which is cancelled by whatever cancels the task.
    /// </summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>
    /// Where the end of the task is told: a pipe without a limit, of which the task is one more sender until it ends. It stays
    /// the property of its owner, who alone may spawn with it. Told once everything else has happened that the end brings about, and
    /// before whoever joins the task.
    /// </summary>
    public Pipes.SharedSender<TaskExit>? NotifyExit { get; init; }

    /// <summary>
    /// Whether the task has an <see cref="ExecutionContext"/> of its own: it begins with that of whoever spawns it, so with its values of
    /// <see cref="AsyncLocal{T}"/> and its <see cref="System.Diagnostics.Activity.Current"/>, and what it changes stays with it. Without
    /// this a task runs in the context that its scheduler's thread happens to have, and must not change it. Each turn costs a little more.
    /// </summary>
    public bool FlowExecutionContext { get; init; }

    /// <summary>Where this was made.</summary>
    public string Site { get; }
}
