using Rustrt.Parity.Comparison;

namespace Rustrt.Parity.Tests.Comparison;

public class HappensBeforeTests
{
    private static readonly OrderedPair s_putThenGot = new("^put (\\d+)$", "^got {1}$");

    [Theory]
    [InlineData("put 1", "put 2", "got 2", "got 1")]
    [InlineData("other", "put 1", "got 1")]
    public void Orders_that_are_kept(params string[] lines) => Assert.Null(Check(s_putThenGot, lines));

    [Fact]
    public void A_later_line_that_comes_first_is_shown_with_its_earlier_one()
    {
        var divergence = Check(s_putThenGot, "put 1", "got 2", "got 1", "put 2");
        Assert.Equal("standard output: line 2 comes ahead of line 4, which must come before it", divergence!.What);
        Assert.Equal(["got 2", "put 2"], divergence.Context.Select(line => line.Text));
    }

    [Fact]
    public void A_line_that_nothing_follows_breaks_the_order() =>
        Assert.Equal("standard output: no line /^got 2$/ follows line 2", Check(s_putThenGot, "put 1", "put 2", "got 1")!.What);

    [Fact]
    public void An_order_that_orders_nothing_could_never_be_broken() =>
        Assert.Equal("standard output: no line matches /^put (\\d+)$/", Check(s_putThenGot, "got 1")!.What);

    [Fact]
    public void What_a_group_captured_is_taken_literally() =>
        Assert.NotNull(Check(new OrderedPair("^put (.*)$", "^got {1}$"), "put a.c", "got abc"));

    [Fact]
    public void The_reference_is_held_to_the_order_too()
    {
        var comparison = new HappensBeforeComparison(OutputSource.Output, [s_putThenGot]);
        var good = Runs.Printing("put 1", "got 1");
        Assert.Null(comparison.Compare(good, good));
        Assert.StartsWith("standard output of the reference", comparison.Compare(Runs.Printing("got 1", "put 1"), good)!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_is_not_captured_is_an_error() =>
        Assert.Contains("{2}", Assert.Throws<ArgumentException>(() => new OrderedPair("^put (\\d+)$", "^got {2}$")).Message);

    private static Divergence? Check(OrderedPair pair, params string[] lines) =>
        new HappensBeforeComparison(OutputSource.Output, [pair]).Compare(Runs.Printing("put 0", "got 0"), Runs.Printing(lines));
}
