namespace Rustrt.Migrate.Build;

/// <summary>How the generator is called on this repository.</summary>
internal static class Bindgen
{
    private const string Project = "tools/bindgen/Rustrt.Bindgen.Cli";

    private static readonly string[] s_inputs =
    [
        "--header", "legacy/include/rustrt.h", "--header", "legacy/include/rustrt_core.h",
        "--manifest", "src/Compat/catalogue.json", "--out", "src/Compat/Generated",
    ];

    /// <summary>Arguments of <c>dotnet</c>, to be run in the repository's root.</summary>
    public static string[] OnThisRepository(bool check) => [.. Start(Project), .. s_inputs, .. check ? new[] { "--check" } : []];

    /// <summary>The same with the user's own words, from wherever the user is.</summary>
    public static string[] With(RepositoryLayout layout, string[] words) => [.. Start(layout.At(Project)), .. words];

    private static string[] Start(string project) => ["run", "--project", project, "-c", "Release", "--"];
}
