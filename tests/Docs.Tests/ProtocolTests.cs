using System.Text.RegularExpressions;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests;

/// <summary>The pages of protocols have the constants of the headers.</summary>
public sealed partial class ProtocolTests
{
    private static readonly Dictionary<string, string> s_constants = Definition().Matches(Repository.Read("src/Compat/Router/Rustrt/router_api.h"))
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    [Fact]
    public void The_bits_of_the_state_word() => Assert.Equal(
        s_constants.Where(constant => constant.Key.StartsWith("STATE_", StringComparison.Ordinal)).Select(constant => $"{constant.Key} {constant.Value}").Order(StringComparer.Ordinal),
        Page.Read("docs/protocols/task-state.md").Table("bit", "value", "means").Select(row => $"{row[0].Trim('`')} {row[1]}").Order(StringComparer.Ordinal));

    [Fact]
    public void The_reasons_for_leaving_a_task() => Assert.Equal(
        s_constants.Keys.Where(name => name.StartsWith("LEFT_", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        Page.Read("docs/protocols/upcalls.md").Table("reason", "means").Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal));

    [Fact]
    public void The_answers() => Assert.Equal(
        s_constants.Keys.Where(name => name.StartsWith("ANSWER_", StringComparison.Ordinal)).Select(name => name["ANSWER_".Length..].ToLowerInvariant()).Order(StringComparer.Ordinal),
        Page.Read("docs/protocols/upcalls.md").Table("answer", "what the router does", "then").Select(row => row[0].Split(' ', '(')[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void The_flags_of_a_call()
    {
        var told = Flag().Matches(string.Join(' ', Page.Read("docs/protocols/upcalls.md").Lines.Select(line => line.Text))).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}");
        Assert.Equal(s_constants.Where(constant => constant.Key.StartsWith("CALL_", StringComparison.Ordinal)).Select(constant => $"{constant.Key} {constant.Value}"), told);
    }

    [Fact]
    public void The_version_of_the_core_table() => Assert.Matches(
        $@"is version {Version().Match(Repository.Read("legacy/include/rustrt_core.h")).Groups[1].Value} \(`RUSTRT_CORE_VERSION`\)", Repository.Read("docs/protocols/binding.md"));

    [Fact]
    public void The_least_stack_of_a_foreign_thread()
    {
        var needed = NeededStack().Match(Repository.Read("src/Compat/Router/Rustrt/stacks.c")).Groups[1].Value;
        Assert.Contains($"needs {needed} KiB of free stack", Repository.Read("docs/protocols/upcalls.md"), StringComparison.Ordinal);
        Assert.Contains($"needs {needed} KiB of free stack", Repository.Read("MIGRATION.md"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^#define ((?:STATE|LEFT|ANSWER|CALL)_\w+)\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"`(CALL_\w+)` \((\d+)\)")]
    private static partial Regex Flag();

    [GeneratedRegex(@"#define RUSTRT_CORE_VERSION (\d+)")]
    private static partial Regex Version();

    [GeneratedRegex(@"NEEDED = (\d+) << 10")]
    private static partial Regex NeededStack();
}
