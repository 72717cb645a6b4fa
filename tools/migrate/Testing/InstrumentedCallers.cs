using System.Globalization;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Parity;
using Rustrt.Parity.Running;
using Rustrt.Parity.Scenarios;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Testing;

/// <summary>
/// The runs that the parity scenarios declare, of callers on an old runtime or a router that is being watched. Each must end as the
/// scenario says, an abort included, and the instrument must have found nothing.
/// </summary>
internal sealed class InstrumentedCallers(string libraryDirectory, string callersDirectory, Instrument instrument)
{
    private const string Tasks = "tasks=";

    public Task<SuiteResult> Run(StepContext step) => Run(step, SwitchSetting.Direct);

    public async Task<SuiteResult> Run(StepContext step, SwitchSetting setting)
    {
        var runner = new CallerRunner(libraryDirectory, libraryDirectory);
        var result = SuiteResult.Empty;
        foreach (var scenario in ParityInputs.Scenarios(step.Layout))
        {
            foreach (var threads in scenario.Threads)
            {
                var command = Command(scenario, threads);
                var run = await runner.Run(command, setting, step.Stop);
                var problem = Instrument.Finding(run.Errors) ?? (run.ExitStatus == scenario.Exit ? null : $"{run.Ending}, expected {scenario.Exit}");
                var name = $"{scenario.Name}{(setting.Switch is null ? "" : $" on {setting}")}, RUST_THREADS={threads}";
                step.Log($"{name}: {problem ?? "nothing found"}");
                if (problem is null)
                {
                    result += new SuiteResult(1, []);
                    continue;
                }
                foreach (var line in run.Errors)
                {
                    step.Log("    " + line);
                }
                result += new SuiteResult(0, [new FailedTest(name, ByHand(command, setting), problem)]);
            }
        }
        return result;
    }

    private CallerCommand Command(Scenario scenario, int threads)
    {
        string[] words = [.. instrument.Before, Path.Combine(callersDirectory, scenario.Program), .. Arguments(scenario)];
        return new CallerCommand(words[0], words[1..], new Dictionary<string, string>(scenario.Environment.Concat(instrument.Environment)), threads,
            scenario.TimeLimit * instrument.Slowdown, CountCalls: false);
    }

    // The caller whose tasks are all alive at one time; its output is not compared here.
    private IEnumerable<string> Arguments(Scenario scenario)
    {
        if (scenario.Program != "spawn_storm" || instrument.MostTasks is not { } most)
        {
            return scenario.Arguments;
        }
        var declared = scenario.Arguments.FirstOrDefault(IsNumberOfTasks);
        // Without a word the storm is of 100,000.
        var tasks = declared is null ? most : Math.Min(most, int.Parse(declared[Tasks.Length..], CultureInfo.InvariantCulture));
        return [.. scenario.Arguments.Where(word => !IsNumberOfTasks(word)), $"{Tasks}{tasks}"];
    }

    private static bool IsNumberOfTasks(string word) => word.StartsWith(Tasks, StringComparison.Ordinal);

    private string ByHand(CallerCommand command, SwitchSetting setting) => string.Join(' ',
        [.. setting.Switch is null ? [] : (string[])[$"RUSTRT_SWITCH='{setting.Switch}'"], .. command.Environment.Select(pair => $"{pair.Key}='{pair.Value}'"), $"RUST_THREADS={command.Threads}", $"LD_LIBRARY_PATH={libraryDirectory}",
            command.Program, .. command.Arguments]);
}
