using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>A run that gave no figure.</summary>
internal sealed record PeerFailure(string Row, string Program, string Reason);

/// <summary>
/// Runs rows on programs in turn: in each round every row runs once on each, and the one that goes first changes, so that a
/// machine that gets slower is slower for all of them.
/// </summary>
internal sealed class PeerRunner(RepositoryLayout layout, int rounds, int warmMs)
{
    private static readonly TimeSpan s_timeLimit = TimeSpan.FromMinutes(3);

    /// <summary>The figures, and the runs that gave none.</summary>
    public async Task<(IReadOnlyList<PeerRowResult> Rows, IReadOnlyList<PeerFailure> Failures)> Run(IReadOnlyList<PeerRow> rows,
        IReadOnlyList<PeerProgram> programs, IProgress<string> progress, CancellationToken stop)
    {
        var samples = rows.ToDictionary(row => row, row => programs.Where(program => program.Words(row, warmMs) is not null)
            .ToDictionary(program => program, _ => new List<double>()));
        List<PeerFailure> failures = [];
        for (var round = 0; round < rounds; round++)
        {
            foreach (var row in rows)
            {
                PeerProgram[] having = [.. samples[row].Keys];
                for (var turn = 0; turn < having.Length; turn++)
                {
                    var program = having[(turn + round) % having.Length];
                    progress.Report($"round {round + 1} of {rounds}: {row.Name}, {program.Name}");
                    try
                    {
                        samples[row][program].Add(await Measure(row, program, stop));
                    }
                    catch (InvalidDataException error)
                    {
                        failures.Add(new PeerFailure(row.Name, program.Name, error.Message));
                    }
                }
            }
        }
        return ([.. rows.Select(row => new PeerRowResult(row.Name, row.Threads, row.Operation, row.Unit,
            [.. samples[row].Where(side => side.Value.Count > 0).Select(side => new SideResult(side.Key.Name, side.Value))]))], failures);
    }

    /// <summary>The command line of a run.</summary>
    public IReadOnlyList<string> Command(PeerRow row, PeerProgram program) =>
    [
        .. row.Threads == 1 ? new[] { "taskset", "-c", "0" } : [],
        PeerBuild.Executable(layout, program), row.Workload, .. row.Parameters.Split(' '),
        string.Create(CultureInfo.InvariantCulture, $"threads={row.Threads}"), .. program.Words(row, warmMs)!,
    ];

    private async Task<double> Measure(PeerRow row, PeerProgram program, CancellationToken stop)
    {
        var command = Command(row, program);
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
            return process.ExitCode == 0 && Figure(await output, row) is { } figure ? figure
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
