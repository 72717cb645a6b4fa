using System.CommandLine;
using Rustrt.Migrate.Commands;

namespace Rustrt.Migrate.Tests.Bench;

/// <summary>What belongs to another suite of <c>bench</c> is refused before anything is built or measured.</summary>
[Collection(StartsProcesses.Name)]
public class BenchSuiteTests
{
    [Theory]
    [InlineData("--workload ring", "--workload ring: there is none in --suite switch; there are call, yield, ")]
    [InlineData("--suite peers --workload call", "--workload call: there is none in --suite peers; there are spawn, yield, ")]
    [InlineData("--suite peers n=1", "n=1: only --suite runtime has parameters.")]
    [InlineData("--suite peers --samples 2", "--samples is not an option of --suite peers.")]
    [InlineData("--workload yield n=1 --rounds 2", "--rounds is not an option of --suite runtime.")]
    [InlineData("--workload yield --workload ring n=1", "--suite runtime runs one --workload NAME with its parameters, not 2.")]
    [InlineData("n=1", "--suite runtime runs one --workload NAME with its parameters, not 0.")]
    public async Task A_mistake_ends_with_2(string line, string message)
    {
        var before = Console.Error;
        StringWriter errors = new();
        Console.SetError(errors);
        try
        {
            Assert.Equal(ExitCode.Usage, await new BenchCommand(Repository.Layout).Parse(line.Split(' ')).InvokeAsync());
        }
        finally
        {
            Console.SetError(before);
        }
        Assert.StartsWith("migrate: " + message, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_suite_has_one_of_three_names() =>
        Assert.Contains("'peers'", Assert.Single(new BenchCommand(Repository.Layout).Parse(["--suite", "all"]).Errors).Message);
}
