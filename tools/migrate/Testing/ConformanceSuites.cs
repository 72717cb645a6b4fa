using System.Security.Cryptography;
using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>The cases recorded from the old runtime, on the legacy library itself and on the router's settings.</summary>
internal static class ConformanceSuites
{
    private const string Script = "tests/conformance/run.py";

    // Which task runs where is the new core's own choice unless it is told to place tasks as the old one did.
    private const string PlacementCase = "d_spawn.rr";
    private const string OldPlacement = "RUSTRT_PLACEMENT=round-robin";

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
        string[] environment = setting is null ? [] : ["--env", $"RUSTRT_SWITCH={setting}"];
        var result = await RunPy(step, name, library, environment, []);
        if (setting is null || !setting.StartsWith("all=new", StringComparison.Ordinal) || result.Failures.All(failure => failure.Name != PlacementCase))
        {
            return result;
        }
        var placed = await RunPy(step, name, library, [.. environment, "--env", OldPlacement], [PlacementCase]);
        return new SuiteResult(result.Passed, [.. result.Failures.Where(failure => failure.Name != PlacementCase)]) + placed;
    }

    private static async Task<SuiteResult> RunPy(StepContext step, string name, string library, string[] environment, string[] cases)
    {
        var failed = Path.Combine(step.Layout.LogsDirectory, $"conformance-{name}.failed");
        File.Delete(failed);
        string[] common = [Script, "--lib", library, "--bin", Binaries(step.Layout), .. environment];
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
