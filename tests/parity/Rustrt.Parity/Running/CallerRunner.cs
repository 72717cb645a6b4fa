using System.Diagnostics;
using System.Globalization;
using System.Text;
using Rustrt.Parity.Calls;
using Rustrt.Parity.Settings;

namespace Rustrt.Parity.Running;

/// <summary>
/// Runs callers with everything observed and nothing inherited: only PATH and HOME of our own environment reach them, so
/// that a variable of the user's shell cannot make two runs differ.
/// </summary>
/// <param name="legacyDirectory">The folder with the legacy library as librustrt.so.</param>
/// <param name="routerDirectory">The folder with the router as librustrt.so, and its backends.</param>
public sealed class CallerRunner(string legacyDirectory, string routerDirectory)
{
    private static readonly string[] s_inherited = ["PATH", "HOME"];

    /// <summary>Runs a program to its end, or to its time limit.</summary>
    public async Task<CallerRun> Run(CallerCommand command, SwitchSetting setting, CancellationToken stop)
    {
        var callsFile = setting.Switch is not null && command.CountCalls ? Path.GetTempFileName() : null;
        try
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(StartInfo(command, setting, callsFile))
                ?? throw new InvalidOperationException($"{command.Program} could not be started");
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var ended = await WaitForEnd(process, command.TimeLimit, stop);
            var elapsed = watch.Elapsed;
            return new CallerRun(ended ? process.ExitCode : null, Lines(await output), Lines(await errors), elapsed,
                callsFile is null ? null : CallReport.TryRead(callsFile));
        }
        finally
        {
            if (callsFile is not null)
            {
                File.Delete(callsFile);
            }
        }
    }

    private static async Task<bool> WaitForEnd(Process process, TimeSpan limit, CancellationToken stop)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            stop.ThrowIfCancellationRequested();
            return false;
        }
    }

    private ProcessStartInfo StartInfo(CallerCommand command, SwitchSetting setting, string? callsFile)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // A caller may print any bytes; Latin-1 keeps each of them apart.
            StandardOutputEncoding = Encoding.Latin1,
            StandardErrorEncoding = Encoding.Latin1,
        };
        start.Environment.Clear();
        foreach (var name in s_inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }
        start.Environment["RUST_THREADS"] = command.Threads.ToString(CultureInfo.InvariantCulture);
        start.Environment["LD_LIBRARY_PATH"] = setting.Switch is null ? legacyDirectory : routerDirectory;
        if (setting.Switch is not null)
        {
            start.Environment["RUSTRT_SWITCH"] = setting.Switch;
        }
        if (callsFile is not null)
        {
            start.Environment["RUSTRT_CALLS"] = callsFile;
        }
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }
        return start;
    }

    private static string[] Lines(string text)
    {
        var lines = text.Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
