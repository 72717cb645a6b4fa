using Microsoft.Extensions.Logging;
using Rustrt.Federation.Logging;

namespace Rustrt.Federation.Tests.Logging;

public sealed class LogFilterTests
{
    [Theory]
    [InlineData("", "A", LogLevel.Error)]
    [InlineData("A", "A.B", LogLevel.Trace)]
    [InlineData("A", "B", LogLevel.Error)]
    [InlineData("A=3", "A", LogLevel.Information)]
    [InlineData("A=255", "A", null)]
    [InlineData("A=0", "A", LogLevel.None)]
    [InlineData("A.B=debug,A=warn", "A.B.C", LogLevel.Debug)]
    [InlineData("A.B=debug,A=warn", "A.C", LogLevel.Warning)]
    [InlineData("a::b=4", "a.b", LogLevel.Debug)]
    [InlineData("::rt::task=2", "rt.task", LogLevel.Warning)]
    [InlineData("info", "A", LogLevel.Information)]
    [InlineData(" A = Trace , off", "B", LogLevel.None)]
    [InlineData("A=loud", "A", null)]
    [InlineData("=3", "A", null)]
    [InlineData("::=3", "A", null)]
    public void Specifications_are_understood_and_mistakes_refused(string specification, string category, LogLevel? lowest)
    {
        if (lowest is null) Assert.Throws<FormatException>(() => LogFilter.Parse(specification));
        else Assert.Equal(lowest, LogFilter.Parse(specification).LowestOf(category));
    }

    [Fact]
    public void A_refusal_names_the_entry_and_what_is_valid()
    {
        var refusal = Assert.Throws<FormatException>(() => LogFilter.Parse("A=info,B=loud"));
        Assert.Equal("Log filter: the level of 'B=loud' is none; valid are off, error, warn, info, debug, trace, and the digits 0 to 9.", refusal.Message);
    }
}
