using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>Everything that <c>./migrate test</c> runs, in its fixed order.</summary>
internal static class TestPlan
{
    /// <summary>The suites; <paramref name="full"/> adds those that take long.</summary>
    public static IReadOnlyList<Suite> Suites(RepositoryLayout layout, bool full)
    {
        return [GeneratedFiles(), .. NativeSuites.All(), .. ManagedSuites.All(layout, full), ConformanceSuite.Create(layout, full),
            ParitySuite.Create(layout, full), .. full ? InFull(layout) : []];
    }

    /// <summary>How often a case runs on a setting.</summary>
    public static int Repetitions(bool full) => full ? 20 : 1;

    private static IEnumerable<Suite> InFull(RepositoryLayout layout) =>
        [ConformanceSuite.CreateChecked(layout), RouterSanitizerSuite.Create(), .. SanitizerSuites.All(), ValgrindSuites.Callers(), ValgrindSuites.Tests()];

    /// <summary>
    /// The suites whose name contains one of the words; all without a word. Words that fit no suite of the short tier pick from the full
    /// one. The same before and after a build.
    /// </summary>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static (IReadOnlyList<Suite> Suites, bool Full) Select(RepositoryLayout layout, bool full, IReadOnlyList<string> words)
    {
        foreach (var tier in full ? [true] : (bool[])[false, true])
        {
            var suites = Suites(layout, tier).Where(suite => words.Count == 0
                || words.Any(word => suite.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
            if (suites.Count > 0)
            {
                return (suites, tier);
            }
        }
        throw new UserErrorException(ExitCode.Usage, $"--only {string.Join(' ', words)}: no suite has such a name; there are "
            + string.Join(", ", Suites(layout, full: true).Select(suite => suite.Name)) + ".");
    }

    /// <summary>Builds the C# projects that suites run: all those of one configuration together.</summary>
    public static IEnumerable<Step> Builds(IEnumerable<Suite> suites) =>
        suites.SelectMany(suite => suite.Runs).Distinct().GroupBy(project => project.Configuration, project => project.Path).Select(projects =>
            new Step($"build-tests-{projects.Key.ToLowerInvariant()}", $"tests in C# ({projects.Key})", step =>
                ManagedBuild.Build(step, $"tests-{projects.Key.ToLowerInvariant()}", projects.Key, projects)));

    private static Suite GeneratedFiles() => new("test-generated", "generated files are current", async step =>
    {
        // All at once: half of each is waiting.
        var checks = await Task.WhenAll(BindgenTool.OnThisRepository(check: true, built: true).Select(async words =>
        {
            var said = "artifacts/logs/test-generated.log has why";
            return (Status: await step.Try(line => said = line, "dotnet", words), Said: said);
        }));
        return new SuiteResult(checks.Count(check => check.Status == 0),
            [.. checks.Where(check => check.Status != 0).Select(check => new FailedTest("generated files are current", "./migrate bindgen --check", check.Said))]);
    })
    {
        Runs = [.. BindgenTool.Projects.Select(project => new ManagedProject(project, BindgenTool.Configuration))],
    };
}
