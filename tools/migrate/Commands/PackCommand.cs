using System.CommandLine;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate pack</c>: what is used outside this repository.</summary>
internal sealed class PackCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;

    public PackCommand(RepositoryLayout layout)
        : base("pack", "Makes the packages Rustrt.Bindgen, Rustrt.Bindgen.Runtime, Rustrt.Federation, its Freestanding, its Logging and its Hosting in artifacts/packages.",
            ["./migrate pack", "./migrate pack && samples/strangle-zlib/build.sh artifacts/packages"],
            [CommonOptions.CodeSuccess, CommonOptions.CodeUsage, CommonOptions.CodeBuild]) =>
        _layout = layout;

    protected override async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var screen = Screen.Create();
        if (!await new StepRunner(_layout, screen).RunAll([Packages.Step(_layout)], stop))
        {
            return ExitCode.BuildFailed;
        }
        screen.Line();
        foreach (var package in Directory.EnumerateFiles(_layout.PackagesDirectory, "*.nupkg").Order(StringComparer.Ordinal))
        {
            screen.Line(_layout.Shown(package));
        }
        return ExitCode.Success;
    }
}
