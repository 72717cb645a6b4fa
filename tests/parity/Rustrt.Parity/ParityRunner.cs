using Rustrt.Parity.Calls;
using Rustrt.Parity.Comparison;
using Rustrt.Parity.Report;
using Rustrt.Parity.Running;
using Rustrt.Parity.Scenarios;
using Rustrt.Parity.Settings;

namespace Rustrt.Parity;

/// <summary>How thoroughly a parity run looks.</summary>
/// <param name="NoiseRuns">Runs of the legacy library against its first one.</param>
/// <param name="Repetitions">Runs on each setting.</param>
/// <param name="AtOnce">Scenarios that run side by side; the runs of one follow each other.</param>
/// <param name="Brief">
/// Leaves out the settings of a unit alone of which the scenario calls nothing: there the same code runs as without the unit. What a
/// scenario calls is what the router counted on all=legacy, which must be among the settings; where it counted nothing, since the
/// program aborts, none is left out for that. Another unit is alone on one side, with one of the scenario's numbers of threads, which the names of
/// scenario and unit decide. Nothing is left out of a unit that every task stands on (<see cref="SwitchUnits.UnderEveryTask"/>).
/// </param>
public sealed record ParityOptions(int NoiseRuns = 2, int Repetitions = 1, int AtOnce = 1, bool Brief = false);

/// <summary>
/// Runs scenarios: first legacy against legacy, which tells how far a scenario's comparison can be trusted, then each
/// setting against the legacy library.
/// </summary>
/// <param name="runner">Runs the callers.</param>
/// <param name="callersDirectory">Where the callers are.</param>
/// <param name="options">How thoroughly.</param>
public sealed class ParityRunner(CallerRunner runner, string callersDirectory, ParityOptions options)
{
    /// <summary>Runs scenarios on settings; <paramref name="progress"/> hears what is about to run.</summary>
    public async Task<ParityReport> Run(IReadOnlyList<Scenario> scenarios, IReadOnlyList<SwitchSetting> settings, IProgress<string> progress,
        CancellationToken stop)
    {
        var results = new ScenarioResult[scenarios.Count];
        var begun = 0;
        ParallelOptions limits = new() { MaxDegreeOfParallelism = options.AtOnce, CancellationToken = stop };
        await Parallel.ForAsync(0, scenarios.Count, limits, async (index, stopOrFailed) =>
        {
            progress.Report($"{scenarios[index].Name} ({Interlocked.Increment(ref begun)} of {scenarios.Count})");
            results[index] = await Run(scenarios[index], settings, stopOrFailed);
        });
        return new ParityReport(DateTimeOffset.Now, [.. settings.Select(setting => setting.Name)], results);
    }

    /// <summary>Runs one scenario on settings.</summary>
    public async Task<ScenarioResult> Run(Scenario scenario, IReadOnlyList<SwitchSetting> settings, CancellationToken stop)
    {
        var floors = new List<NoiseFloor>();
        var cells = new List<CellResult>();
        foreach (var threads in scenario.Threads)
        {
            var (reference, floor) = await Floor(scenario, threads, stop);
            floors.Add(floor);
            if (floor.Divergence is not null)
            {
                continue;
            }
            IReadOnlyDictionary<string, UnitCalls>? called = null;
            foreach (var setting in settings.OrderBy(setting => setting != SwitchUnits.AllLegacy))
            {
                if (options.Brief && IsOfLeavesAlone(setting) && (IsUncalled(setting, called) || !IsChosen(scenario, setting, threads)))
                {
                    continue;
                }
                cells.Add(await Cell(scenario, setting, threads, reference, stop));
                called ??= setting == SwitchUnits.AllLegacy ? cells[^1].UnitCalls : null;
            }
        }
        return new ScenarioResult(scenario.Name, scenario.Summary,
            [.. scenario.Comparisons.Select(declared => declared.Comparison.Describes).Distinct()], floors, cells);
    }

    private static bool IsOfLeavesAlone(SwitchSetting setting) => setting.UnitsApart is { Count: > 0 } apart && !apart.Any(SwitchUnits.UnderEveryTask.Contains);

    private static bool IsUncalled(SwitchSetting setting, IReadOnlyDictionary<string, UnitCalls>? called) =>
        called is not null && !setting.UnitsApart.Any(unit => called.TryGetValue(unit, out var calls) && calls.Legacy + calls.New > 0);

    private static bool IsChosen(Scenario scenario, SwitchSetting setting, int threads)
    {
        var sum = (scenario.Name + string.Concat(setting.UnitsApart)).Sum(letter => letter);
        var side = sum / scenario.Threads.Count % 2 == 0 ? "legacy" : "new";
        return threads == scenario.Threads[sum % scenario.Threads.Count] && setting.SideOf(setting.UnitsApart[0]) == side;
    }

    private async Task<(CallerRun Reference, NoiseFloor Floor)> Floor(Scenario scenario, int threads, CancellationToken stop)
    {
        var reference = await runner.Run(Command(scenario, threads), SwitchSetting.Direct, stop);
        var times = new List<double> { reference.Elapsed.TotalMilliseconds };
        var divergence = reference.ExitStatus == scenario.Exit ? null
            : new Divergence($"the legacy library: {reference.Ending}, the scenario says {scenario.Exit}",
                [.. reference.Errors.TakeLast(5).Select(line => new ContextLine(LineOrigin.CandidateOnly, line))]);
        var runs = 0;
        while (divergence is null && runs < options.NoiseRuns)
        {
            var again = await runner.Run(Command(scenario, threads), SwitchSetting.Direct, stop);
            times.Add(again.Elapsed.TotalMilliseconds);
            divergence = First(scenario, threads, reference, again);
            runs++;
        }
        return (reference, new NoiseFloor(threads, runs, divergence, times));
    }

    private async Task<CellResult> Cell(Scenario scenario, SwitchSetting setting, int threads, CallerRun reference, CancellationToken stop)
    {
        var times = new List<double>();
        CallProof? proof = null;
        CallReport? calls = null;
        for (var run = 0; run < options.Repetitions; run++)
        {
            var candidate = await runner.Run(Command(scenario, threads), setting, stop);
            times.Add(candidate.Elapsed.TotalMilliseconds);
            calls = candidate.Calls;
            if (candidate.NotMigrated is { } missing)
            {
                return new CellResult(setting.Name, threads, Verdict.NotMigrated, times, null, missing, calls?.Units);
            }
            proof = setting.Switch is null ? null : CallProof.Of(setting, candidate);
            if (First(scenario, threads, reference, candidate) is { } divergence)
            {
                return new CellResult(setting.Name, threads, Verdict.Diverges, times, divergence, proof?.Text, calls?.Units);
            }
            if (proof is { Holds: false })
            {
                return new CellResult(setting.Name, threads, Verdict.CallsAstray, times, new Divergence(proof.Text, []), proof.Text, calls?.Units);
            }
        }
        return new CellResult(setting.Name, threads, Verdict.Agrees, times, null, proof?.Text, calls?.Units);
    }

    private static Divergence? First(Scenario scenario, int threads, CallerRun reference, CallerRun candidate) =>
        scenario.ComparisonsFor(threads).Select(comparison => comparison.Compare(reference, candidate)).FirstOrDefault(found => found is not null);

    private CallerCommand Command(Scenario scenario, int threads) => new(Path.Combine(callersDirectory, scenario.Program), scenario.Arguments,
        scenario.Environment, threads, scenario.TimeLimit, CountCalls: true);
}
