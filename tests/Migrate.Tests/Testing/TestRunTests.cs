using Rustrt.Migrate.Build;
using Rustrt.Migrate.Terminal;
using Rustrt.Migrate.Testing;

namespace Rustrt.Migrate.Tests.Testing;

public sealed class TestRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    [Fact]
    public async Task Sums_what_the_suites_counted()
    {
        var total = await Run(
            new Suite("one", "first", _ => Task.FromResult(new SuiteResult(3, [], 1))),
            new Suite("two", "second", _ => Task.FromResult(new SuiteResult(4, [new FailedTest("bad", "run bad", "why")]))));
        Assert.Equal("7 passed, 1 failed, 1 skipped", total.Counts);
        Assert.Contains("again: run bad", _output.ToString());
    }

    [Fact]
    public async Task A_suite_that_breaks_down_counts_as_a_failure_and_the_next_one_runs()
    {
        var total = await Run(
            new Suite("broken", "broken", _ => throw new StepFailedException("no results")),
            new Suite("next", "next", _ => Task.FromResult(new SuiteResult(1, []))));
        Assert.Equal("1 passed, 1 failed", total.Counts);
        Assert.Contains("no results", _output.ToString());
    }

    [Fact]
    public async Task What_is_printed_off_a_terminal_has_no_escape_sequences()
    {
        await Run(new Suite("one", "first", _ => Task.FromResult(new SuiteResult(1, [new FailedTest("[bad]", "x")]))));
        Assert.DoesNotContain('\u001b', _output.ToString());
        Assert.Contains("[bad]", _output.ToString());
    }

    private async Task<SuiteResult> Run(params Suite[] suites)
    {
        var run = new TestRun(new RepositoryLayout(_folder.Path), Screen.Create(_output, isTerminal: false));
        await run.RunAll(suites, CancellationToken.None);
        run.Report();
        return run.Total;
    }
}
