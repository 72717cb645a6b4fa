using System.CommandLine;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Commands;
using Rustrt.Migrate.Testing;

namespace Rustrt.Migrate.Tests.Cli;

/// <summary>Wrong values are refused with the option, the value and what is valid, before anything is done.</summary>
public sealed class OptionTests
{
    [Theory]
    [InlineData("parity", "--repeat", "0")]
    [InlineData("parity", "--repeat", "many")]
    [InlineData("bench", "--rounds", "-1")]
    [InlineData("run", "--threads", "0")]
    public void A_number_has_a_least(string verb, string option, string value)
    {
        Command command = verb switch
        {
            "parity" => new ParityCommand(Repository.Layout),
            "bench" => new BenchCommand(Repository.Layout),
            _ => new RunCommand(Repository.Layout),
        };
        Assert.Contains(command.Parse([option, value]).Errors, error => error.Message == $"{option} {value}: expected a whole number from 1 up.");
    }

    [Fact]
    public void An_unknown_suite_is_told_with_those_there_are()
    {
        var error = Assert.Throws<UserErrorException>(() => TestPlan.Select(Repository.Layout, full: false, ["nothing"]));
        Assert.Equal(ExitCode.Usage, error.Code);
        Assert.StartsWith("--only nothing: no suite has such a name; there are test-generated, test-legacy, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_suites_of_the_native_parts_are_there_before_they_are_built()
    {
        using TemporaryFolder clone = new();
        File.WriteAllText(clone["tests/One.csproj"], "");
        File.WriteAllText(clone["tests/conformance/d_one.cpp"], "");
        Assert.Equal("test-callers", Assert.Single(TestPlan.Select(new RepositoryLayout(clone.Path), full: false, ["test-callers"]).Suites).Name);
    }

    [Theory]
    [InlineData("router-asan", true, "test-router-asan")]
    [InlineData("switch", false, "test-switch")]
    public void A_suite_of_the_full_tier_is_picked_by_its_name_alone(string word, bool full, string suite)
    {
        var selected = TestPlan.Select(Repository.Layout, full: false, [word]);
        Assert.Equal((suite, full), (Assert.Single(selected.Suites).Name, selected.Full));
    }

    [Fact]
    public async Task What_cannot_be_written_is_a_message_and_no_stack_trace()
    {
        foreach (Exception error in new Exception[] { new UnauthorizedAccessException("Access to the path 'artifacts/reports/page.html' is denied."), new IOException("No space left on device : 'page.html'") })
        {
            // Not caught by the verb it would pass through here.
            Assert.Equal(ExitCode.Failures, await new Unwritable(error).Parse([]).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
        }
    }

    private sealed class Unwritable(Exception error) : VerbCommand("unwritable", "", [], [])
    {
        protected override Task<int> Run(ParseResult arguments, CancellationToken stop) => throw error;
    }
}
