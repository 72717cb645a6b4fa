using System.Diagnostics;

namespace Rustrt.Samples.Tests.Support;

internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of the output, in order.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Itself, if the program ended well.</summary>
    public Outcome Good()
    {
        Assert.True(ExitCode == 0, $"exit status {ExitCode}\n{Output}{Errors}");
        return this;
    }
}

/// <summary>Runs a program to its end; one that hangs fails its test.</summary>
internal static class Tool
{
    private static readonly TimeSpan s_hangs = TimeSpan.FromMinutes(4);

    public static Outcome Run(string folder, string input, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The build servers that MSBuild leaves behind would keep the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(s_hangs))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end");
        }
        return new Outcome(process.ExitCode, output.Result, errors.Result);
    }
}
