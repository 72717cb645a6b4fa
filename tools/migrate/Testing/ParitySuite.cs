using Rustrt.Migrate.Build;
using Rustrt.Migrate.Parity;
using Rustrt.Migrate.Report;
using Rustrt.Migrate.Terminal;
using Rustrt.Parity;
using Rustrt.Parity.Report;
using Rustrt.Parity.Scenarios;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Testing;

/// <summary>
/// Parity on every working setting: each comparison is a test, and so is each scenario's own validity. The short tier leaves out what runs
/// nothing of the unit that its setting is about, half of the numbers of threads for such settings, and storms of a hundred thousand tasks.
/// </summary>
internal static class ParitySuite
{
    public static Suite Create(RepositoryLayout layout, bool full) =>
        new("test-parity", "parity on all settings", async step =>
    {
        IReadOnlyList<Scenario> scenarios = [.. ParityInputs.Scenarios(layout).Where(scenario => full || !scenario.OnlyInFull)];
        var runner = ParityInputs.ParityRunner(layout, scenarios,
            new ParityOptions(Repetitions: TestPlan.Repetitions(full), AtOnce: Environment.ProcessorCount, Brief: !full));
        var report = await runner.Run(scenarios, ParityInputs.Units(layout).Working, new ImmediateProgress(step.Log), step.Stop);
        var page = Path.Combine(layout.ReportsDirectory, "parity.html");
        HtmlPage.Write(ParityPage.Create(report, MachineLine.Now(layout, report.Date)), page);
        await File.WriteAllTextAsync(Path.ChangeExtension(page, ".json"), ParityJson.Write(report), step.Stop);
        step.Log($"page: {layout.Shown(page)}");
        return Result(report);
    });

    internal static SuiteResult Result(ParityReport report)
    {
        var failures = new List<FailedTest>();
        var passed = report.Agreeing;
        foreach (var scenario in report.Scenarios)
        {
            foreach (var floor in scenario.NoiseFloor)
            {
                if (floor.Divergence is null)
                {
                    passed++;
                }
                else
                {
                    failures.Add(new FailedTest($"parity {scenario.Name}: invalid with RUST_THREADS={floor.Threads}",
                        $"./migrate parity --scenario {scenario.Name} --setting all=legacy", floor.Divergence.What));
                }
            }
            failures.AddRange(scenario.Cells.Where(cell => cell.Verdict is Verdict.Diverges or Verdict.CallsAstray).Select(cell =>
                new FailedTest($"parity {scenario.Name}: {cell.Setting}, RUST_THREADS={cell.Threads}",
                    $"./migrate parity --scenario {scenario.Name} --setting '{cell.Setting}'", cell.Divergence?.What)));
        }
        return new SuiteResult(passed, failures, report.NotMigrated);
    }
}
