namespace Rustrt.Docs.Tests.Support;

/// <summary>The checkout that the documents describe.</summary>
internal static class Repository
{
    private static readonly string[] s_notSources = ["artifacts", "bin", "obj", ".git", "node_modules", "__pycache__"];

    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>Every file that belongs to it, relative to the root, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. FilesIn(new DirectoryInfo(Root)).Order(StringComparer.Ordinal)];

    /// <summary>Every Markdown page that somebody wrote. Those that bindgen wrote its own tests look at.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        [.. Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal) && !file.EndsWith(".g.md", StringComparison.Ordinal))];

    /// <summary>
    /// The pages that speak of the product as it is, and whose names of things are therefore checked. Not the spec of the old
    /// runtime, nor what was found out and learnt elsewhere.
    /// </summary>
    public static IReadOnlyList<string> ProductPages { get; } =
    [
        .. Pages.Where(page => page is "README.md" or "MIGRATION.md" or "CONTRIBUTING.md"
            || (page.StartsWith("docs/", StringComparison.Ordinal) && !page.StartsWith("docs/legacy/", StringComparison.Ordinal)
                && !page.StartsWith("docs/lessons-", StringComparison.Ordinal) && !page.StartsWith("docs/findings-", StringComparison.Ordinal))),
    ];

    /// <summary>A file's absolute path.</summary>
    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>A file's text.</summary>
    public static string Read(string path) => File.ReadAllText(At(path));

    /// <summary>Is there a file or folder of that path which belongs to the repository?</summary>
    public static bool Has(string path)
    {
        var wanted = path.TrimEnd('/');
        return Files.Any(file => file == wanted || (file.StartsWith(wanted, StringComparison.Ordinal) && file[wanted.Length] == '/'));
    }

    private static IEnumerable<string> FilesIn(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Concat(folder.EnumerateDirectories().Where(inner => !s_notSources.Contains(inner.Name)).SelectMany(FilesIn));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "legacy", "include", "rustrt.h")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("these tests are not inside a checkout");
    }
}
