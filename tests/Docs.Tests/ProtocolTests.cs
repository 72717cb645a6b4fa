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

    [Theory]
    [InlineData("rustrt_legacy", "field", "is")]
    [InlineData("rustrt_seams", "field", "is")]
    [InlineData("rustrt_core", "field", "from", "does")]
    [InlineData("rustrt_exchange_seam", "field", "does")]
    [InlineData("rustrt_logging_seam", "field", "does")]
    [InlineData("rustrt_environment_seam", "field", "does")]
    [InlineData("rustrt_at_exit_seam", "field", "does")]
    [InlineData("rustrt_local_heap_seam", "field", "does")]
    [InlineData("rustrt_local_data_seam", "field", "does")]
    [InlineData("rustrt_stacks_seam", "field", "does")]
    [InlineData("rustrt_router", "field", "is")]
    public void The_core_table_and_seams(string record, params string[] headings)
    {
        Match declared = Regex.Match(Repository.Read("legacy/include/rustrt_core.h"), $@"typedef struct {record} \{{\n(.*?)\n\}} {record};", RegexOptions.Singleline);
        var body = Comment().Replace(declared.Groups[1].Value, "");
        var page = Repository.Read("docs/protocols/core-table.md");
        var section = Regex.Match(page, $@"^###? {record}\n(.*?)(?=^##|\z)", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;
        Assert.Contains($"| {string.Join(" | ", headings)} |\n", section, StringComparison.Ordinal);

        Assert.Equal(Fields(body), Row().Matches(section).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void Every_seam_has_its_table() => Assert.Equal(
        Seam().Matches(Repository.Read("legacy/include/rustrt_core.h")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
        Regex.Matches(Repository.Read("docs/protocols/core-table.md"), @"^### (\w+_seam)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void The_version_that_a_library_must_speak() => Assert.Contains(
        $"its version is {Version().Match(Repository.Read("legacy/include/rustrt_core.h")).Groups[1].Value}, ", Repository.Read("docs/protocols/core-table.md"), StringComparison.Ordinal);

    [Fact]
    public void The_least_stack_of_a_foreign_thread()
    {
        var needed = NeededStack().Match(Repository.Read("src/Compat/Router/Rustrt/stacks.c")).Groups[1].Value;
        Assert.Contains($"needs {needed} KiB of free stack", Repository.Read("docs/protocols/upcalls.md"), StringComparison.Ordinal);
        Assert.Contains($"needs {needed} KiB of free stack", Repository.Read("MIGRATION.md"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Fields(string body) => body.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(line => line.Contains("(*", StringComparison.Ordinal) ? [line] : line.Split(','))
        .Select(field => Member().Match(field.Trim())).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value);

    [Fact]
    public void The_lines_of_both_sides_of_stacks() => Assert.All(Page.Read("docs/protocols/stacks.md").Table("file", "lines"),
        row => Assert.Equal($"{row[0]} {Repository.Read(row[0].Trim('`')).Count(c => c == '\n')}", $"{row[0]} {row[1]}"));

    [GeneratedRegex(@"^#define ((?:STATE|LEFT|ANSWER|CALL)_\w+)\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"`(CALL_\w+)` \((\d+)\)")]
    private static partial Regex Flag();

    [GeneratedRegex(@"#define RUSTRT_CORE_VERSION (\d+)")]
    private static partial Regex Version();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // The name of a function pointer stands in parentheses, in front of its parameters.
    [GeneratedRegex(@"\(\*(\w+)\)\(|(\w+)(?:\[\w+\])?$")]
    private static partial Regex Member();

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\} (rustrt_\w+_seam);", RegexOptions.Multiline)]
    private static partial Regex Seam();

    [GeneratedRegex(@"NEEDED = (\d+) << 10")]
    private static partial Regex NeededStack();
}
