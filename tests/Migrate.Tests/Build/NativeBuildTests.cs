using Rustrt.Migrate.Build;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Tests.Build;

[Collection(StartsProcesses.Name)]
public sealed class NativeBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A checkout from before, or one in which somebody called cmake by hand.</summary>
    [Fact]
    public async Task A_folder_that_cmake_filled_for_make_is_filled_anew()
    {
        File.WriteAllText(_folder["source/CMakeLists.txt"], "cmake_minimum_required(VERSION 3.20)\nproject(nothing NONE)\nadd_custom_target(all_of_it ALL COMMAND ${CMAKE_COMMAND} -E touch made)\n");
        File.WriteAllText(_folder["artifacts/build/nothing/Makefile"], "");
        File.WriteAllText(_folder["artifacts/build/nothing/CMakeCache.txt"], "CMAKE_GENERATOR:INTERNAL=Unix Makefiles\n");
        Step build = new("build", "building", step => BuildPlan.CMake(step, "source", "nothing"));

        Assert.True(await new StepRunner(new RepositoryLayout(_folder.Path), Screen.Create(TextWriter.Null, isTerminal: false)).RunAll([build, build], CancellationToken.None),
            File.ReadAllText(_folder["artifacts/logs/build.log"]));

        Assert.True(File.Exists(_folder["artifacts/build/nothing/made"]) && !File.Exists(_folder["artifacts/build/nothing/Makefile"]));
    }
}
