using System.Globalization;
using System.Text.RegularExpressions;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests;

/// <summary>Exit codes in tables and in sentences are those of the switch, the launcher and the verbs.</summary>
public sealed partial class ExitCodeTests
{
    public static TheoryData<string> Pages => [.. Repository.ProductPages];

    [Fact]
    public void The_page_of_the_switch_has_the_codes_of_its_header()
    {
        var ofHeader = HeaderCode().Matches(Repository.Read("src/Compat/Switch/switch_exit_codes.h")).Select(match => Number(match.Groups[1].Value)).Where(code => code != 0).Order();
        Assert.Equal(ofHeader, Page.Read("docs/switch.md").Table("code", "why").Select(row => Number(row[0])).Order());
    }

    [Fact]
    public void The_page_of_the_command_line_has_the_codes_of_every_verb()
    {
        var told = Told();
        Expect.None(CommandLine.Verbs.Values.SelectMany(verb => verb.ExitCodes.Select(code => (Verb: verb.Name, Code: code)))
            .Where(one => !told.Any(row => row.Codes.Contains(one.Code) && (row.From.StartsWith("all", StringComparison.Ordinal) || row.From.Contains(one.Verb, StringComparison.Ordinal))))
            .Select(one => $"docs/cli.md does not say that {one.Verb} exits with {one.Code}"));
    }

    [Fact]
    public void Every_code_of_the_page_of_the_command_line_is_somebody_s()
    {
        var known = Known();
        Expect.None(Told().SelectMany(row => row.Codes).Where(code => !known.Contains(code)).Select(code => $"docs/cli.md has {code}, which nothing exits with"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_code_in_a_sentence_is_somebody_s(string page) => Expect.None(UnknownCodes(Page.Read(page)));

    [Theory]
    [InlineData("It exits with 199.", 199)]
    [InlineData("is refused with 98", 98)]
    [InlineData("ends the process with 119, 198 or 123", 198)]
    [InlineData("the process ends with code 97", 97)]
    public void A_code_that_nothing_exits_with_is_told(string text, int code) => Assert.Contains($"page.md:1: {code}", Assert.Single(UnknownCodes(new Page("page.md", text))), StringComparison.Ordinal);

    [Fact]
    public void Codes_that_something_exits_with_are_not_told() => Expect.None(UnknownCodes(new Page("page.md", "exits with 0, 120 or 123; refused with 119; starts with 77")));

    private static IEnumerable<string> UnknownCodes(Page page)
    {
        var known = Known();
        return page.Lines.SelectMany(line => Sentence().Matches(line.Text).SelectMany(match => match.Groups["code"].Captures)
            .Where(capture => !known.Contains(Number(capture.Value))).Select(capture => $"{new Mention(page.Path, line.Number, capture.Value)}: nothing exits with it"));
    }

    private static HashSet<int> Known() =>
    [
        .. CommandLine.Verbs.Values.SelectMany(verb => verb.ExitCodes),
        .. HeaderCode().Matches(Repository.Read("src/Compat/Switch/switch_exit_codes.h")).Select(match => Number(match.Groups[1].Value)),
        .. ConstantCode().Matches(Repository.Read("tools/migrate/ExitCode.cs")).Select(match => Number(match.Groups[1].Value)),
        .. LauncherCode().Matches(Repository.Read("migrate")).Select(match => Number(match.Groups[1].Value)),
    ];

    private static List<(HashSet<int> Codes, string From)> Told() => [.. Page.Read("docs/cli.md").Table("code", "from", "meaning").Select(row =>
    {
        var ends = row[0].Split('-').Select(Number).ToList();
        return (Enumerable.Range(ends[0], ends[^1] - ends[0] + 1).ToHashSet(), row[1]);
    })];

    private static int Number(string text) => int.Parse(text.Trim(), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"SWITCH_EXIT_\w+ = (\d+)")]
    private static partial Regex HeaderCode();

    [GeneratedRegex(@"const int \w+ = (\d+)")]
    private static partial Regex ConstantCode();

    [GeneratedRegex(@"^exit_\w+=(\d+)", RegexOptions.Multiline)]
    private static partial Regex LauncherCode();

    [GeneratedRegex(@"\b(?:exits?|ends(?: the process)?|refused) with (?:code )?(?<code>\d+)(?:, (?<code>\d+))*(?: (?:or|and|to) (?<code>\d+))?")]
    private static partial Regex Sentence();
}
