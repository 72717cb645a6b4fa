namespace Rustrt.Federation;

/// <summary>A simulated program, or the runtime, has failed. <see cref="Seed"/> repeats it.</summary>
public class SimulationException : Exception
{
    internal SimulationException(int seed, string message, Exception? innerException = null)
        : base($"{message}\nTo see it again: Simulation.Run({seed}, ...).", innerException) => Seed = seed;

    /// <summary>The seed that repeats it.</summary>
    public int Seed { get; }
}

/// <summary>All tasks wait, and nothing that could wake one is left: no message under way, no timer, nobody running.</summary>
public sealed class SimulationDeadlockException : SimulationException
{
    internal SimulationDeadlockException(int seed, string message)
        : base(seed, message)
    {
    }
}
