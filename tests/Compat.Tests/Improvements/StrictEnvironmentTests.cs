using Rustrt.Compat.Backends.New;

namespace Rustrt.Compat.Tests.Improvements;

/// <summary>strict-env: which values of the old runtime's variables are refused, and in which words.</summary>
public sealed class StrictEnvironmentTests
{
    [Theory]
    [InlineData("RUST_THREADS", "1")]
    [InlineData("RUST_SEED", "-2147483648")]
    [InlineData("RUST_POISON_ON_FREE", "1")]
    [InlineData("RUST_MIN_STACK", "256")]
    [InlineData("RUST_MIN_STACK", "0x300")]
    [InlineData("RUST_MIN_STACK", "0400")]
    [InlineData("RUST_MAX_STACK", "0xffffffff")]
    [InlineData("RUST_LOG", "a::b,c=4,::rt::task=0")]
    [InlineData("RUST_LOG", "::help")]
    [InlineData("RUST_LOG", "?")]
    public void What_means_what_it_says_passes(string name, string value) => Assert.Empty(Problems((name, value)));

    [Theory]
    [InlineData("RUST_THREADS", "0", "RUST_THREADS=0: not a number of threads; valid is 1 to 2147483647")]
    [InlineData("RUST_THREADS", "two", "RUST_THREADS=two: not a number of threads; valid is 1 to 2147483647")]
    [InlineData("RUST_THREADS", "2 ", "RUST_THREADS=2 : not a number of threads; valid is 1 to 2147483647")]
    [InlineData("RUST_SEED", "0x10", "RUST_SEED=0x10: not a seed; valid is -2147483648 to 2147483647")]
    [InlineData("RUST_SEED", "", "RUST_SEED=: not a seed; valid is -2147483648 to 2147483647")]
    [InlineData("RUST_POISON_ON_FREE", "0", "RUST_POISON_ON_FREE=0: any value turns it on; valid is 1, or unset it")]
    [InlineData("RUST_MIN_STACK", "255", "RUST_MIN_STACK=255: not a number of bytes; valid is 256 to RUST_MAX_STACK, 8388608 (0x.. and 0.. as in C)")]
    [InlineData("RUST_MIN_STACK", "9m", "RUST_MIN_STACK=9m: not a number of bytes; valid is 256 to RUST_MAX_STACK, 8388608 (0x.. and 0.. as in C)")]
    [InlineData("RUST_MIN_STACK", "089", "RUST_MIN_STACK=089: not a number of bytes; valid is 256 to RUST_MAX_STACK, 8388608 (0x.. and 0.. as in C)")]
    [InlineData("RUST_MAX_STACK", "-1", "RUST_MAX_STACK=-1: not a number of bytes; valid is 256 and more (0x.. and 0.. as in C)")]
    [InlineData("RUST_LOG", "a,,b", "RUST_LOG=a,,b: a directive without a name; valid is NAME or NAME=LEVEL, with commas between")]
    [InlineData("RUST_LOG", "a=5", "RUST_LOG: 'a=5': not a level; valid is a=0 to a=4, or a for everything")]
    [InlineData("RUST_LOG", "a=debug", "RUST_LOG: 'a=debug': not a level; valid is a=0 to a=4, or a for everything")]
    [InlineData("RUST_LOG", "a=1=2", "RUST_LOG: 'a=1=2': not a level; valid is a=0 to a=4, or a for everything")]
    public void What_would_be_misread_is_told(string name, string value, string problem) =>
        Assert.Equal([problem], Problems((name, value)));

    [Fact]
    public void Too_many_directives() => Assert.Equal(["RUST_LOG: 256 directives; valid are at most 255"],
        Problems(("RUST_LOG", string.Join(',', Enumerable.Repeat("a", 256)))));

    [Fact]
    public void The_least_stack_fits_into_the_greatest() => Assert.Equal(
        ["RUST_MIN_STACK=4097: not a number of bytes; valid is 256 to RUST_MAX_STACK, 4096 (0x.. and 0.. as in C)"],
        Problems(("RUST_MAX_STACK", "4096"), ("RUST_MIN_STACK", "4097")));

    [Fact]
    public void Every_mistake_is_told_at_once() =>
        Assert.Equal(2, Problems(("RUST_THREADS", "no"), ("RUST_SEED", "no")).Count);

    private static List<string> Problems(params (string Name, string Value)[] variables) =>
        [.. StrictEnvironment.Problems(name => variables.Where(one => one.Name == name).Select(one => one.Value).FirstOrDefault())];
}
