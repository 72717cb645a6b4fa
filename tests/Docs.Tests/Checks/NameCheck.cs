using System.Text.RegularExpressions;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests.Checks;

/// <summary>Names of things in code: variables, and identifiers of the sources.</summary>
internal static partial class NameCheck
{
    private static readonly string[] s_sourceFolders = ["legacy/", "src/", "tools/", "tests/", "benchmarks/"];
    private static readonly string[] s_sourceEndings = [".c", ".h", ".cpp", ".S", ".cs", ".csproj", ".json", ".py", ".sh", ".props", "CMakeLists.txt"];

    // Of the system, or of a package that does the work.
    private static readonly string[] s_namesOfOthers = ["sysexits.h", "NO_COLOR"];

    private static readonly Lazy<HashSet<string>> s_words = new(() => [.. Sources().SelectMany(file => Word().Matches(Repository.Read(file)).Select(match => match.Value)),
        .. s_namesOfOthers, .. Variables(), .. Repository.Files.Select(file => Path.GetFileName(file)!)]);

    /// <summary>The environment variables that the router and the new backend read.</summary>
    public static IReadOnlySet<string> Variables() => Sources().Where(file => file.StartsWith("src/Compat/", StringComparison.Ordinal)).SelectMany(file =>
    {
        var text = Repository.Read(file);
        // The router's are named without their prefix, since it serves any library.
        return PrefixedVariable().Matches(text).Select(match => "RUSTRT_" + match.Groups[1].Value)
            .Concat(WholeVariable().Matches(text).Select(match => match.Groups[1].Value));
    }).ToHashSet();

    /// <summary>Variables of the old and the new runtime, in code or in text, that no source knows.</summary>
    public static IEnumerable<string> UnknownVariables(Page page) => Later.Without(page, page.Lines.SelectMany(line =>
        Variable().Matches(line.Text).Select(match => new Mention(page.Path, line.Number, match.Value))))
        .Where(mention => !s_words.Value.Contains(mention.Text)).Select(mention => $"{mention}: no source knows it");

    /// <summary>Identifiers in code spans that no source knows; files count by their name.</summary>
    public static IEnumerable<string> UnknownIdentifiers(Page page) => Later.Without(page, page.CodeSpans())
        .Where(code => Identifier().IsMatch(code.Text) && !IsKnown(code.Text)).Select(code => $"{code}: no source knows it");

    private static bool IsKnown(string text) => s_words.Value.Contains(text)
        || (!FileName().IsMatch(text) && text.TrimEnd('(', ')').Split('.').All(part => s_words.Value.Contains(part)));

    private static IEnumerable<string> Sources() => Repository.Files.Where(file => file == "migrate"
        || (s_sourceFolders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)) && !file.StartsWith("tests/Docs.Tests/", StringComparison.Ordinal)
            && !file.Contains("/vendor/", StringComparison.Ordinal) && s_sourceEndings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal))));

    [GeneratedRegex(@"\b(?:switch_variable|router_variable|is_second|check_word)\([^"")]*""([A-Z_]+)""")]
    private static partial Regex PrefixedVariable();

    [GeneratedRegex(@"\b(?:Get|Stack)\(""(RUST(?:RT)?_[A-Z_]+)""")]
    private static partial Regex WholeVariable();

    [GeneratedRegex(@"\bRUST(?:RT)?_[A-Z_]+\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:\(\))?$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\.(?:c|h|S|cpp|cs|md|py|sh|json|sln|tsv)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
