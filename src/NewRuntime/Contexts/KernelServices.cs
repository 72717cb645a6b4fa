using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>What needs a federation, and no task (<see cref="RuntimeService.Kernel"/>, <see cref="RuntimeService.Of"/>).</summary>
[DebuggerDisplay("{_federation}")]
public readonly struct KernelServices
{
    private readonly Federation? _federation; // null: default(KernelServices)

    internal KernelServices(Federation federation) => _federation = federation;

    /// <summary>The federation.</summary>
    /// <exception cref="OutsideException">These are the services of none: <c>default(KernelServices)</c>.</exception>
    public Federation Federation => _federation ?? throw OutsideException.NeedsFederation("default(KernelServices)");

    /// <inheritdoc cref="Federation.MainGroup"/>
    [Service("default group", ServiceNeeds.Federation)]
    public SchedulerGroup MainGroup => Federation.MainGroup;

    /// <inheritdoc cref="Federation.PlatformGroup"/>
    [Service("platform group", ServiceNeeds.Federation)]
    public SchedulerGroup PlatformGroup => Federation.PlatformGroup;

    /// <inheritdoc cref="Federation.IsShuttingDown"/>
    [Service("shutdown", ServiceNeeds.Federation)]
    public bool IsShuttingDown => Federation.IsShuttingDown;

    /// <inheritdoc cref="KernelState.ExitStatus"/>
    [Service("exit status", ServiceNeeds.Federation)]
    public int ExitStatus
    {
        get => Federation.Kernel.ExitStatus;
        set => Federation.Kernel.ExitStatus = value;
    }

    /// <inheritdoc cref="Federation.CreateGroup"/>
    [Service("groups", ServiceNeeds.Federation)]
    public SchedulerGroup CreateGroup(int maximumSchedulers, SchedulingPolicy? policy = null) => Federation.CreateGroup(maximumSchedulers, policy);

    /// <inheritdoc cref="Federation.FindGroup"/>
    [Service("groups", ServiceNeeds.Federation)]
    public SchedulerGroup? FindGroup(int id) => Federation.FindGroup(id);

    /// <summary>Starts a call as a task of the default group.</summary>
    /// <inheritdoc cref="SchedulerGroup.Spawn(GreenTask, SpawnOptions?)"/>
    [Service("spawn into a group", ServiceNeeds.Federation)]
    public JoinHandle Spawn(GreenTask call, SpawnOptions? options = null) => Federation.MainGroup.Spawn(call, options);

    /// <inheritdoc cref="Spawn(GreenTask, SpawnOptions?)"/>
    [Service("spawn into a group", ServiceNeeds.Federation)]
    public JoinHandle<TResult> Spawn<TResult>(GreenTask<TResult> call, SpawnOptions? options = null) => Federation.MainGroup.Spawn(call, options);

    /// <summary>Starts a call as a task that lets the federation end (<see cref="SpawnOptions.IsWeak"/>).</summary>
    [Service("weak tasks", ServiceNeeds.Federation)]
    public JoinHandle SpawnWeak(GreenTask call, SpawnOptions? options = null) =>
        Federation.MainGroup.Spawn(call, (options ?? new SpawnOptions()) with { IsWeak = true });

    /// <inheritdoc cref="GlobalData.GetOrMake"/>
    [Service("global data", ServiceNeeds.Federation)]
    public T GetOrMake<T>(Func<T> make)
        where T : class => Federation.Globals.GetOrMake(make);

    /// <inheritdoc cref="Federation.RunAtExit"/>
    [Service("at exit", ServiceNeeds.Federation)]
    public void RunAtExit(Func<GreenTask> call) => Federation.RunAtExit(call);

    /// <inheritdoc cref="Federation.IncrementLiveCount"/>
    [Service("live count", ServiceNeeds.Federation)]
    public void IncrementLiveCount() => Federation.IncrementLiveCount();

    /// <inheritdoc cref="Federation.DecrementLiveCount"/>
    [Service("live count", ServiceNeeds.Federation)]
    public void DecrementLiveCount() => Federation.DecrementLiveCount();

    /// <inheritdoc cref="Federation.Phase"/>
    [Service("shutdown", ServiceNeeds.Federation)]
    public FederationPhase Phase => Federation.Phase;

    /// <inheritdoc cref="Federation.ShutdownAsync"/>
    [Service("shutdown", ServiceNeeds.Federation)]
    public Task<ShutdownReport> ShutdownAsync(TimeSpan drain, TimeSpan deadline) => Federation.ShutdownAsync(drain, deadline);

    /// <inheritdoc cref="Federation.Dump"/>
    [Service("task dump", ServiceNeeds.Federation)]
    public IReadOnlyList<TaskInfo> Dump() => Federation.Dump();
}
