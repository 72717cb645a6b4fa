using Rustrt.Migrate.Build;
using Rustrt.Parity.Running;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Bench;

/// <summary>How much is measured.</summary>
/// <param name="Rounds">Processes per workload and side.</param>
/// <param name="SamplesPerProcess">Figures that each process prints.</param>
/// <param name="WarmMs">How long a process runs the workload before its first figure.</param>
internal sealed record BenchOptions(int Rounds, int SamplesPerProcess, int WarmMs);

/// <summary>
/// Measures the same caller on several sides in turn: in each round every workload runs once on each side, and the side that
/// goes first changes from round to round, so that a machine that gets slower is slower for all of them.
/// </summary>
internal sealed class BenchRunner(RepositoryLayout layout, BenchOptions options)
{
    private const string Program = "bench";
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromMinutes(2);

    /// <summary>The legacy library, the router in front of it, and the new runtime.</summary>
    public static IReadOnlyList<SwitchSetting> AllSides { get; } =
        [SwitchSetting.Direct, SwitchSetting.Routed("all=legacy"), SwitchSetting.Routed("all=new")];

    public async Task<IReadOnlyList<WorkloadResult>> Run(IReadOnlyList<Workload> workloads, IReadOnlyList<SwitchSetting> sides,
        IProgress<string> progress, CancellationToken stop)
    {
        var runner = new CallerRunner(layout.LegacyDirectory, layout.RouterDirectory);
        var samples = workloads.ToDictionary(workload => workload, _ => sides.ToDictionary(side => side, _ => new List<double>()));
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var workload in workloads)
            {
                for (var turn = 0; turn < sides.Count; turn++)
                {
                    var side = sides[(turn + round) % sides.Count];
                    progress.Report($"round {round + 1} of {options.Rounds}: {workload.Name}, {side.Name}");
                    samples[workload][side].AddRange(await Measure(runner, workload, side, stop));
                }
            }
        }
        return [.. workloads.Select(workload => new WorkloadResult(workload.Name, workload.Operation, workload.Figure,
            [.. sides.Select(side => new SideResult(side.Name, samples[workload][side]))]))];
    }

    private async Task<IEnumerable<double>> Measure(CallerRunner runner, Workload workload, SwitchSetting side, CancellationToken stop)
    {
        var arguments = workload.Arguments(options);
        var run = await runner.Run(new CallerCommand(Path.Combine(layout.CallersDirectory, Program), arguments, workload.Variables,
            Threads: 1, s_timeLimit, CountCalls: false), side, stop);
        var lines = run.Output.Select(BenchLine.TryParse).OfType<BenchLine>().ToList();
        if (run.ExitStatus != 0 || lines.Count != workload.Rounds(options))
        {
            throw new UserErrorException(ExitCode.Failures, $"bench {string.Join(' ', arguments)} on {side.Name}: {run.Ending}, {lines.Count} figures of "
                + $"{workload.Rounds(options)}. {string.Join(' ', run.Errors.TakeLast(3))}");
        }
        return workload.Cold is { } round ? [lines[round].Value(workload.Figure, run.Elapsed)] : lines.Select(line => line.Value(workload.Figure, run.Elapsed));
    }
}
