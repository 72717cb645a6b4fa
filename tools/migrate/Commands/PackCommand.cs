using System.CommandLine;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate pack</c>: what is used outside this repository.</summary>
internal sealed class PackCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Option<bool> _yes = CommonOptions.Yes();

    public PackCommand(RepositoryLayout layout)
        : base("pack", "Makes the packages Rustrt.Bindgen, Rustrt.Bindgen.Runtime, Rustrt.Federation, its Freestanding, its Logging and its Hosting, Rustrt.Compat and its Hosting in artifacts/packages.",
            ["./migrate pack", "./migrate pack && samples/strangle-zlib/build.sh artifacts/packages"],
            [CommonOptions.CodeSuccess, CommonOptions.CodeUsage, CommonOptions.CodePackages, CommonOptions.CodeBuild])
    {
        _layout = layout;
        Options.Add(_yes);
    }

    protected override async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var screen = Screen.Create();
        await Prerequisites.Ensure(screen, _layout, arguments.GetValue(_yes), Prerequisites.Purpose.Build, stop);
        if (!await new StepRunner(_layout, screen).RunAll(BuildPlan.StepsForPackages(_layout), stop))
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
