using System.Text.RegularExpressions;
using Rustrt.Docs.Tests.Checks;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests;

public sealed partial class CommandTests
{
    // Help, and short forms of options that are checked by their long one.
    private static readonly string[] s_notOnThePage = ["-h", "-?", "--help", "-y", "-s"];

    private static readonly Dictionary<string, Verb> s_two = new()
    {
        ["run"] = new("run", new HashSet<string> { "--switch", "--calls", "-s" }, new HashSet<int>()),
        ["build"] = new("build", new HashSet<string> { "--yes" }, new HashSet<int>()),
    };

    public static TheoryData<string> Pages => [.. Repository.ProductPages];

    public static TheoryData<string> Verbs => [.. CommandLine.Verbs.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_verb_and_option_exists(string page) => Expect.None(CommandCheck.Problems(Page.Read(page), CommandLine.Verbs));

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_option_of_a_verb_is_on_the_page_of_the_command_line(string verb)
    {
        var page = Page.Read("docs/cli.md");
        // What several verbs have may be said once, anywhere on the page.
        Expect.None(CommandLine.Verbs[verb].Options.Except(s_notOnThePage)
            .Where(option => !Says(CommandLine.Verbs.Values.Count(other => other.Options.Contains(option)) > 1 ? page : page.Section(verb), option)));

        static bool Says(Page page, string option) => page.Code().Any(code => code.Text.Contains(option, StringComparison.Ordinal));
    }

    [Fact]
    public void The_design_marks_a_verb_as_later_exactly_until_it_is_there()
    {
        var rows = Page.Read("docs/design.md").Table("verb", "does");
        var told = rows.SelectMany(row => new Page("", row[0]).CodeSpans().Select(code => (Verb: code.Text.Split(' ')[0], Later: row[0].Contains(Later.Mark, StringComparison.Ordinal))));
        Expect.None(told.Where(verb => verb.Later == CommandLine.Verbs.ContainsKey(verb.Verb)));
        Expect.None(CommandLine.Verbs.Keys.Except(told.Select(verb => verb.Verb)));
    }

    [Fact]
    public void The_design_says_later_of_no_command_that_is_there() =>
        Expect.None(LaterCommand().Matches(Repository.Read("docs/design.md")).Select(match => match.Groups["verb"].Value).Where(CommandLine.Verbs.ContainsKey));

    [Theory]
    [InlineData("`./migrate rnu --switch all=new -- x`", "page.md:1: ./migrate rnu --switch all=new -- x: there is no verb 'rnu'")]
    [InlineData("```\n./migrate run --swich all=new -- x --y\n```", "page.md:2: ./migrate run --swich all=new -- x --y: 'run' has no option '--swich'")]
    [InlineData("`./migrate build [--calls]`", "page.md:1: ./migrate build [--calls]: 'build' has no option '--calls'")]
    [InlineData("with `--jsno`", "page.md:1: --jsno: no verb has the option '--jsno'")]
    [InlineData("with `--jsno FILE`", "page.md:1: --jsno FILE: no verb has the option '--jsno'")]
    public void What_the_command_line_does_not_know_is_told(string text, string problem) =>
        Assert.Equal([problem], CommandCheck.Problems(new Page("page.md", text), s_two));

    [Theory]
    [InlineData("`./migrate VERB`, `./migrate`")]
    [InlineData("`./migrate run --calls -- program --its --own`")]
    [InlineData("```\n./migrate build   # not --calls\n```")]
    [InlineData("with `--yes`; ./migrate rnu is not code")]
    public void What_it_knows_is_not(string text) => Expect.None(CommandCheck.Problems(new Page("page.md", text), s_two));

    [Fact]
    public void The_help_is_understood()
    {
        Assert.Equal(["run", "bench"], CommandLine.Commands("Usage:\n  x\n\nCommands:\n  run <PROGRAM>  Runs.\n  bench          Measures.\n\n"));
        var run = CommandLine.Describe("run", "Options:\n  -s, --switch <SETTING> (REQUIRED)  The setting.\n  --warm-ms <N>  N.\n\nExit codes:\n  0   well\n  115 not built\n\n");
        Assert.Equal(["--switch", "--warm-ms", "-s"], run.Options.Order(StringComparer.Ordinal));
        Assert.Equal([0, 115], run.ExitCodes.Order());
    }

    [GeneratedRegex(@"`(?:\./migrate )?(?<verb>[a-z]+)[^`]*`\s\*\(later\)\*")]
    private static partial Regex LaterCommand();
}
