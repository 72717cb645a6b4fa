using System.Text.RegularExpressions;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests.Checks;

/// <summary>Paths in code spans: they exist, or the build makes them.</summary>
internal static partial class PathCheck
{
    /// <summary>Stands for any name in a path.</summary>
    private const string Placeholder = "NAME";

    private static readonly Lazy<string> s_builders = new(() => string.Join('\n', Repository.Files
        .Where(file => file.StartsWith("tools/migrate/", StringComparison.Ordinal) || file == "migrate" || file.EndsWith("CMakeLists.txt", StringComparison.Ordinal))
        .Where(file => !file.Contains("/vendor/", StringComparison.Ordinal)).Select(Repository.Read)));

    /// <summary>The paths of a page that lead nowhere.</summary>
    public static IEnumerable<string> Problems(Page page) => Later.Without(page, page.CodeSpans())
        .Where(code => RepositoryPath().IsMatch(code.Text) && !code.Text.Contains(Placeholder, StringComparison.Ordinal) && !Exists(code.Text)).Select(code => $"{code}: there is no such path");

    /// <summary>A path of the repository exists; one under artifacts/ has a name that a builder makes.</summary>
    public static bool Exists(string path) =>
        path.StartsWith("artifacts/", StringComparison.Ordinal) ? IsBuilt(path) : Repository.Has(path);

    private static bool IsBuilt(string path)
    {
        var name = path.TrimEnd('/').Split('/')[^1];
        return s_builders.Value.Contains(name, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?:legacy|src|tools|tests|benchmarks|docs|artifacts|\.ci)/[\w./-]*$")]
    private static partial Regex RepositoryPath();
}
