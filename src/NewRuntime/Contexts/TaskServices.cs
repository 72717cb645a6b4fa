using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Rustrt.Federation.Memory;

namespace Rustrt.Federation;

/// <summary>
/// What needs a running task (<see cref="RuntimeService.Task"/>). Valid until the task gives way, and on its thread only: a variable of
/// this type does not live over an <c>await</c>, which the compiler checks.
/// </summary>
[DebuggerDisplay("{_task}")]
[SuppressMessage("Performance", "CA1822", Justification = "Whoever has a value may call its members; that is what the value is for.")]
public readonly ref struct TaskServices
{
    private readonly Frame? _task; // null: default(TaskServices)

    internal TaskServices(Frame task) => _task = task;

    /// <summary>What the task is called in reports.</summary>
    public string Name => Task.Name;

    /// <summary>The services of the task's federation.</summary>
    public KernelServices Kernel => new(Task.Group.Federation);

    /// <summary>The group it belongs to.</summary>
    [Service("own scheduler", ServiceNeeds.Task)]
    public SchedulerGroup Group => Task.Group;

    /// <inheritdoc cref="GreenTask.NeedsYield"/>
    [Service("scheduling", ServiceNeeds.Task)]
    public bool NeedsYield => GreenTask.NeedsYield;

    /// <inheritdoc cref="GreenTask.IsCancelled"/>
    [Service("cancellation", ServiceNeeds.Task)]
    public bool IsCancelled => GreenTask.IsCancelled;

    /// <inheritdoc cref="GreenTask.CancellationToken"/>
    [Service("cancellation", ServiceNeeds.Task)]
    public CancellationToken CancellationToken => GreenTask.CancellationToken;

    /// <inheritdoc cref="GreenTask.ThrowIfCancelled"/>
    [Service("cancellation", ServiceNeeds.Task)]
    public void ThrowIfCancelled() => GreenTask.ThrowIfCancelled();

    /// <inheritdoc cref="GreenTask.Yield"/>
    [Service("scheduling", ServiceNeeds.Task)]
    public YieldAwaitable Yield() => GreenTask.Yield();

    /// <inheritdoc cref="GreenTask.Sleep"/>
    [Service("sleep", ServiceNeeds.Task)]
    public SleepAwaitable Sleep(TimeSpan time) => GreenTask.Sleep(time);

    /// <inheritdoc cref="GreenTask.Spawn(GreenTask, ReadOnlySpan{Possession})"/>
    [Service("spawn", ServiceNeeds.Task)]
    public JoinHandle Spawn(GreenTask call, params ReadOnlySpan<Possession> ends) => GreenTask.Spawn(call, ends);

    /// <inheritdoc cref="GreenTask.Spawn(GreenTask, ReadOnlySpan{Possession})"/>
    [Service("spawn", ServiceNeeds.Task)]
    public JoinHandle<TResult> Spawn<TResult>(GreenTask<TResult> call, params ReadOnlySpan<Possession> ends) => GreenTask.Spawn(call, ends);

    /// <summary>Starts a call as a task that fails with this one, and the other way round (<see cref="FailurePolicy.Linked"/>).</summary>
    [Service("linked failure", ServiceNeeds.Task)]
    public JoinHandle SpawnLinked(GreenTask call, SpawnOptions? options = null, params ReadOnlySpan<Possession> ends) =>
        GreenTask.Spawn(call, (options ?? new SpawnOptions()) with { Failure = FailurePolicy.Linked }, ends);

    /// <summary>Starts a call as a task that this one's failure reaches, but not the other way round (<see cref="FailurePolicy.Supervised"/>).</summary>
    [Service("linked failure", ServiceNeeds.Task)]
    public JoinHandle SpawnSupervised(GreenTask call, SpawnOptions? options = null, params ReadOnlySpan<Possession> ends) =>
        GreenTask.Spawn(call, (options ?? new SpawnOptions()) with { Failure = FailurePolicy.Supervised }, ends);

    /// <inheritdoc cref="GreenTask.Unkillable"/>
    [Service("unkillable sections", ServiceNeeds.Task)]
    public UnkillableSection Unkillable() => GreenTask.Unkillable();

    /// <inheritdoc cref="GreenTask.Atomic"/>
    [Service("atomic sections", ServiceNeeds.Task)]
    public AtomicSection Atomic() => GreenTask.Atomic();

    /// <summary>The task's value of a task-local.</summary>
    [Service("task-local data", ServiceNeeds.Task)]
    public T? Get<T>(TaskLocal<T> local) => local.Value;

    /// <summary>Sets the task's value of a task-local.</summary>
    [Service("task-local data", ServiceNeeds.Task)]
    public void Set<T>(TaskLocal<T> local, T? value) => local.Value = value;

    /// <inheritdoc cref="Memory.LocalHeap.Current"/>
    [Service("local heap", ServiceNeeds.Task)]
    public LocalHeap LocalHeap => LocalHeap.Current;

    private Frame Task => _task ?? throw OutsideException.NeedsTask("default(TaskServices)");
}
