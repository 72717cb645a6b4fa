namespace Rustrt.Compat.Tests.Support;

/// <summary>How much is run: seconds by default, RUSTRT_TESTS_FULL=1 for the long proof.</summary>
internal static class Tier
{
    private const int FullFactor = 20;

    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("RUSTRT_TESTS_FULL") == "1";

    /// <summary>A number of rounds, 20 times as many in the full tier.</summary>
    public static int Rounds(int rounds) => IsFull ? FullFactor * rounds : rounds;
}
