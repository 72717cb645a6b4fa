using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>How a simulation is set up.</summary>
[DebuggerDisplay("{MainSchedulers} schedulers, at most {MaximumSteps} steps")]
public sealed class SimulationOptions
{
    /// <summary>Most schedulers of the main group.</summary>
    public int MainSchedulers { get; init; } = 2;

    /// <summary>The policy of the groups.</summary>
    public SchedulingPolicy Policy { get; init; } = SchedulingPolicy.Stealing;

    /// <summary>What may go differently.</summary>
    public SimulationFaults Faults { get; init; } = new();

    /// <summary>After how many steps a simulation that has not ended is taken for one that never will.</summary>
    public long MaximumSteps { get; init; } = 10_000_000;

    /// <summary>Makes the steps of a scheduler; tests plant bugs there.</summary>
    internal Func<Simulation, Scheduler, SimulatedScheduler> Driver { get; init; } = static (simulation, scheduler) => new(simulation, scheduler);
}
