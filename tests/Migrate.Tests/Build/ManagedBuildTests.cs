using Rustrt.Migrate.Build;
using Rustrt.Migrate.Terminal;
using Rustrt.Migrate.Testing;

namespace Rustrt.Migrate.Tests.Build;

[Collection(StartsProcesses.Name)]
public sealed class ManagedBuildTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><RunAnalyzers>false</RunAnalyzers></PropertyGroup>
        </Project>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Several_projects_are_restored_and_built_by_one_command_which_leaves_no_compiler_behind()
    {
        File.WriteAllText(_folder["one/one.csproj"], Project);
        File.WriteAllText(_folder["two/two.csproj"], Project);
        File.WriteAllText(_folder["two/Two.cs"], "class Two;");

        Step build = new("build", "building", step => ManagedBuild.Build(step, "both", "Release", ["one/one.csproj", "two/two.csproj"]));
        Assert.True(await new StepRunner(new RepositoryLayout(_folder.Path), Screen.Create(TextWriter.Null, isTerminal: false)).RunAll([build], CancellationToken.None),
            File.ReadAllText(_folder["artifacts/logs/build.log"]));

        Assert.True(File.Exists(_folder["one/bin/Release/net10.0/one.dll"]) && File.Exists(_folder["two/bin/Release/net10.0/two.dll"]));
        var command = Assert.Single(File.ReadLines(_folder["artifacts/logs/build.log"]), line => line.StartsWith("$ dotnet", StringComparison.Ordinal));
        var compiler = command.Split("SharedCompilationId=")[1].Split(' ')[0];
        Assert.DoesNotContain(Directory.GetDirectories("/proc").Select(process => Path.Combine(process, "cmdline")), file => Reads(file, compiler));
    }

    // False also of a process that is gone by now, or somebody else's.
    private static bool Reads(string file, string word)
    {
        try
        {
            return File.Exists(file) && File.ReadAllText(file).Contains(word, StringComparison.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [Fact]
    public void What_suites_run_is_built_once_for_each_configuration()
    {
        ManagedProject both = new("tests/Both.csproj", "Debug"), release = new("tests/Both.csproj", "Release");
        Suite Of(params ManagedProject[] projects) => new("some", "some", _ => Task.FromResult(SuiteResult.Empty)) { Runs = projects };

        Assert.Equal(["build-tests-debug", "build-tests-release"], TestPlan.Builds([Of(both), Of(both, release), Of()]).Select(step => step.Name));
        Assert.Empty(TestPlan.Builds([Of()]));
    }
}
