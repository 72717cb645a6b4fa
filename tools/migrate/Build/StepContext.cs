using System.Diagnostics;
using System.Text;

namespace Rustrt.Migrate.Build;

/// <summary>What the body of a step works with: commands whose output goes to the step's log, and copies.</summary>
internal sealed class StepContext(RepositoryLayout layout, StreamWriter log, CancellationToken stop)
{
    private readonly Lock _logLock = new();

    public RepositoryLayout Layout { get; } = layout;

    /// <summary>The user wants everything to end.</summary>
    public CancellationToken Stop { get; } = stop;

    /// <summary>One line about the outcome, shown beside the step when it is done.</summary>
    public string? Summary { get; set; }

    /// <summary>The last line that a command wrote: shown while a long step runs.</summary>
    public string LastLine { get; private set; } = "";

    /// <summary>Runs a command in the repository's root and fails the step when it fails.</summary>
    public async Task Run(string command, params string[] arguments)
    {
        var status = await Try(command, arguments);
        if (status != 0)
        {
            throw new StepFailedException($"{Path.GetFileName(command)} ended with exit status {status}");
        }
    }

    /// <summary>Runs a command and returns its exit status.</summary>
    public Task<int> Try(string command, params string[] arguments) =>
        Try(NoChanges, null, command, arguments);

    /// <summary>Runs a command that may fail, handing each line of its output on as well.</summary>
    public Task<int> Try(Action<string> onOutput, string command, params string[] arguments) =>
        Try(NoChanges, onOutput, command, arguments);

    /// <summary>Runs a command with some variables of its own.</summary>
    public Task<int> Try(IReadOnlyDictionary<string, string> environment, string command, params string[] arguments) =>
        Try(environment, null, command, arguments);

    private static IReadOnlyDictionary<string, string> NoChanges { get; } = new Dictionary<string, string>();

    private async Task<int> Try(IReadOnlyDictionary<string, string> environment, Action<string>? onOutput, string command,
        string[] arguments)
    {
        Log("$ " + string.Join(' ', environment.Select(pair => $"{pair.Key}={pair.Value}")
            .Concat([command]).Concat(arguments).Select(Quoted)));
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Layout.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        // A build server that outlives its command keeps the pipes of this one open, and the step would never end.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        // Compilers and tests end before code that a profile has improved pays for the profiling: a sixth of a build's time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) =>
        {
            Log(line.Data);
            if (line.Data is not null)
            {
                onOutput?.Invoke(line.Data);
            }
        };
        process.ErrorDataReceived += (_, line) => Log(line.Data);
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new StepFailedException($"{command} could not be started: {error.Message}");
        }
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(Stop);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode;
    }

    /// <summary>
    /// Puts a copy in place by renaming, so that a program which has the old file mapped keeps it. Does nothing when
    /// the copy is already the same, so that nothing later looks out of date.
    /// </summary>
    public void Copy(string source, string destination)
    {
        if (!File.Exists(source))
        {
            throw new StepFailedException($"{Layout.Shown(source)} was not made");
        }
        var content = File.ReadAllBytes(source);
        if (File.Exists(destination) && content.AsSpan().SequenceEqual(File.ReadAllBytes(destination)))
        {
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
        var temporary = destination + ".part";
        File.WriteAllBytes(temporary, content);
        File.SetUnixFileMode(temporary, File.GetUnixFileMode(source));
        File.Move(temporary, destination, overwrite: true);
        Log($"copied {Layout.Shown(source)} to {Layout.Shown(destination)}");
    }

    public void Log(string? line)
    {
        if (line is null)
        {
            return;
        }
        lock (_logLock)
        {
            log.WriteLine(line);
            log.Flush();
            if (!string.IsNullOrWhiteSpace(line))
            {
                LastLine = line.Trim();
            }
        }
    }

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_=+./:,@%".Contains(c)) ? word : $"'{word.Replace("'", "'\\''")}'";
}
