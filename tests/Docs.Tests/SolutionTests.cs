using System.Text.RegularExpressions;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests;

/// <summary>Migration.sln holds every project and nothing else.</summary>
public sealed partial class SolutionTests
{
    private static readonly IReadOnlyList<string> s_listed =
        [.. ListedProject().Matches(Repository.Read("Migration.sln")).Select(match => match.Groups[1].Value.Replace('\\', '/'))];

    [Fact]
    public void Every_project_is_in_the_solution() => Expect.None(Projects().Except(s_listed));

    [Fact]
    public void Every_project_of_the_solution_is_there() => Expect.None(s_listed.Except(Projects()));

    [Fact]
    public void No_project_is_listed_twice() => Assert.Equal(s_listed.Count, s_listed.Distinct().Count());

    // Projects in fixtures are input of tests; samples build from packages, as in a copy elsewhere.
    private static IEnumerable<string> Projects() => Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !file.Contains("/Golden/", StringComparison.Ordinal) && !file.StartsWith("samples/", StringComparison.Ordinal));

    [GeneratedRegex(@"""([^""]+\.csproj)""")]
    private static partial Regex ListedProject();
}
