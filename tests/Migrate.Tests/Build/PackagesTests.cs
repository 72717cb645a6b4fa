using Rustrt.Migrate.Build;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Tests.Build;

[Collection(StartsProcesses.Name)]
public sealed class PackagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly RepositoryLayout _layout;

    public PackagesTests()
    {
        _layout = new RepositoryLayout(_folder.Path);
        foreach (var file in new[]
        {
            "tools/bindgen/Tool.cs", "src/Bindgen.Runtime/Runtime.cs", "src/Compat/Switch/switch.c", "src/Compat.Hosting/Host.cs",
            "legacy/CMakeLists.txt", "legacy/exports.py", "legacy/include/rustrt.h", "legacy/src/kernel.cpp", "src/NewRuntime/Federation.cs", "src/NewRuntime.Analyzers/Rules.cs", "src/NewRuntime.Freestanding/Pipe.cs",
            "src/NewRuntime.Logging/Logger.cs", "src/NewRuntime.Hosting/Host.cs",
            "Directory.Build.props", "Directory.Packages.props", "global.json", "LICENSE",
        })
        {
            File.WriteAllText(_folder[file], file);
        }
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void The_version_stands_for_the_content_of_the_sources()
    {
        var before = Packages.Version(_layout);
        Assert.Matches("^0\\.1\\.0-dev\\.h[0-9a-f]{12}$", before);

        File.WriteAllText(_folder["tools/bindgen/obj/Debug/made.cs"], "what a build leaves");
        Assert.Equal(before, Packages.Version(_layout));

        File.WriteAllText(_folder["src/Compat/Switch/switch.c"], "changed");
        var after = Packages.Version(_layout);
        Assert.NotEqual(before, after);

        File.WriteAllText(_folder["src/NewRuntime/Federation.cs"], "changed");
        var last = Packages.Version(_layout);
        Assert.NotEqual(after, last);

        File.WriteAllText(_folder["legacy/src/kernel.cpp"], "changed");
        Assert.NotEqual(last, Packages.Version(_layout));
    }

    [Fact]
    public void A_file_that_moved_is_other_content()
    {
        var before = Packages.Version(_layout);

        File.Move(_folder["tools/bindgen/Tool.cs"], _folder["tools/bindgen/Other.cs"]);

        Assert.NotEqual(before, Packages.Version(_layout));
    }

    [Fact]
    public async Task Nothing_is_done_while_the_packages_are_current()
    {
        // There is no project to pack: whatever runs dotnet fails.
        Assert.False(await Run());
        foreach (var name in new[] { "Rustrt.Bindgen", "Rustrt.Bindgen.Runtime", "Rustrt.Federation.Freestanding", "Rustrt.Federation", "Rustrt.Federation.Logging", "Rustrt.Federation.Hosting", "Rustrt.Compat", "Rustrt.Compat.Hosting" })
        {
            File.WriteAllText(_folder[$"artifacts/packages/{name}.{Packages.Version(_layout)}.nupkg"], "");
        }

        Assert.True(await Run());
        Assert.DoesNotContain("$ dotnet", await File.ReadAllTextAsync(_folder["artifacts/logs/build-packages.log"]));

        File.WriteAllText(_folder["LICENSE"], "changed");
        Assert.False(await Run());
        Assert.Equal(8, Directory.GetFiles(_layout.PackagesDirectory).Length);
    }

    private Task<bool> Run() => new StepRunner(_layout, Screen.Create(_output, isTerminal: false)).RunAll([Packages.Step(_layout)], CancellationToken.None);
}
