using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>The xunit projects under tests/, found by what they reference.</summary>
internal static class ManagedSuites
{
    // What a program's users run: without assertions, and with what the optimiser does. Debug builds have tests that this has not,
    // and the other way round; the short tier runs what they alone can show.
    private const string OptimisedToo = "NewRuntime.Tests";
    private const string OnlyOptimised = "Build=Release";

    public static IEnumerable<Suite> All(RepositoryLayout layout, bool full) => Projects(layout).SelectMany(project =>
    {
        var name = Path.GetFileNameWithoutExtension(project);
        // Debug above all: the invariants that assertions check are part of the tests.
        var debug = Create("test-" + name, name, new ManagedProject(layout.Shown(project), "Debug"), full);
        return name != OptimisedToo ? [debug]
            : (Suite[])[debug, Create($"test-{name}-release", $"{name}, optimised", new ManagedProject(layout.Shown(project), "Release"), full, full ? null : OnlyOptimised)];
    });

    internal static IReadOnlyList<string> Projects(RepositoryLayout layout) =>
    [
        .. Directory.EnumerateFiles(layout.At("tests"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project).Contains("Microsoft.NET.Test.Sdk", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static Suite Create(string name, string title, ManagedProject project, bool full, string? filter = null) =>
        new(name, title, step => DotnetTest(step, project, full, filter)) { Runs = [project] };

    private static async Task<SuiteResult> DotnetTest(StepContext step, ManagedProject project, bool full, string? filter)
    {
        var folder = step.Layout.At("artifacts", "tests", Path.GetFileNameWithoutExtension(project.Path));
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        // The longest test is a soak of ten minutes, in the full tier.
        string hangs = full ? "15m" : "5m";
        var status = await step.Try("dotnet", ["test", project.Path, "-c", project.Configuration, "--no-build", "-nologo", "--logger", "trx", "--results-directory", folder,
            "--blame-hang-timeout", hangs, .. filter is null ? (string[])[] : ["--filter", filter], .. full ? (string[])["-e", "RUSTRT_TESTS_FULL=1"] : []]);
        var reports = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.trx") : [];
        if (reports.Length == 0)
        {
            throw new StepFailedException($"dotnet test ended with exit status {status} and left no results");
        }
        var result = reports.Select(report => TrxReport.Read(report, test => $"dotnet test {project.Path} -c {project.Configuration} --filter FullyQualifiedName~{test}"))
            .Aggregate(SuiteResult.Empty, (sum, one) => sum + one);
        return status == 0 || result.Failed > 0 ? result
            : throw new StepFailedException($"dotnet test ended with exit status {status} although no test failed; {result.Counts}");
    }
}
