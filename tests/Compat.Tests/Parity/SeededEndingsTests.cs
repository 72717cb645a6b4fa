using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Random programs about the end of tasks and of the runtime, aborts included: with RUST_SEED and one thread the old runtime
/// repeats itself, so every backing prints the same and ends with the same status.
/// </summary>
public sealed class SeededEndingsTests
{
    private const int ShellAbort = 134;

    private static readonly string s_program = Compiler.Cases("seeded_endings.cpp");

    private static readonly IEnumerable<Backing> s_others = Tier.IsFull ? [Backing.AllLegacy, Backing.AllNew, .. Backing.Mixtures] : [Backing.AllNew];

    // Which programs abort, and that the others do not, is as telling as what they print: both kinds must be there.
    [Fact]
    public void Are_the_same_everywhere()
    {
        Dictionary<int, int> endings = [];
        foreach (int seed in Enumerable.Range(1, Tier.Rounds(40)))
        {
            Outcome legacy = Live(Backing.Direct, seed);
            endings[legacy.Status] = endings.GetValueOrDefault(legacy.Status) + 1;
            foreach (Backing backing in s_others)
            {
                Outcome other = Live(backing, seed);
                Assert.True((other.Status, other.Output) == (legacy.Status, legacy.Output), $"seed {seed} on {backing}: {other}\ninstead of: {legacy}");
            }
        }
        Assert.True(endings.GetValueOrDefault(0) >= 10 && endings.GetValueOrDefault(ShellAbort) >= 5, string.Join(", ", endings));
    }

    private static Outcome Live(Backing backing, int seed) =>
        backing.Run(s_program, ["live"], ("RUST_SEED", "42"), ("ENDINGS_SEED", $"{seed}"), ("RUST_THREADS", "1"));
}
