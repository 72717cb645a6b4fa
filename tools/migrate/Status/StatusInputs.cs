using System.Text.Json;
using System.Text.RegularExpressions;
using Rustrt.Compat.Backends.New;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Services;
using Rustrt.Migrate.Testing;
using Rustrt.Parity.Differences;
using Rustrt.Parity.Report;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Status;

/// <summary>Where the status comes from: catalogue, coverage, the reports of the last test runs, the rules of differences, the sources.</summary>
internal static partial class StatusInputs
{
    /// <summary>Puts a status together; nothing is run.</summary>
    public static StatusReport Read(RepositoryLayout layout, SwitchUnits units, Coverage coverage)
    {
        var parityFile = Path.Combine(layout.ReportsDirectory, "parity.json");
        var conformanceFile = Path.Combine(layout.ReportsDirectory, ConformanceSuite.ReportName);
        var parity = File.Exists(parityFile) ? ParityJson.Read(File.ReadAllText(parityFile)) : null;
        var conformance = File.Exists(conformanceFile)
            ? JsonSerializer.Deserialize<ConformanceVerdict[]>(File.ReadAllText(conformanceFile), JsonSerializerOptions.Web)! : [];
        var differences = AcceptedDifference.Read(layout.At("tests", "parity", "differences.json"));
        var files = OldFiles(File.ReadLines(layout.At("docs", "services.md")));

        SettingVerdict Verdict(SwitchSetting setting) => VerdictOf(setting.Name, parity, conformance);
        var all = units.Units.Select(unit => new UnitStatus(unit.Name, unit.Services,
            coverage.Symbols.Count(symbol => symbol.Unit == unit.Name),
            [.. coverage.Symbols.Where(symbol => symbol.Unit == unit.Name && !symbol.NewServes).Select(symbol => symbol.Name)],
            [.. units.Groups.Where(group => group.Contains(unit)).SelectMany(group => group).Where(other => other != unit).Select(other => other.Name)],
            [.. units.AloneOf(unit.Name).Select(Verdict)],
            [.. differences.Where(rule => rule.Where.GetValueOrDefault(unit.Name) == "new").Select(rule => rule.Name)],
            unit.Services.Select(service => files[service]).Distinct().Sum(file => LinesOfAll(OldSide(layout, file)))));
        DateTimeOffset? tested = parity is null ? null : parity.Date;
        return new StatusReport([.. all], [Verdict(SwitchUnits.AllLegacy), Verdict(SwitchUnits.AllNew)], tested,
            LinesOfAll(layout.At("legacy", "src")) + LinesOfAll(layout.At("legacy", "core", "src")), ImprovementNames.Needs);
    }

    internal static SettingVerdict VerdictOf(string setting, ParityReport? parity, IEnumerable<ConformanceVerdict> conformance)
    {
        var cells = (parity?.Scenarios ?? []).SelectMany(scenario => scenario.Cells).Where(cell => cell.Setting == setting).ToLookup(cell => cell.Verdict);
        var cases = conformance.FirstOrDefault(one => one.Setting == setting);
        return new SettingVerdict(setting, cells[Rustrt.Parity.Report.Verdict.Agrees].Count() + (cases?.Agree ?? 0),
            cells[Rustrt.Parity.Report.Verdict.Diverges].Count() + cells[Rustrt.Parity.Report.Verdict.CallsAstray].Count() + (cases?.Failed.Count ?? 0),
            cells[Rustrt.Parity.Report.Verdict.NotMigrated].Count() + (cases?.NotMigrated.Count ?? 0));
    }

    // The page that says where a service's code is on either side; its own tests hold it to the catalogue and to the files.
    internal static Dictionary<string, string> OldFiles(IEnumerable<string> page) =>
        page.Select(line => Row().Match(line)).Where(row => row.Success).ToDictionary(row => row.Groups["service"].Value, row => row.Groups["file"].Value);

    // The page names files of either library by the folder that its own are in.
    private static string OldSide(RepositoryLayout layout, string file) =>
        file.StartsWith("core/", StringComparison.Ordinal) ? layout.At("legacy", file) : layout.At("legacy", "src", file);

    private static int LinesOfAll(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsNative).Sum(Lines) : Lines(path);

    private static int Lines(string file) => File.ReadLines(file).Count();

    private static bool IsNative(string file) => Path.GetExtension(file) is ".cpp" or ".c" or ".h" or ".S";

    [GeneratedRegex(@"^\| `[a-z-]+` \| `(?<service>[a-z-]+)` \| `(?<file>[a-z0-9_/]+(?:\.cpp)?)` \|")]
    private static partial Regex Row();
}
