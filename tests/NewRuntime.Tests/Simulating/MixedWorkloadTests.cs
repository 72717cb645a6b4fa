namespace Rustrt.Federation.Tests;

/// <summary>The mixed workload under many seeds: RUSTRT_TESTS_FULL=1 for the long proof.</summary>
public class MixedWorkloadTests
{
    private static readonly int s_seeds = Tier.IsFull ? 100_000 : 5_000;

    [Fact]
    public void No_seed_fails()
    {
        for (int seed = 0; seed < s_seeds; seed++)
        {
            var options = new SimulationOptions
            {
                MainSchedulers = 1 + seed % 4,
                Policy = seed / 4 % 3 == 0 ? SchedulingPolicy.RoundRobin : SchedulingPolicy.Stealing,
            };
            Simulation.Run(seed, MixedWorkload.Program, options);
        }
    }
}
