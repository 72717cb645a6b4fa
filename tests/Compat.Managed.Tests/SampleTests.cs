using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Managed.Tests;

/// <summary>samples/managed-caller does what its README says.</summary>
public sealed class SampleTests
{
    private static readonly string s_readme = File.ReadAllText(Repository.Source("samples/managed-caller/README.md"));

    private static string Program { get; } = Path.GetFullPath(Path.Combine(
        Repository.Root, "samples", "managed-caller", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "ManagedCaller"));

    [Theory]
    [InlineData("all=legacy")]
    [InlineData("all=new")]
    public void The_sample_says_on_both_backends_what_its_README_says(string setting)
    {
        Outcome outcome = NativeProcess.Run(Program, [], [("RUSTRT_SWITCH", setting), ("LD_LIBRARY_PATH", Repository.Router)]);

        Assert.Equal(0, outcome.Status);
        Assert.Contains($"```\n{outcome.Output}```", s_readme, StringComparison.Ordinal);
    }
}
