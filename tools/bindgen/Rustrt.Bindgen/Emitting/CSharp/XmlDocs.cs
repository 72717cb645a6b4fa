using System.Text.RegularExpressions;

namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>C comments as C# documentation. Of documentation commands, those of parameters and results have an equal.</summary>
internal static partial class XmlDocs
{
    /// <param name="comment">Without comment marks; may be empty.</param>
    /// <param name="facts">More to say, as XML; it is the summary where there is no comment. May be empty.</param>
    /// <param name="parameters">Whose documentation may be given.</param>
    public static IEnumerable<string> Of(string comment, string facts, IEnumerable<string> parameters)
    {
        var known = parameters.ToHashSet(StringComparer.Ordinal);
        var summary = new List<string>();
        var sections = new List<(string Open, string Close, List<string> Lines)>();
        List<string> current = summary;
        foreach (string line in comment.Split('\n'))
        {
            Match command = Command().Match(line);
            string text = line;
            if (command.Groups["param"].Success && known.Contains(command.Groups["param"].Value))
            {
                current = [];
                sections.Add(($"<param name=\"{command.Groups["param"].Value}\">", "</param>", current));
                text = command.Groups["text"].Value;
                known.Remove(command.Groups["param"].Value); // given twice, the second time is text
            }
            else if (command.Groups["return"].Success && sections.All(section => section.Close != "</returns>"))
            {
                current = [];
                sections.Add(("<returns>", "</returns>", current));
                text = command.Groups["text"].Value;
            }
            else if (command.Groups["brief"].Success)
            {
                text = command.Groups["text"].Value;
            }
            current.Add(text.TrimEnd());
        }
        bool hasSummary = summary.Any(line => line.Length > 0);
        IEnumerable<string> lines = hasSummary ? Element("<summary>", "</summary>", summary)
            : facts.Length > 0 ? [$"<summary>{facts}</summary>"]
            : [];
        lines = lines.Concat(sections.SelectMany(section => Element(section.Open, section.Close, section.Lines)));
        if (hasSummary && facts.Length > 0)
        {
            lines = lines.Append($"<remarks>{facts}</remarks>");
        }
        return lines.Select(line => $"/// {line}".TrimEnd());
    }

    public static IEnumerable<string> Of(string comment) => Of(comment, "", []);

    /// <summary>Control characters are no XML, not even escaped.</summary>
    public static string Escape(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c))
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static IEnumerable<string> Element(string open, string close, List<string> lines)
    {
        string[] kept = [.. lines.SkipWhile(line => line.Length == 0).Reverse().SkipWhile(line => line.Length == 0).Reverse().Select(Escape)];
        if (kept.Length <= 1)
        {
            return [$"{open}{kept.FirstOrDefault("")}{close}"];
        }
        return [open, .. kept, close];
    }

    [GeneratedRegex(@"^\s*[@\\](param(\[[a-z, ]*\])?\s+(?<param>\w+)|(?<return>returns?)\b|(?<brief>brief)\b)\s*[-:]?\s*(?<text>.*)$")]
    private static partial Regex Command();
}
