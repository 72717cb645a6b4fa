using Rustrt.Compat.Backends.New;

namespace Rustrt.Compat.Tests.Improvements;

/// <summary>The text of RUSTRT_IMPROVE.</summary>
public sealed class ImprovementParserTests
{
    private const string Valid = "valid are taskless-calls, strict-env, collect-cycles, async-log and exit-deadline=TIME";

    [Fact]
    public void Nothing_named_is_nothing_improved() => Assert.Equal(new Backends.New.Improvements(), Parsed(""));

    [Fact]
    public void Names_come_in_any_order_with_room_around_them() => Assert.Equal(
        new Backends.New.Improvements { AsyncLog = true, TasklessCalls = true, StrictEnvironment = true, CollectCycles = true, ExitDeadline = TimeSpan.FromSeconds(5) },
        Parsed("async-log, exit-deadline=5s ,strict-env,taskless-calls,collect-cycles"));

    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("5s", 5_000)]
    [InlineData("2m", 120_000)]
    [InlineData("0s", 0)]
    public void A_deadline_has_a_unit(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Parsed($"exit-deadline={text}").ExitDeadline);

    [Theory]
    [InlineData("colect-cycles", "unknown improvement 'colect-cycles'; " + Valid)]
    [InlineData("strict-env,", "a name is missing between commas; " + Valid)]
    [InlineData("strict-env=1", "'strict-env=1': strict-env takes no value")]
    [InlineData("async-log,async-log", "'async-log' is named twice")]
    [InlineData("exit-deadline=1s,exit-deadline=2s", "'exit-deadline' is named twice")]
    [InlineData("exit-deadline", "'exit-deadline': not a time; valid is a whole number with ms, s or m behind it, as in exit-deadline=5s")]
    [InlineData("exit-deadline=5", "'exit-deadline=5': not a time; valid is a whole number with ms, s or m behind it, as in exit-deadline=5s")]
    [InlineData("exit-deadline=-5s", "'exit-deadline=-5s': not a time; valid is a whole number with ms, s or m behind it, as in exit-deadline=5s")]
    [InlineData("exit-deadline=999999m", "'exit-deadline=999999m': not a time; valid is a whole number with ms, s or m behind it, as in exit-deadline=5s")]
    public void A_mistake_is_named_with_what_would_be_valid(string text, string expected)
    {
        Assert.False(ImprovementParser.TryParse(text, out _, out string? problem));
        Assert.Equal(expected, problem);
    }

    private static Backends.New.Improvements Parsed(string text)
    {
        Assert.True(ImprovementParser.TryParse(text, out Backends.New.Improvements? asked, out string? problem), problem);
        return asked;
    }
}
