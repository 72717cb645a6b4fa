using System.Diagnostics;
using System.Text;

namespace Rustrt.Compat.Tests.Support;

/// <summary>What a process left behind: its exit status (128 + n when signal n ended it) and its words.</summary>
internal sealed record Outcome(int Status, string Output, string Errors)
{
    public override string ToString() => $"status {Status}\n--- stdout\n{Output}\n--- stderr\n{Errors}";
}

/// <summary>Runs a program in an environment that says nothing about the runtime but what the test says.</summary>
internal static class NativeProcess
{
    // A limit on hanging, not a measure: the slowest program here takes seconds on an idle machine.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(Tier.IsFull ? 60 : 10);

    /// <summary>Runs it to its end. Bytes of its output become the characters of the same number.</summary>
    public static Outcome Run(string program, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> variables, string? folder = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.Latin1,
            StandardErrorEncoding = Encoding.Latin1,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        foreach (string name in start.Environment.Keys.Where(IsOurs).ToList()) start.Environment.Remove(name);
        foreach ((string name, string value) in variables) start.Environment[name] = value;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill();
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} still ran after {s_patience}: {errors.Result}");
        }
        process.WaitForExit();
        return new(process.ExitCode, output.Result, errors.Result);
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("RUST", StringComparison.Ordinal) || name.StartsWith("LD_", StringComparison.Ordinal) || name == "DETAILED_LEAKS";
}
