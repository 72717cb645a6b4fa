using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Fuzz;

/// <summary>RUST_SEED is read as the C library reads a decimal number, whatever it is, and decides who comes next.</summary>
public sealed class OddSeedTests
{
    // Who goes first among eight is drawn each time.
    private const string Crowd = "bodies=spawn:1 spawn:1 spawn:1 spawn:1 spawn:1 spawn:1 spawn:1 spawn:1 / yield yield yield signal:3:1 yield wait:0 yield";

    [Theory]
    [InlineData("text")]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("0x10")]
    [InlineData(" 7 ")]
    [InlineData("99999999999")]
    public void Give_the_same_order_everywhere(string seed) => Assert.Equal(Run(Backing.Direct, seed), Run(Backing.AllNew, seed));

    [Fact]
    public void Another_seed_is_another_order() => Assert.NotEqual(Run(Backing.AllNew, "1"), Run(Backing.AllNew, "2"));

    private static string Run(Backing backing, string seed)
    {
        Outcome outcome = backing.Run(Repository.Caller("scripted"), [Crowd], ("RUST_SEED", seed), ("RUST_THREADS", "1"));
        Assert.Equal(3, outcome.Status);
        return outcome.Output;
    }
}
