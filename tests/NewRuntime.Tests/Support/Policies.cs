namespace Rustrt.Federation.Tests;

/// <summary>Policies by the names that tests of all of them go through.</summary>
internal static class Policies
{
    public static SchedulingPolicy Named(string name, int seed = 1) => name switch
    {
        "stealing" => SchedulingPolicy.Stealing,
        "round-robin" => SchedulingPolicy.RoundRobin,
        "legacy-order" => SchedulingPolicy.LegacyOrder(seed),
        _ => throw new ArgumentException($"There is no policy '{name}'.", nameof(name)),
    };
}
