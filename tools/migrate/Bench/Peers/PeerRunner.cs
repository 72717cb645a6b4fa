using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>A run that gave no figure.</summary>
internal sealed record PeerFailure(string Row, string Side, string Reason);

/// <summary>
/// Runs the sides of rows in turn: in each round every side of a row runs once, and the one that goes first changes, so that a
/// machine that gets slower is slower for all of them.
/// </summary>
internal sealed class PeerRunner(RepositoryLayout layout, int rounds, int warmMs)
{
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromMinutes(3);

    /// <summary>The figures of each row by its name, and the runs that gave none.</summary>
    public async Task<(IReadOnlyDictionary<string, IReadOnlyList<SideResult>> Rows, IReadOnlyList<PeerFailure> Failures)> Run(
        IReadOnlyList<PeerContest> contests, IProgress<string> progress, CancellationToken stop)
    {
        var samples = contests.SelectMany(contest => contest.Runs).ToDictionary(run => run, _ => new List<double>());
        List<PeerFailure> failures = [];
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contest in contests)
            {
                for (var turn = 0; turn < contest.Runs.Count; turn++)
                {
                    var run = contest.Runs[(turn + round) % contest.Runs.Count];
                    progress.Report($"round {round + 1} of {rounds}: {contest.Row}, {run.Side}");
                    try
                    {
                        samples[run].Add(await Measure(run, stop));
                    }
                    catch (InvalidDataException error)
                    {
                        failures.Add(new PeerFailure(contest.Row, run.Side, error.Message));
                    }
                }
            }
        }
        return (contests.ToDictionary(contest => contest.Row, IReadOnlyList<SideResult> (contest) =>
            [.. contest.Runs.Where(run => samples[run].Count > 0).Select(run => new SideResult(run.Side, samples[run]))]), failures);
    }

    /// <summary>The command line of a run.</summary>
    public IReadOnlyList<string> Command(PeerRow row, PeerProgram program) =>
    [
        "taskset", "-c", row.Cores == 1 ? "0" : string.Create(CultureInfo.InvariantCulture, $"0-{row.Cores - 1}"),
        PeerBuild.Executable(layout, program), row.Workload, .. row.Parameters.Split(' '),
        string.Create(CultureInfo.InvariantCulture, $"threads={row.Threads}"), .. program.Words(row, warmMs)!,
    ];

    private async Task<double> Measure(PeerRun run, CancellationToken stop)
    {
        var command = Command(run.Row, run.Program);
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            throw new UserErrorException(ExitCode.NotBuilt, $"{command[0]}: {error.Message}.");
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(s_timeLimit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 && Figure(await output, run.Row) is { } figure ? figure
                : throw new InvalidDataException($"exit status {process.ExitCode}, {(await output).Trim()} {(await errors).Trim()}".TrimEnd());
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new InvalidDataException($"no end after {s_timeLimit.TotalMinutes:0} minutes");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>The figure of a row in what a program printed; null when it is not there.</summary>
    internal static double? Figure(string output, PeerRow row)
    {
        var line = output.Split('\n').LastOrDefault(line => line.StartsWith($"workload={row.Workload} ", StringComparison.Ordinal));
        var word = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.StartsWith(row.Figure + "=", StringComparison.Ordinal));
        return double.TryParse(word?[(row.Figure.Length + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) && figure > 0 ? figure : null;
    }
}
