using System.Diagnostics;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Terminal;
using Spectre.Console;

namespace Rustrt.Migrate.Testing;

/// <summary>Runs suites in order and sums what they counted; a suite that breaks down counts as one failed test.</summary>
internal sealed class TestRun(RepositoryLayout layout, Screen screen)
{
    private readonly List<(Suite Suite, SuiteResult Result, TimeSpan Elapsed)> _results = [];

    public SuiteResult Total => _results.Aggregate(SuiteResult.Empty, (sum, entry) => sum + entry.Result);

    public async Task RunAll(IReadOnlyList<Suite> suites, CancellationToken stop)
    {
        for (var index = 0; index < suites.Count; index++)
        {
            await Run(suites[index], $"[{index + 1}/{suites.Count}] {suites[index].Title}", stop);
        }
    }

    private async Task Run(Suite suite, string label, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var result = SuiteResult.Empty;
        var finished = false;
        var step = new Step(suite.Name, suite.Title, async context =>
        {
            result = await suite.Body(context);
            finished = true;
            context.Summary = result.Counts;
            if (result.Failed > 0)
            {
                foreach (var failure in result.Failures)
                {
                    context.Log($"failed: {failure.Name}  {failure.Message}");
                }
                throw new StepFailedException(result.Counts);
            }
        });
        var well = await new StepRunner(layout, screen).Run(step, label, stop);
        if (!well && !finished)
        {
            result = new SuiteResult(0, [new FailedTest($"{suite.Title} did not run to its end", $"./migrate test --only {suite.Name}",
                $"see artifacts/logs/{suite.Name}.log")]);
        }
        _results.Add((suite, result, watch.Elapsed));
    }

    /// <summary>The table of all suites, then each failure with the command that runs it again.</summary>
    public void Report()
    {
        screen.Line();
        var table = screen.NewTable().AddColumn("suite");
        foreach (var column in new[] { "passed", "failed", "skipped", "time" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }
        foreach (var (suite, result, elapsed) in _results)
        {
            table.AddRow(suite.Title.EscapeMarkup(), $"{result.Passed}", result.Failed > 0 ? $"[red]{result.Failed}[/]" : "0",
                $"{result.Skipped}", Screen.Seconds(elapsed));
        }
        screen.Show(table);
        var failures = Total.Failures;
        if (failures.Count == 0)
        {
            return;
        }
        screen.Heading(failures.Count == 1 ? "1 failure" : $"{failures.Count} failures");
        foreach (var failure in failures)
        {
            screen.Line($"  {failure.Name}");
            if (!string.IsNullOrEmpty(failure.Message))
            {
                screen.Line($"      {failure.Message}");
            }
            screen.Line($"      again: {failure.Rerun}");
        }
    }
}
