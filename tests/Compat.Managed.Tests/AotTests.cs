using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Managed.Tests;

/// <summary>
/// The cases as a program that NativeAOT compiled: one runtime serves the program and what is new, unless native code calls the API
/// before the program does; then librustrt_new.so is a second one in the process.
/// </summary>
public sealed class AotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rustrt-managed-aot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [FullFact] // it compiles everything
    public void What_is_published_with_NativeAOT_ends_every_case_the_same_way()
    {
        // Outputs of its own: others may build the same projects meanwhile. The build servers would keep the output open.
        Outcome published = NativeProcess.Run("dotnet",
            ["publish", Repository.Source("tests/Compat.Managed.Aot/Rustrt.Compat.Managed.Aot.csproj"), "-r", "linux-x64", "-nologo",
                "--artifacts-path", Path.Combine(_folder, "build"), "-o", Path.Combine(_folder, "out"), "-p:UseSharedCompilation=false"],
            [("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0")]);
        Assert.True(published.Status == 0, published.ToString());

        foreach (string setting in new[] { "all=legacy", "all=new" })
        {
            foreach ((string name, CaseTests.Expected expected) in CaseTests.Cases) Assert.Equal((name, setting, expected), (name, setting, Run(name, setting)));
        }
        Assert.Equal(CaseTests.RouterFirst(CaseTests.LegacySpawn), Run("router-first", "all=legacy"));
        Assert.Equal(CaseTests.RouterFirst(CaseTests.ElsewhereSpawn), Run("router-first", "all=new"));
    }

    private CaseTests.Expected Run(string name, string setting)
    {
        Outcome outcome = CallerProcess.Run(name, setting, program: Path.Combine(_folder, "out", "Rustrt.Compat.Managed.Caller"));
        return new(outcome.Output, CallerProcess.Errors(outcome), outcome.Status);
    }
}
