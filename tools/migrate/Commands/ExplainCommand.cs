using System.CommandLine;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Parity;
using Rustrt.Migrate.Report;
using Rustrt.Migrate.Services;
using Rustrt.Migrate.Switch;
using Rustrt.Migrate.Terminal;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate explain UNIT</c>: every rule of the switch that is looked at, and which decides.</summary>
internal sealed class ExplainCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Argument<string> _unit = new("UNIT") { Description = "A unit of the switch." };
    private readonly Option<string?> _switch = new("--switch", "-s") { Description = "In place of RUSTRT_SWITCH.", HelpName = "SETTING" };
    private readonly Option<FileInfo?> _program = new("--program") { Description = "The program: a file rustrt.switch beside it counts.", HelpName = "FILE" };
    private readonly Option<FileInfo?> _json = CommonOptions.Json("the explanation");

    public ExplainCommand(RepositoryLayout layout)
        : base("explain", "Tells on which side a unit would be for a program that is started now, every rule that was looked at, and which decided.",
            ["./migrate explain logging", "./migrate explain logging --switch 'all=legacy;logging=new,legacy'", "./migrate explain logging --program ./program --json"],
            [CommonOptions.CodeSuccess, CommonOptions.CodeUsage, (ExitCode.FirstRefusal, "119-123: the setting is refused, as a program with it would be (docs/switch.md)")])
    {
        _layout = layout;
        CommonOptions.RefuseFolders(_program);
        _program.Validators.Add(result =>
        {
            if (result.Tokens is [var program] && !Path.Exists(program.Value))
            {
                result.AddError($"--program {program.Value}: there is no such file.");
            }
        });
        Arguments.Add(_unit);
        Options.Add(_switch);
        Options.Add(_program);
        Options.Add(_json);
    }

    protected override Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var screen = Screen.Create(onStandardError: CommonOptions.JsonOnStandardOutput(arguments, _json));
        var environment = new LayoutEnvironment(arguments.GetValue(_switch), arguments.GetValue(_program)?.DirectoryName);
        var explanation = Explanation.Of(ParityInputs.Units(_layout), Coverage.Read(_layout), arguments.GetValue(_unit)!, environment,
            Explanation.Loader(_layout, Environment.GetEnvironmentVariable("RUSTRT_LEGACY")));
        Show(screen, explanation);
        CommonOptions.WriteJson(arguments, _json, ReportJson.Write(explanation));
        return Task.FromResult(explanation.ExitCode);
    }

    internal static void Show(Screen screen, Explanation explanation)
    {
        screen.Line($"{explanation.Unit}: {string.Join(", ", explanation.Services)}");
        screen.Line(explanation.Together.Count == 0 ? "  can be switched alone"
            : $"  must have the same value as {string.Join(", ", explanation.Together)}");
        foreach (var edge in explanation.Edges)
        {
            screen.Line("    " + edge);
        }
        screen.Line(explanation.NotServedByNew.Count == 0 ? "  the new side serves all of it"
            : $"  the new side does not serve {string.Join(", ", explanation.NotServedByNew)}");
        if (explanation.Improvements.Count > 0)
        {
            screen.Line($"  must be new for RUSTRT_IMPROVE={string.Join(",", explanation.Improvements)}");
        }
        screen.Line("looked at:");
        foreach (var line in explanation.Looked)
        {
            screen.Line("  " + line);
        }
        screen.Line(explanation.Refused is { } refused ? $"refused with {explanation.ExitCode}: {refused}"
            : $"decided: {explanation.Reason}; served by {explanation.Backend}");
    }
}
