namespace Rustrt.Federation.Tests;

/// <summary>Programs of everything under many seeds: RUSTRT_TESTS_FULL=1 for the long proof.</summary>
public class MixedWorkloadTests
{
    private static readonly int s_seeds = Tier.IsFull ? 100_000 : 5_000;

    [Fact]
    public void No_seed_fails()
    {
        for (int seed = 0; seed < s_seeds; seed++)
        {
            var workload = new MixedWorkload();
            Assert.Equal(0, Simulation.Run(seed, workload.Run, Options(seed)).ExitStatus);
            workload.CheckEnd();
        }
    }

    [Fact]
    public void However_it_is_cancelled_as_a_whole_all_end()
    {
        for (int seed = 0; seed < s_seeds; seed++)
        {
            var workload = new ShutdownWorkload();
            Simulation.Run(seed, workload.Run, Options(seed));
            workload.CheckEnd();
        }
    }

    private static SimulationOptions Options(int seed) => new()
    {
        MainSchedulers = 1 + seed % 4,
        Policy = (seed / 4 % 4) switch
        {
            0 => SchedulingPolicy.RoundRobin,
            1 => SchedulingPolicy.LegacyOrder(seed),
            _ => SchedulingPolicy.Stealing,
        },
    };
}
