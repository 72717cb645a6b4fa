using System.CommandLine;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate build</c>: leaves the libraries and the callers where design.md says.</summary>
internal sealed class BuildCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Option<bool> _yes = CommonOptions.Yes();

    public BuildCommand(RepositoryLayout layout)
        : base("build", "Builds both runtimes, the router and the example callers into artifacts/.",
            ["./migrate build", "./migrate build --yes      # also installs missing Debian packages without asking"],
            [CommonOptions.CodeSuccess, CommonOptions.CodeUsage, CommonOptions.CodePackages, CommonOptions.CodeBuild])
    {
        _layout = layout;
        Options.Add(_yes);
    }

    protected override async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var screen = Screen.Create();
        await Prerequisites.Ensure(screen, _layout, arguments.GetValue(_yes), Prerequisites.Purpose.Build, stop);
        if (!await new StepRunner(_layout, screen).RunAll(BuildPlan.Steps(_layout), stop))
        {
            return ExitCode.BuildFailed;
        }
        screen.Line();
        screen.Line($"legacy library  {_layout.Shown(_layout.LegacyLibrary)}");
        screen.Line($"router          {_layout.Shown(_layout.RouterLibrary)}");
        screen.Line($"core library    {_layout.Shown(_layout.CoreLibrary)}");
        screen.Line($"callers         {_layout.Shown(_layout.CallersDirectory)}/");
        screen.Line("Next: ./migrate run --switch 'all=new' -- artifacts/callers/token_ring");
        return ExitCode.Success;
    }
}
