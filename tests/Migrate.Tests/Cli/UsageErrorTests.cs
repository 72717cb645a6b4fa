using System.CommandLine;
using Rustrt.Migrate.Commands;

namespace Rustrt.Migrate.Tests.Cli;

/// <summary>A wrong command line is told in words that name the mistake and what would be valid.</summary>
public sealed class UsageErrorTests
{
    private static readonly RootCommand s_root =
        [new RunCommand(Repository.Layout), new ScanCommand(Repository.Layout), new ExplainCommand(Repository.Layout), new SwitchCommand(Repository.Layout), new BenchCommand(Repository.Layout)];

    [Theory]
    [InlineData("rnu", "migrate: there is no 'rnu'; there are run, scan, explain, switch, bench", "'./migrate --help' explains.")]
    [InlineData("switch", "migrate: what is to be done is missing; there is render", "'./migrate switch --help' explains.")]
    [InlineData("switch rendr", "migrate: there is no 'rendr'; there is render", "'./migrate switch --help' explains.")]
    [InlineData("switch render", "migrate: FILE is missing: Features named after units, or all, in the form of Microsoft.FeatureManagement (JSON).", "'./migrate switch render --help' explains.")]
    [InlineData("scan", "migrate: FILE is missing: Programs and libraries; nothing of them is run.", "'./migrate scan --help' explains.")]
    [InlineData("scan --jsno a", "migrate: there is no option '--jsno'.", "'./migrate scan --help' explains.")]
    [InlineData("run --switch all=new", "migrate: PROGRAM [ARGS] is missing: The program and its arguments, after '--'.", "'./migrate run --help' explains.")]
    [InlineData("run --switch all=new --threds 2 -- a", "migrate: there is no option '--threds'.", "'./migrate run --help' explains.")]
    [InlineData("bench --suite nope", "migrate: Argument 'nope' not recognized. Must be one of: 'switch' 'runtime' 'peers'", "'./migrate bench --help' explains.")]
    [InlineData("explain io --program /no/such/program", "migrate: --program /no/such/program: there is no such file.", "'./migrate explain --help' explains.")]
    [InlineData("explain io --program /", "migrate: --program /: this is a folder; name a file.", "'./migrate explain --help' explains.")]
    [InlineData("explain io --json /", "migrate: --json /: this is a folder; name a file.", "'./migrate explain --help' explains.")]
    [InlineData("switch render a --out /", "migrate: --out /: this is a folder; name a file.", "'./migrate switch render --help' explains.")]
    [InlineData("bench --markdown /", "migrate: --markdown /: this is a folder; name a file.", "'./migrate bench --help' explains.")]
    [InlineData("bench --suite peers --from /", "migrate: --from /: this is a folder; name a file.", "'./migrate bench --help' explains.")]
    public void A_mistake_is_told(string line, params string[] words) => Assert.Equal(words, UsageErrors.Of(s_root.Parse(line)));

    [Theory]
    [InlineData("run --switch all=new -- a --its own")]
    [InlineData("scan a --json")]
    [InlineData("switch render a --out /no/such/folder/file")]
    public void What_is_right_is_not(string line) => Assert.Empty(UsageErrors.Of(s_root.Parse(line)));
}
