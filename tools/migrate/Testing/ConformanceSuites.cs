using System.Security.Cryptography;
using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>The cases recorded from the old runtime, on the legacy library itself and on the router's settings.</summary>
internal static class ConformanceSuites
{
    private const string Script = "tests/conformance/run.py";

    // Which thread runs a task is the new core's own choice unless it is told to place tasks as the old one did.
    private static readonly string[] s_placementCases = ["d_spawn.rr"];
    private const string OldPlacement = "RUSTRT_PLACEMENT=round-robin";

    // Callers that import a function which the new side lacks run all the same, up to its call.
    private const string MissingAtCall = "RUSTRT_MISSING=call";
    private const string NotMigrated = "not migrated yet: ";

    private static readonly (string Name, string Title, string? Switch)[] s_settings =
    [
        ("legacy-direct", "legacy library", null),
        ("all-legacy", "router, all=legacy", "all=legacy"),
        ("all-new", "router, all=new", "all=new"),
        ("heap-new", "router, exchange-heap=new", "all=legacy;exchange-heap=new"),
        ("logging-new", "router, logging=new", "all=legacy;logging=new"),
        ("heap-legacy", "router, all=new but exchange-heap", "all=new;exchange-heap=legacy"),
        ("logging-legacy", "router, all=new but logging", "all=new;logging=legacy"),
    ];

    public static IEnumerable<Suite> All(RepositoryLayout layout) => s_settings.Select(setting =>
        new Suite($"test-conformance-{setting.Name}", "conformance: " + setting.Title,
            step => Conformance(step, setting.Name, layout.Shown(setting.Switch is null ? layout.LegacyDirectory : layout.RouterDirectory),
                setting.Switch)));

    private static async Task<SuiteResult> Conformance(StepContext step, string name, string library, string? setting)
    {
        if (setting is null)
        {
            return await RunPy(step, name, library, [], []);
        }
        if (!setting.StartsWith("all=new", StringComparison.Ordinal))
        {
            return await RunPy(step, name, library, [$"RUSTRT_SWITCH={setting}"], []);
        }
        string[] variables = [$"RUSTRT_SWITCH={setting}", MissingAtCall];
        var result = await RunPy(step, name, library, variables, []);
        var placed = s_placementCases.Where(test => result.Failures.Any(failure => failure.Name == test)).ToArray();
        if (placed.Length > 0)
        {
            result = Without(result, placed) + await RunPy(step, name, library, [.. variables, OldPlacement], placed);
        }
        var missing = new List<string>();
        foreach (var failure in result.Failures)
        {
            if (await EndsAtMissingFunction(step, failure.Name, library, variables))
            {
                missing.Add(failure.Name);
            }
        }
        return Without(result, missing) + new SuiteResult(0, [], missing.Count);
    }

    private static SuiteResult Without(SuiteResult result, IReadOnlyCollection<string> tests) =>
        result with { Failures = [.. result.Failures.Where(failure => !tests.Contains(failure.Name))] };

    // A case whose function does not exist on the new side yet cannot agree: it is skipped, by the router's own words. Some
    // cases are made to hang, so each gets a time limit.
    private static async Task<bool> EndsAtMissingFunction(StepContext step, string test, string library, IEnumerable<string> variables)
    {
        var found = false;
        var (caller, name) = (test.Split('.', 2)[0], test.Split('.', 2)[1]);
        string[] all = [.. variables, "RUST_THREADS=1", "RUST_MIN_STACK=262144", $"LD_LIBRARY_PATH={step.Layout.At(library)}"];
        string[] words = [.. all, "timeout", "20", "sh", "-c", $"'{Path.Combine(Binaries(step.Layout), caller)}' {name} 2>&1"];
        await step.Try(line => found |= line.Contains(NotMigrated, StringComparison.Ordinal), "env", words);
        return found;
    }

    private static async Task<SuiteResult> RunPy(StepContext step, string name, string library, string[] variables, string[] cases)
    {
        var failed = Path.Combine(step.Layout.LogsDirectory, $"conformance-{name}.failed");
        File.Delete(failed);
        string[] common = [Script, "--lib", library, "--bin", Binaries(step.Layout), .. variables.SelectMany(variable => new[] { "--env", variable })];
        var output = new List<string>();
        var status = await step.Try(output.Add, "python3", [.. common, "--list-failed", failed, .. cases]);
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
