using Rustrt.Migrate.Build;

namespace Rustrt.Migrate.Testing;

/// <summary>The xunit projects under tests/, found by what they reference.</summary>
internal static class ManagedSuites
{
    public static IEnumerable<Suite> All(RepositoryLayout layout) => Projects(layout).Select(project =>
    {
        var name = Path.GetFileNameWithoutExtension(project);
        return new Suite("test-" + name, name, step => DotnetTest(step, name, layout.Shown(project)));
    });

    internal static IReadOnlyList<string> Projects(RepositoryLayout layout) =>
    [
        .. Directory.EnumerateFiles(layout.At("tests"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project).Contains("Microsoft.NET.Test.Sdk", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static async Task<SuiteResult> DotnetTest(StepContext step, string name, string project)
    {
        var folder = step.Layout.At("artifacts", "tests", name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        // Debug: the invariants that assertions check are part of the tests.
        var status = await step.Try("dotnet", "test", project, "-c", "Debug", "-nologo", "--logger", "trx", "--results-directory", folder,
            "--blame-hang-timeout", "5m");
        var reports = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.trx") : [];
        if (reports.Length == 0)
        {
            throw new StepFailedException($"dotnet test ended with exit status {status} and left no results");
        }
        var result = reports.Select(report => TrxReport.Read(report, test => $"dotnet test {project} --filter FullyQualifiedName~{test}"))
            .Aggregate(SuiteResult.Empty, (sum, one) => sum + one);
        return status == 0 || result.Failed > 0 ? result
            : throw new StepFailedException($"dotnet test ended with exit status {status} although no test failed; {result.Counts}");
    }
}
