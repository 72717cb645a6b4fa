using System.CommandLine;
using System.Globalization;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Parity;
using Rustrt.Migrate.Report;
using Rustrt.Migrate.Services;
using Rustrt.Migrate.Status;
using Rustrt.Migrate.Terminal;
using Spectre.Console;

namespace Rustrt.Migrate.Commands;

/// <summary><c>./migrate status</c>: how far each unit is, with the evidence of the last test runs.</summary>
internal sealed class StatusCommand : VerbCommand
{
    private readonly RepositoryLayout _layout;
    private readonly Option<FileInfo?> _json = CommonOptions.Json("the status");

    public StatusCommand(RepositoryLayout layout)
        : base("status", "Tells how far each unit is: functions, settings, verdicts of the last test runs, known differences, native lines left.",
            ["./migrate status", "./migrate status --json | jq '.units[] | select(.together == [])'"],
            [CommonOptions.CodeSuccess, (ExitCode.Failures, "in the last runs something did not agree"), CommonOptions.CodeUsage])
    {
        _layout = layout;
        Options.Add(_json);
    }

    protected override Task<int> Run(ParseResult arguments, CancellationToken stop)
    {
        var screen = Screen.Create(onStandardError: CommonOptions.JsonOnStandardOutput(arguments, _json));
        var report = StatusInputs.Read(_layout, ParityInputs.Units(_layout), Coverage.Read(_layout));
        Show(screen, report);
        CommonOptions.WriteJson(arguments, _json, ReportJson.Write(report));
        return Task.FromResult(report.Fails ? ExitCode.Failures : ExitCode.Success);
    }

    internal static void Show(Screen screen, StatusReport report)
    {
        var table = screen.NewTable().AddColumns("unit", "functions", "new serves", "alone", "new, rest legacy", "legacy, rest new", "differences", "native lines");
        foreach (var unit in report.Units)
        {
            table.AddRow(unit.Unit.EscapeMarkup(), $"{unit.Functions}", unit.NotServedByNew.Count == 0 ? "all" : $"{unit.Functions - unit.NotServedByNew.Count}",
                unit.Settings.Count == 0 ? "-" : unit.Together.Count == 0 ? "yes" : "no", Cell(unit, 0), Cell(unit, 1), $"{unit.Differences.Count}", $"{unit.NativeLines}");
        }
        screen.Show(table);
        var together = report.Units.Where(unit => unit.Together.Count > 0).Select(unit => unit.Unit).ToList();
        if (together.Count > 0)
        {
            screen.Line($"have one value together, and are tested so: {string.Join(", ", together)}");
        }
        foreach (var verdict in report.All)
        {
            screen.Line($"{verdict.Setting}: {verdict.Word}" + (verdict.NotMigrated > 0 ? $", {verdict.NotMigrated} not migrated" : ""));
        }
        screen.Line($"the old runtime: {report.NativeLines} native lines; functions of several units may share a file, which counts for each");
        screen.Line($"improvements, off unless RUSTRT_IMPROVE names them: {string.Join(", ", report.Improvements.Select(one => one.Key + Needs(one.Value)))}");
        screen.Line(report.Tested is { } date ? string.Create(CultureInfo.InvariantCulture, $"tested {date:yyyy-MM-dd HH:mm}: ./migrate test --only conformance --only parity")
            : "not tested in this checkout yet: ./migrate test --only conformance --only parity");
    }

    private static string Needs(IReadOnlyList<string> units) => units.Count == 0 ? "" : $" (needs {string.Join(" and ", units.Select(unit => $"{unit}=new"))})";

    private static string Cell(UnitStatus unit, int side)
    {
        if (unit.Settings.Count == 0) return "-";
        var verdict = unit.Settings[side];
        var colour = verdict.Failed > 0 ? "red" : verdict.Agree > 0 ? "green" : "grey";
        return $"[{colour}]{verdict.Word}[/]";
    }
}
