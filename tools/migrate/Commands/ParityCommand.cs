using System.CommandLine;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Parity;
using Rustrt.Migrate.Report;
using Rustrt.Migrate.Terminal;
using Rustrt.Parity;
using Rustrt.Parity.Report;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate parity</c>: the scenarios on every setting, compared with the legacy library.</summary>
internal sealed class ParityCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Option<string[]> _scenarios = new("--scenario")
    {
        Description = "Only this scenario; may be repeated; a * at the end stands for any ending.",
        HelpName = "NAME",
    };
    private readonly Option<string[]> _settings = new("--setting")
    {
        Description = "Only this switch setting; may be repeated. Default: every setting that works now.",
        HelpName = "SETTING",
    };
    private readonly Option<int> _repeat = CommonOptions.WholeNumber("--repeat", "Runs on each setting.", 1);
    private readonly Option<FileInfo?> _json = CommonOptions.Json("the report");
    private readonly Option<FileInfo?> _html = CommonOptions.Html("the report (default: artifacts/reports/parity.html)");

    public ParityCommand(RepositoryLayout layout)
        : base("parity", "Runs the scenarios on every switch setting and compares them with the legacy library.",
            ["./migrate parity", "./migrate parity --scenario token-ring --setting all=new --repeat 20", "./migrate parity --scenario 'abort-*' --json | jq .scenarios"],
            [CommonOptions.CodeSuccess, (ExitCode.Failures, "a run diverges, a call went astray, or a scenario is invalid"), CommonOptions.CodeUsage, CommonOptions.CodeNotBuilt])
    {
        _layout = layout;
        Options.Add(_scenarios);
        Options.Add(_settings);
        Options.Add(_repeat);
        Options.Add(_json);
        Options.Add(_html);
    }

    protected override async Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var jsonOnly = CommonOptions.JsonOnStandardOutput(arguments, _json);
        var screen = Screen.Create(onStandardError: jsonOnly);
        var scenarios = ParityInputs.Select(ParityInputs.Scenarios(_layout), arguments.GetValue(_scenarios) ?? []);
        var settings = arguments.GetValue(_settings) is { Length: > 0 } named ? [.. named.Select(SwitchSetting.Routed)] : ParityInputs.Units(_layout).Working;
        foreach (var setting in settings)
        {
            await ParityInputs.RequireAccepted(ParityInputs.Runner(_layout, [ParityInputs.Probe]), _layout.CallersDirectory, setting, stop);
        }
        var runner = ParityInputs.ParityRunner(_layout, scenarios, new ParityOptions(Repetitions: arguments.GetValue(_repeat), AtOnce: Environment.ProcessorCount));
        var current = "";
        ParityReport report = null!;
        await screen.Working($"{scenarios.Count} scenarios on {settings.Count} settings", () => current,
            async () => report = await runner.Run(scenarios, settings, new ImmediateProgress(text => current = text), stop));
        ParityTable.Show(screen, report);
        screen.Line();
        screen.Line($"{report.Agreeing} of {report.Agreeing + report.Failing} comparisons hold"
            + (report.NotMigrated > 0 ? $"; {report.NotMigrated} cannot be made, for want of functions that are not migrated yet" : ""));
        var page = arguments.GetValue(_html)?.FullName ?? Path.Combine(_layout.ReportsDirectory, "parity.html");
        HtmlPage.Write(ParityPage.Create(report, MachineLine.Now(_layout, report.Date)), page);
        screen.Line($"page: {_layout.Shown(page)}");
        CommonOptions.WriteJson(arguments, _json, ParityJson.Write(report));
        return report.Failing == 0 && report.Agreeing > 0 ? ExitCode.Success : ExitCode.Failures;
    }
}
