using System.Diagnostics;
using System.Reflection;

namespace Rustrt.Federation.Tests.Aot;

/// <summary>A program of all subjects (tests/NewRuntime.Aot), published with NativeAOT, does what it does when it is compiled in time.</summary>
public sealed class AotTests : IDisposable
{
    private static readonly TimeSpan s_hangs = TimeSpan.FromMinutes(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("aot-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [FullFact] // it compiles everything twice
    public void What_is_published_does_the_same_and_nothing_of_it_is_warned_of()
    {
        string build = Path.Combine(_folder, "build"); // outputs of its own: others may build the same projects meanwhile
        string root = typeof(AotTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "RepoRoot").Value!;
        string project = Path.Combine(root, "tests/NewRuntime.Aot/NewRuntime.Aot.csproj");
        Run("dotnet", "build", project, "-c", "Release", "-nologo", "--artifacts-path", build);
        Run("dotnet", "publish", project, "-r", "linux-x64", "-nologo", "--artifacts-path", build, "-o", Path.Combine(_folder, "out"));
        string compiledInTime = Run("dotnet", Path.Combine(build, "bin/NewRuntime.Aot/release/NewRuntime.Aot.dll"));
        Assert.Contains("host: stopped\n", compiledInTime, StringComparison.Ordinal);
        Assert.Equal(compiledInTime, Run(Path.Combine(_folder, "out/NewRuntime.Aot")));
    }

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // The build servers that MSBuild leaves behind would keep the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_hangs))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end");
        }
        Assert.True(process.ExitCode == 0, $"exit status {process.ExitCode}\n{output.Result}{errors.Result}");
        return output.Result;
    }
}
