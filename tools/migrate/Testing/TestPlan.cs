using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>Everything that <c>./migrate test</c> runs, in its fixed order.</summary>
internal static class TestPlan
{
    /// <summary>The suites; <paramref name="full"/> adds those that take long.</summary>
    public static IReadOnlyList<Suite> Suites(RepositoryLayout layout, bool full)
    {
        return [GeneratedFiles(), .. NativeSuites.All(layout), .. ManagedSuites.All(layout), .. ConformanceSuites.All(layout),
            ParitySuite.Create(layout, repetitions: full ? 20 : 1), .. full ? [.. SanitizerSuites.All(), ValgrindSuites.Callers(), ValgrindSuites.Tests()] : Array.Empty<Suite>()];
    }

    private static Suite GeneratedFiles() => new("test-generated", "generated files are current", async step =>
    {
        return await step.Try("dotnet", Bindgen.OnThisRepository(check: true)) == 0
            ? new SuiteResult(1, [])
            : new SuiteResult(0, [new FailedTest("generated files are current", "./migrate bindgen --check", step.LastLine)]);
    });
}
