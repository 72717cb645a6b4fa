using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests.Checks;

/// <summary>Links within the repository: the file, and the heading where one is given.</summary>
internal static class LinkCheck
{
    /// <summary>The links of a page that lead nowhere, each with what is missing.</summary>
    public static IEnumerable<string> Problems(Page page)
    {
        foreach (var link in page.Links().Where(link => !link.Text.Contains("://", StringComparison.Ordinal) && !link.Text.StartsWith("mailto:", StringComparison.Ordinal)))
        {
            var parts = link.Text.Split('#', 2);
            var target = parts[0].Length == 0 ? page.Path : Resolve(page.Path, parts[0]);
            if (target != page.Path && !Repository.Has(target))
            {
                yield return $"{link}: there is no {target}";
            }
            else if (parts.Length == 2 && !Anchors(page, target).Contains(parts[1]))
            {
                yield return $"{link}: {target} has no heading #{parts[1]}";
            }
        }
    }

    private static IReadOnlySet<string> Anchors(Page page, string target) => target == page.Path ? page.Anchors()
        : target.EndsWith(".md", StringComparison.Ordinal) ? Page.Read(target).Anchors() : new HashSet<string>();

    private static string Resolve(string page, string link) => Path.GetRelativePath(Repository.Root,
        Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page) ?? "", link))).Replace('\\', '/');
}
