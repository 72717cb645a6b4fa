using System.Globalization;

namespace Rustrt.Federation.Tests;

/// <summary>The mixed workload under many seeds. RUSTRT_SIMULATION_SEEDS says how many; ./migrate test --full sets it.</summary>
public class MixedWorkloadTests
{
    private static readonly int s_seeds =
        int.Parse(Environment.GetEnvironmentVariable("RUSTRT_SIMULATION_SEEDS") ?? "5000", CultureInfo.InvariantCulture);

    [Fact]
    public void No_seed_fails()
    {
        for (int seed = int.Parse(Environment.GetEnvironmentVariable("FIRST") ?? "0", CultureInfo.InvariantCulture); seed < s_seeds; seed++)
        {
            var options = new SimulationOptions
            {
                MainSchedulers = 1 + seed % 4,
                Policy = (seed / 4 % 3) switch
                {
                    0 => SchedulingPolicy.RoundRobin,
                    _ => SchedulingPolicy.Stealing,
                },
            };
            Simulation.Run(seed, MixedWorkload.Program, options);
        }
    }
}
