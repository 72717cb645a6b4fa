namespace Rustrt.Federation;

/// <summary>Which children are started again together with one that ended.</summary>
public enum RestartStrategy
{
    /// <summary>That one alone.</summary>
    OneForOne,

    /// <summary>All: they depend on each other.</summary>
    OneForAll,

    /// <summary>That one and those behind it in the list: each depends on those before it.</summary>
    RestForOne,
}

/// <summary>How a supervisor works.</summary>
public sealed record SupervisorOptions
{
    /// <summary>Which children are started again.</summary>
    public RestartStrategy Strategy { get; init; }

    /// <summary>How many restarts there may be within <see cref="Period"/>; one more and the supervisor fails. 0: none.</summary>
    public int MaximumRestarts { get; init; } = 3;

    /// <summary>The time in which restarts are counted.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What measures it; null: <see cref="FederationOptions.Clock"/>, which is virtual in a simulation.</summary>
    public TimeProvider? Clock { get; init; }
}
