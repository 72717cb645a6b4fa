using System.Security.Cryptography;
using System.Text.Json;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Parity;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Testing;

/// <summary>What came of the recorded cases on one setting; the file of all of them is what <c>./migrate status</c> cites.</summary>
internal sealed record ConformanceVerdict(string Setting, int Agree, IReadOnlyList<string> Failed, IReadOnlyList<string> NotMigrated);

/// <summary>The cases recorded from the old runtime, on the legacy library itself and on the router's settings.</summary>
internal sealed class ConformanceSuite
{
    /// <summary>Where the verdicts are left, under artifacts/reports.</summary>
    public const string ReportName = "conformance.json";

    private const string Script = "tests/conformance/run.py";

    // Which thread runs a task is the new core's own choice unless it is told to place tasks as the old one did.
    private const string PlacementCase = "d_spawn.rr";
    private const string OldPlacement = "RUSTRT_PLACEMENT=round-robin";

    // Callers that import a function which the new side lacks run all the same, up to its call.
    private const string MissingAtCall = "RUSTRT_MISSING=call";
    private const string NotMigrated = "not migrated yet: ";

    // Half of a setting's time is that of cases which must hang: more settings at once than there are processors.
    private const int SettingsPerProcessor = 4;

    /// <summary>What the checked router is run on: each core with its own stacks and with the other side's.</summary>
    public static IReadOnlyList<string> Checked { get; } =
        ["all=legacy", "all=new", "all=new;stacks=legacy", "all=legacy;stacks=new", "all=new;core=legacy", "all=legacy;core=new"];

    private readonly StepContext _step;
    private readonly string _router;
    private readonly int _repetitions;
    private readonly string _binaries;

    private ConformanceSuite(StepContext step, string router, int repetitions)
    {
        _step = step;
        _router = router;
        _repetitions = repetitions;
        _binaries = Binaries(step.Layout);
    }

    /// <summary>
    /// The legacy library, which must agree with its own recording, and every working setting, several at once. In the full tier also those that
    /// need no seam over a legacy library without any, and twenty runs of each case.
    /// </summary>
    public static Suite Create(RepositoryLayout layout, bool full) =>
        new("test-conformance", "conformance on all settings", async step =>
    {
        var suite = new ConformanceSuite(step, layout.RouterDirectory, repetitions: TestPlan.Repetitions(full));
        // The callers first: settings that run side by side would each build them.
        await step.Run("python3", Script, "--lib", layout.Shown(layout.LegacyDirectory), "--bin", suite._binaries, "--build");
        var units = ParityInputs.Units(layout);
        var withoutSeams = units.WithoutSeams.Select(setting => setting with
        {
            Name = $"{setting.Name}, legacy without seams",
            OwnLegacy = layout.LegacyWithoutSeams,
        });
        SwitchSetting[] settings = [SwitchSetting.Direct, .. units.Working, .. full ? withoutSeams : []];
        var ended = new (SuiteResult Result, ConformanceVerdict Verdict)[settings.Length];
        ParallelOptions limits = new() { MaxDegreeOfParallelism = SettingsPerProcessor * Environment.ProcessorCount, CancellationToken = step.Stop };
        await Parallel.ForAsync(0, settings.Length, limits, async (index, _) => ended[index] = await suite.Run(settings[index]));
        Directory.CreateDirectory(layout.ReportsDirectory);
        await File.WriteAllTextAsync(Path.Combine(layout.ReportsDirectory, ReportName),
            JsonSerializer.Serialize(ended.Select(one => one.Verdict), JsonSerializerOptions.Web), step.Stop);
        return ended.Aggregate(SuiteResult.Empty, (sum, one) => sum + one.Result);
    });

    /// <summary>On the router that asserts its stack invariants and watches for undefined behaviour.</summary>
    public static Suite CreateChecked(RepositoryLayout layout) => new("test-conformance-checked", "conformance on the checked router", async step =>
    {
        var suite = new ConformanceSuite(step, layout.CheckedRouterDirectory, repetitions: 1);
        var sum = SuiteResult.Empty;
        foreach (var setting in Checked)
        {
            sum += (await suite.Run(SwitchSetting.Routed(setting))).Item1;
        }
        return sum;
    });

