using System.Diagnostics;

namespace Bindgen.Tests.Support;

internal sealed record Outcome(int ExitCode, string Output, string Errors);

/// <summary>Runs a program to its end.</summary>
internal static class Tool
{
    public static Outcome Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, errors.Result);
    }

    /// <summary>Compiles with warnings as errors.</summary>
    public static void Gcc(params string[] arguments)
    {
        Outcome outcome = Run("gcc", ["-Wall", "-Wextra", "-Werror", .. arguments]);
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
    }
}
