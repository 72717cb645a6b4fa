using System.CommandLine;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Parity;
using Rustrt.Migrate.Report;
using Rustrt.Migrate.Running;
using Rustrt.Migrate.Scan;
using Rustrt.Migrate.Services;
using Rustrt.Migrate.Terminal;
using Spectre.Console;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate scan</c>: what programs and libraries use, what would pass the switch by, what could switch.</summary>
internal sealed class ScanCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Argument<string[]> _files = new("FILE") { Description = "Programs and libraries; nothing of them is run.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<FileInfo?> _json = CommonOptions.Json("the report");

    public ScanCommand(RepositoryLayout layout)
        : base("scan", "Tells what programs or libraries use of the old API, what would pass the switch by, and what could switch.",
            ["./migrate scan ./program", "./migrate scan ./program ./libplugin.so --json | jq '.[].findings'"],
            [CommonOptions.CodeSuccess, (ExitCode.Failures, "something would pass the switch by"), CommonOptions.CodeUsage,
             (ExitCode.NotElf, "a file is not an ELF file for x86-64"), (ExitCode.NotFound, "there is no such file")])
    {
        _layout = layout;
        CommonOptions.RefuseOptions(_files);
        Arguments.Add(_files);
        Options.Add(_json);
    }

    protected override Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var screen = Screen.Create(onStandardError: CommonOptions.JsonOnStandardOutput(arguments, _json));
        var own = (Environment.GetEnvironmentVariable("LD_LIBRARY_PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        var scan = new ProgramScan(Coverage.Read(_layout), ParityInputs.Units(_layout), own);
        var reports = arguments.GetValue(_files)!.Select(scan.Scan).ToList();
        foreach (var report in reports)
        {
            Show(screen, report);
        }
        CommonOptions.WriteJson(arguments, _json, ReportJson.Write(reports));
        return Task.FromResult(reports.Any(report => report.IsBypassed) ? ExitCode.Failures : ExitCode.Success);
    }

    internal static void Show(Screen screen, ScanReport report)
    {
        screen.Heading(report.File + (report.SoName is null ? "" : $" ({report.SoName})"));
        if (report.LinkedBy is { } user)
        {
            screen.Line($"linked to {string.Join(" and ", report.LinkedTo)} by {user}");
        }
        else if (report.Findings.All(finding => finding.Kind != "own-legacy"))
        {
            screen.Line($"not linked to {RepositoryLayout.LibraryName}, nor is a library found beside it");
        }
        if (report.Uses.Count > 0)
        {
            var table = screen.NewTable().AddColumns("unit", "service", "functions", "new serves");
            foreach (var use in report.Uses)
            {
                table.AddRow(use.Unit.EscapeMarkup(), use.Service.EscapeMarkup(), string.Join(", ", use.Functions).EscapeMarkup(),
                    use.NotServedByNew.Count == 0 ? "all" : $"not {string.Join(", ", use.NotServedByNew)}".EscapeMarkup());
            }
            screen.Show(table);
        }
        foreach (var finding in report.Findings)
        {
            screen.Line($"{(finding.Weight == Weight.Bypass ? "BYPASS" : "watch ")} {finding.Kind}: {finding.File} {finding.Text}");
        }
        if (report.Uses.Count > 0)
        {
            screen.Line($"{report.Settings.Count(setting => setting.IsPossible)} of {report.Settings.Count} settings serve all that it uses"
                + (report.Settings.FirstOrDefault(setting => !setting.IsPossible) is { } first ? $"; {first.Setting} lacks {string.Join(", ", first.Missing)}" : ""));
        }
    }
}
