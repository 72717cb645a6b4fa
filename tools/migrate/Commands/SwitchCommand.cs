using System.CommandLine;
using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate switch</c>: what is done to settings.</summary>
internal sealed class SwitchCommand : Command
{
    public SwitchCommand(RepositoryLayout layout) : base("switch", "Makes settings of the switch: 'render' evaluates a conditional roll-out.") =>
        Subcommands.Add(new SwitchRenderCommand(layout));
}
