namespace Rustrt.Federation;

/// <summary>
/// What may go differently in a simulation than one would like, as probabilities between 0 and 1. All of it can happen to a
/// real federation too: no program may depend on its absence.
/// </summary>
public sealed record SimulationFaults
{
    /// <summary>A step wakes a sleeping scheduler for no reason.</summary>
    public double SpuriousWake { get; init; } = 0.02;

    /// <summary>A scheduler runs a task before it looks at what others have sent to it.</summary>
    public double LateDelivery { get; init; } = 0.25;

    /// <summary>A scheduler takes another runnable task than the one whose turn it is.</summary>
    public double OtherOrder { get; init; } = 0.25;

    /// <summary>The thread of a scheduler that has been woken gets the processor late: by up to <see cref="LongestStall"/>.</summary>
    public double LateWake { get; init; } = 0.01;

    /// <summary>A step stalls its scheduler for up to <see cref="LongestStall"/>.</summary>
    public double Stall { get; init; } = 0.001;

    /// <summary>A descriptor that is ready is not reported in this turn of the event loop.</summary>
    public double LateReadiness { get; init; } = 0.1;

    /// <summary>The longest of those, in virtual time.</summary>
    public TimeSpan LongestStall { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Nothing of all that: only who goes next is drawn.</summary>
    public static SimulationFaults None { get; } = new()
    {
        SpuriousWake = 0,
        LateDelivery = 0,
        OtherOrder = 0,
        LateWake = 0,
        Stall = 0,
        LateReadiness = 0,
    };
}
