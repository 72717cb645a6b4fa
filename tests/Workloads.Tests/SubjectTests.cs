using System.Globalization;
using Rustrt.Federation.Workloads.Running;

namespace Rustrt.Federation.Workloads.Tests;

/// <summary>Every workload does what it says, as it checks itself, and prints the line that the peers print.</summary>
public sealed class SubjectTests
{
    public static TheoryData<string, int> Lines { get; } = new()
    {
        { "spawn n=500", 500 },
        { "spawn n=20 iters=3", 60 },
        { "parked n=500", 500 },
        { "yield tasks=3 n=300", 300 },
        { "yield tasks=30 n=300 order=random", 300 },
        { "pingpong n=300", 300 },
        { "ring tasks=1 n=100", 100 },
        { "ring tasks=20 n=1000", 1000 },
        { "fanin producers=7 msgs=30 cap=4", 210 },
        { "fib n=15 cutoff=4 iters=3", 3 },
        { "cancel n=100", 100 },
        { "cancel n=50 depth=5", 50 },
        { "parked n=200 on=pipe", 200 },
        { "timers n=200 within_ms=20", 200 },
        { "cancel n=50 on=pipe", 50 },
        { "cancel n=20 depth=3 mode=exception", 20 },
        { "select pipes=3 n=300", 300 },
        { "log n=300", 300 },
        { "log level=debug n=300", 300 },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void On_one_scheduler(string line, int operations) => Check(line, threads: 1, operations);

    [Theory]
    [MemberData(nameof(Lines))]
    public void On_two_schedulers(string line, int operations) => Check(line, threads: 2, operations);

    [Fact]
    public void No_workload_is_left_out() =>
        Assert.Empty(WorkloadCommand.Kinds.Select(kind => kind.Name).Except(Lines.Select(row => ((string)row[0]).Split(' ')[0])));

    private static void Check(string line, int threads, int operations)
    {
        string[] words = [.. line.Split(' '), $"threads={threads}", "warm_ms=0"];
        StringWriter output = new();
        StringWriter errors = new();
        Assert.Equal(0, WorkloadCommand.Run(words, output, errors));
        Assert.Equal("", errors.ToString());
        var fields = output.ToString().TrimEnd('\n').Split(' ').Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(words[0], fields["workload"]);
        Assert.Equal(threads, Number("threads"));
        Assert.Equal(operations, Number("ops"));
        Assert.True(Number("ns_per_op") > 0 && Number("first_ns_per_op") > 0 && Number("rss_kib") > 0 && Number("passes") >= 1, output.ToString());
        Assert.True(Number("cpu_ns_per_op") >= 0 && Number("alloc_per_op") >= 0, output.ToString());

        double Number(string field) => double.Parse(fields[field], CultureInfo.InvariantCulture);
    }
}
