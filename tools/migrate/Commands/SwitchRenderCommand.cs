using System.CommandLine;
using Rustrt.Bindgen.Runtime.Switch;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Parity;
using Rustrt.Migrate.Report;
using Rustrt.Migrate.Switch;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate switch render</c>: conditions of a roll-out into a plain switch file.</summary>
internal sealed class SwitchRenderCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Argument<string> _file = new("FILE") { Description = "Features named after units, or all, in the form of Microsoft.FeatureManagement (JSON)." };
    private readonly Option<FileInfo?> _out = CommonOptions.Output("--out", "Write the switch file to FILE, in one step, instead of to standard output.");
    private readonly Option<string?> _user = new("--user") { Description = "Of the Targeting filter: a machine's or program's name, for example.", HelpName = "NAME" };
    private readonly Option<string[]> _groups = new("--group") { Description = "Of the Targeting filter; may be repeated.", HelpName = "NAME" };
    private readonly Option<FileInfo?> _json = CommonOptions.Json("what each condition came to");

    public SwitchRenderCommand(RepositoryLayout layout)
        : base("render", "Evaluates the conditions of a roll-out (percentages, time windows, targeting) once, into a plain switch file.",
            ["./migrate switch render rollout.json --out rustrt.switch", "./migrate switch render rollout.json --user $(hostname) --group canary"],
            [CommonOptions.CodeSuccess, (ExitCode.Failures, "the file cannot be read, names what is no unit, or has a filter that is not known"), CommonOptions.CodeUsage,
             (ExitCode.LastRefusal, "what it came to is a setting that is not possible (docs/switch.md); nothing is written")])
    {
        _layout = layout;
        Arguments.Add(_file);
        Options.Add(_out);
        Options.Add(_user);
        Options.Add(_groups);
        Options.Add(_json);
    }

    protected override async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var units = ParityInputs.Units(_layout);
        var file = arguments.GetValue(_file)!;
        var audience = new Audience(arguments.GetValue(_user), arguments.GetValue(_groups) ?? []);
        var evaluated = await new RolloutFile(file, units).Evaluate(audience);
        RequirePossible(units.ForTheSwitch(), evaluated, file);
        var text = RolloutFile.Render(file, evaluated, audience, DateTimeOffset.Now);
        if (arguments.GetValue(_out) is { } target)
        {
            // A program that starts meanwhile must not read half of it.
            var unfinished = $"{target.FullName}.{Environment.ProcessId}";
            await File.WriteAllTextAsync(unfinished, text, stop);
            File.Move(unfinished, target.FullName, overwrite: true);
        }
        else if (!CommonOptions.JsonOnStandardOutput(arguments, _json))
        {
            Console.Out.Write(text);
        }
        CommonOptions.WriteJson(arguments, _json, ReportJson.Write(evaluated));
        return ExitCode.Success;
    }

    private static void RequirePossible(SwitchCatalogue catalogue, IReadOnlyList<RolledOut> evaluated, string file)
    {
        try
        {
            SwitchDecision.Make(catalogue, new LayoutEnvironment(string.Join(';', evaluated.Select(one => one.Entry)), null), (_, _) => null);
        }
        catch (SwitchException refused)
        {
            throw new UserErrorException(refused.ExitCode, $"{file}: {refused.Message}");
        }
    }
}
