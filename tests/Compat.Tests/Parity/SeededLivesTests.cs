using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// Under RUST_SEED what happens on one loop repeats exactly (docs/design.md section 4): random programs print the same, line by
/// line, on every backing, whichever scheduler they live on.
/// </summary>
public sealed class SeededLivesTests
{
    private const int MainScheduler = 2, NewScheduler = 3, PlatformScheduler = 1;

    private static readonly string s_program = Compiler.Cases("seeded_lives.cpp");

    // Of the few, all but 26 kill everything at some time.
    private static int[] Seeds => Tier.IsFull ? [.. Enumerable.Range(1, 200)] : [1, 2, 3, 20, 26, 42];

    public static TheoryData<int, int> Programs
    {
        get
        {
            TheoryData<int, int> all = [];
            foreach (int seed in Seeds)
                foreach (int scheduler in (int[])[MainScheduler, NewScheduler, PlatformScheduler]) all.Add(seed, scheduler);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Are_the_same_everywhere(int seed, int scheduler)
    {
        Outcome legacy = Live(Backing.Direct, seed, scheduler);
        Assert.Equal(0, legacy.Status);
        Assert.True(legacy.Output.Count(c => c == '\n') > 50, $"too short to tell anything: {legacy}");

        Assert.All([Backing.AllLegacy, Backing.AllNew, .. Tier.IsFull ? Backing.Mixtures : []],
            backing => Assert.Equal(legacy.Output, Live(backing, seed, scheduler).Output));
    }

    /// <summary>RUST_SEED is read as the C library reads a decimal number, whatever it is.</summary>
    [Theory]
    [InlineData("text")]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("0x10")]
    [InlineData(" 7 ")]
    [InlineData("99999999999")]
    public void Are_the_same_for_odd_seeds(string randomSeed) =>
        Assert.Equal(Live(Backing.Direct, 3, MainScheduler, randomSeed).Output, Live(Backing.AllNew, 3, MainScheduler, randomSeed).Output);

    // The main scheduler must be one loop; the others are.
    private static Outcome Live(Backing backing, int seed, int scheduler, string? randomSeed = null) => backing.Run(s_program, ["live_them"],
        ("RUST_SEED", randomSeed ?? $"{seed}"), ("LIVES_SEED", $"{seed}"), ("LIVES_SCHEDULER", $"{scheduler}"), ("RUST_THREADS", "1"));
}
