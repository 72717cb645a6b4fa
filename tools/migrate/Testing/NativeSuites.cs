using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>The tests that CMake knows, and the switch's own script.</summary>
internal static class NativeSuites
{
    private static readonly (string Name, string Title)[] s_builds =
        [("legacy", "legacy runtime (ctest)"), ("core", "core library (ctest)"), ("callers", "example callers (ctest)")];

    public static IEnumerable<Suite> All() =>
    [
        // Much of a case is waiting; under a sanitizer or valgrind it is not.
        .. s_builds.Select(build => new Suite($"test-{build.Name}", build.Title, step =>
            CTest(step, $"artifacts/build/{build.Name}", atATime: 3 * Environment.ProcessorCount))),
        new Suite("test-switch", "switch language (native)", SwitchScript),
    ];

    /// <summary>All tests of a build; <paramref name="before"/> are words of a command that runs another one.</summary>
    internal static Task<SuiteResult> CTest(StepContext step, string build, params string[] before) => CTest(step, build, Environment.ProcessorCount, before);

    private static async Task<SuiteResult> CTest(StepContext step, string build, int atATime, params string[] before)
    {
        var report = Path.Combine(step.Layout.LogsDirectory, Path.GetFileName(build) + "-ctest.xml");
        File.Delete(report);
        string[] words = [.. before, "ctest", "--test-dir", build, "--output-on-failure", "--timeout", "120", "-j", $"{atATime}", "--output-junit", report];
        var status = await step.Try(words[0], words[1..]);
        if (!File.Exists(report))
        {
            throw new StepFailedException($"ctest ended with exit status {status} and left no report");
        }
        var result = JUnitReport.Read(report, name => string.Join(' ', [.. before, $"ctest --test-dir {build} --output-on-failure -R '^{name}$'"]));
        return status == 0 || result.Failed > 0 ? result
            : throw new StepFailedException($"ctest ended with exit status {status} although no test failed");
    }

    private static async Task<SuiteResult> SwitchScript(StepContext step)
    {
        const string Script = "tests/switch/run.sh";
        var output = new List<string>();
        var status = await step.Try(output.Add, "bash", Script);
        if (CountLine.Find(output) is not { } counts)
        {
            throw new StepFailedException($"{Script} ended with exit status {status} and printed no line 'N passed, N failed'");
        }
        if (counts.Failed == 0 && status != 0)
        {
            throw new StepFailedException($"{Script} ended with exit status {status} although it counts no failure");
        }
        var named = output.Where(line => line.StartsWith("FAIL", StringComparison.Ordinal)).ToList();
        var failures = Enumerable.Range(0, counts.Failed).Select(index =>
            new FailedTest(index < named.Count ? named[index] : $"{Script} (failure {index + 1})", $"bash {Script}"));
        return new SuiteResult(counts.Passed, [.. failures]);
    }
}
