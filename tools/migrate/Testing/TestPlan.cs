using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>Everything that <c>./migrate test</c> runs, in its fixed order.</summary>
internal static class TestPlan
{
    /// <summary>The suites; <paramref name="full"/> adds those that take long.</summary>
    public static IReadOnlyList<Suite> Suites(RepositoryLayout layout, bool full)
    {
        return [GeneratedFiles(), .. NativeSuites.All(), .. ManagedSuites.All(layout, full), ConformanceSuite.Create(layout, repetitions: full ? 20 : 1),
            ParitySuite.Create(layout, repetitions: full ? 20 : 1), .. full ? [ConformanceSuite.CreateChecked(layout), .. SanitizerSuites.All(), ValgrindSuites.Callers(), ValgrindSuites.Tests()] : Array.Empty<Suite>()];
    }

    /// <summary>The suites whose name contains one of the words; all without a word. The same before and after a build.</summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static IReadOnlyList<Suite> Select(RepositoryLayout layout, bool full, IReadOnlyList<string> words)
    {
        var suites = Suites(layout, full).Where(suite => words.Count == 0
            || words.Any(word => suite.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        return suites.Count > 0 ? suites
            : throw new UserErrorException(ExitCode.Usage, $"--only {string.Join(' ', words)}: no suite has such a name; there are "
                + string.Join(", ", Suites(layout, full: true).Select(suite => suite.Name)) + ".");
    }

    private static Suite GeneratedFiles() => new("test-generated", "generated files are current", async step =>
    {
        var passed = 0;
        var failed = new List<FailedTest>();
        foreach (var words in BindgenTool.OnThisRepository(check: true))
        {
            if (await step.Try("dotnet", words) == 0)
            {
                passed++;
            }
            else
            {
                failed.Add(new FailedTest("generated files are current", "./migrate bindgen --check", step.LastLine));
            }
        }
        return new SuiteResult(passed, failed);
    });
}
