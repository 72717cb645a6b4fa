namespace Rustrt.Federation.Tests;

/// <summary>How much is run: seconds by default, RUSTRT_TESTS_FULL=1 for the long proof.</summary>
internal static class Tier
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("RUSTRT_TESTS_FULL") == "1";
}