    private async Task<(SuiteResult, ConformanceVerdict)> Run(SwitchSetting setting)
    {
        string[] variables = setting.Switch is null ? []
            : [$"RUSTRT_SWITCH={setting.Switch}", MissingAtCall, .. setting.OwnLegacy is null ? Array.Empty<string>() : [$"RUSTRT_LEGACY={setting.OwnLegacy}"]];
        var result = await RunPy(setting, variables, []);
        if (setting.SideOf("core") == "new" && result.Failures.Any(failure => failure.Case == PlacementCase))
        {
            result = result.Without([PlacementCase]) + await RunPy(setting, [.. variables, OldPlacement], [PlacementCase]);
        }
        var missing = new List<string>();
        if (setting.Switch is not null)
        {
            foreach (var failure in result.Failures)
            {
                if (await EndsAtMissingFunction(failure.Case, variables))
                {
                    missing.Add(failure.Case);
                }
            }
        }
        result = result.Without(missing);
        var failures = result.Failures.Select(failure => new FailedTest($"conformance {failure.Case} on {setting}", failure.Rerun, failure.Reason));
        var verdict = new ConformanceVerdict(setting.Name, result.Agree, [.. result.Failures.Select(failure => failure.Case)], missing);
        _step.Log($"{setting}: {verdict.Agree} agree, {verdict.Failed.Count} failed, {missing.Count} not migrated");
        return (new SuiteResult(result.Agree, [.. failures], missing.Count), verdict);
    }

    // A case whose function does not exist on the new side yet cannot agree: it is skipped, by the router's own words. Some
    // cases are made to hang, so each gets a time limit.
    private async Task<bool> EndsAtMissingFunction(string test, IEnumerable<string> variables)
    {
        var found = false;
        var (caller, name) = (test.Split('.', 2)[0], test.Split('.', 2)[1]);
        string[] all = [.. variables, "RUST_THREADS=1", "RUST_MIN_STACK=262144", $"LD_LIBRARY_PATH={_router}"];
        string[] words = [.. all, "timeout", "20", "sh", "-c", $"'{Path.Combine(_binaries, caller)}' {name} 2>&1"];
        await _step.Try(line => found |= line.Contains(NotMigrated, StringComparison.Ordinal), "env", words);
        return found;
    }

    private async Task<ConformanceReport> RunPy(SwitchSetting setting, string[] variables, string[] cases)
    {
        var library = _step.Layout.Shown(setting.Switch is null ? _step.Layout.LegacyDirectory : _router);
        var failed = Path.Combine(_step.Layout.LogsDirectory, $"conformance-{Path.GetFileName(_router)}-{setting.Name.Replace('=', '-').Replace(';', '.').Replace(", ", "-").Replace(' ', '-')}.failed");
        File.Delete(failed);
        string[] common = [Script, "--lib", library, "--bin", _binaries, .. variables.SelectMany(variable => new[] { "--env", variable })];
        var output = new List<string>();
        var status = await _step.Try(output.Add, "python3", [.. common, "--runs", $"{_repetitions}", "--list-failed", failed, .. cases]);
        if (!File.Exists(failed))
        {
            throw new StepFailedException($"{Script} ended with exit status {status} and left no list of failed cases");
        }
        var again = "python3 " + string.Join(' ', common.Select(word => word.Contains(';') ? $"'{word}'" : word));
        try
        {
            return ConformanceReport.Parse(output, File.ReadLines(failed), test => $"{again} {test}");
        }
        catch (FormatException error)
        {
            throw new StepFailedException(error.Message);
        }
    }

    // run.py builds a caller once and never again; a folder named after the sources makes edited ones count. It starts the
    // callers in that folder, so its path must be absolute.
    private static string Binaries(RepositoryLayout layout)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var source in Directory.EnumerateFiles(layout.At("tests", "conformance")).Where(file => file.EndsWith(".cpp", StringComparison.Ordinal)
            || file.EndsWith(".h", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(source));
        }
        return layout.At("artifacts", "conformance", Convert.ToHexStringLower(hash.GetHashAndReset())[..12]);
    }
}
