using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Tests;

/// <summary>What is wrong on the command line is told with its place and what would be valid, and nothing is run.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("jump", "there is no workload 'jump'; there are spawn, parked, ")]
    [InlineData("yield n=0", "yield: n=0: expected a whole number from 1 up.")]
    [InlineData("yield n=3000000000", "yield: n=3000000000: expected a whole number from 1 up.")]
    [InlineData("yield n", "yield: 'n': expected NAME=VALUE.")]
    [InlineData("yield depth=1", "yield: depth=1: there is no such parameter; there are tasks, n, order, threads, warm_ms.")]
    [InlineData("yield n=1 n=2", "yield: n=2: n is given twice.")]
    [InlineData("yield warm_ms=-1", "yield: warm_ms=-1: expected a whole number from 0 up.")]
    [InlineData("cancel mode=kindly", "cancel: mode=kindly: expected one of status, exception.")]
    public void A_mistake_ends_with_2(string line, string message)
    {
        StringWriter output = new();
        StringWriter errors = new();
        Assert.Equal(2, WorkloadCommand.Run(line.Split(' '), output, errors));
        Assert.Equal("", output.ToString());
        Assert.StartsWith("workloads: " + message, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_names_every_workload_and_parameter()
    {
        StringWriter output = new();
        Assert.Equal(0, WorkloadCommand.Run(["--help"], output, TextWriter.Null));
        Assert.All(WorkloadCommand.Kinds, kind => Assert.Contains($"{kind.Name}: {kind.Operation}", output.ToString()));
        Assert.All(WorkloadCommand.Kinds.SelectMany(kind => kind.Parameters), parameter => Assert.Contains($"  {parameter.Name}={parameter.Default}", output.ToString()));
    }

    [Fact]
    public void The_table_of_the_readme_has_every_workload_and_no_other()
    {
        string? folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder!, "benchmarks/README.md"))) folder = Path.GetDirectoryName(folder);
        var rows = File.ReadLines(Path.Combine(folder!, "benchmarks/README.md"))
            .SkipWhile(static line => line != "| workload | an operation is |").Skip(2).TakeWhile(static line => line.StartsWith('|'));
        Assert.Equal(WorkloadCommand.Kinds.Select(static kind => kind.Name), rows.Select(static row => row.Split('`')[1]));
    }

    [Fact]
    public void Nothing_is_a_mistake_that_is_answered_with_help()
    {
        StringWriter errors = new();
        Assert.Equal(2, WorkloadCommand.Run([], TextWriter.Null, errors));
        Assert.StartsWith("usage: ", errors.ToString(), StringComparison.Ordinal);
    }
}
