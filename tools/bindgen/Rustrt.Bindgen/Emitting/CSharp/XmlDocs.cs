namespace Rustrt.Bindgen.Emitting.CSharp;

/// <summary>C comments as C# documentation.</summary>
internal static class XmlDocs
{
    /// <param name="comment">Without comment marks; may be empty.</param>
    /// <param name="facts">More to say, as XML; it is the summary where there is no comment. May be empty.</param>
    /// <param name="parameters">Whose documentation may be given.</param>
    public static IEnumerable<string> Of(string comment, string facts, IEnumerable<string> parameters)
    {
        DocComment read = DocComment.Read(comment, parameters);
        bool hasSummary = read.Summary.Count > 0;
        IEnumerable<string> lines = hasSummary ? Element("<summary>", "</summary>", read.Summary)
            : facts.Length > 0 ? [$"<summary>{facts}</summary>"]
            : [];
        foreach (IGrouping<string?, DocSection> about in read.Sections.GroupBy(section => section.Parameter))
        {
            lines = lines.Concat(about.Key is { } parameter
                ? Element($"<param name=\"{parameter}\">", "</param>", about.Single().Lines)
                : Element("<returns>", "</returns>", [.. about.SelectMany(ResultLines)]));
        }
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

    private static IEnumerable<string> ResultLines(DocSection section) =>
        section.Code == null ? section.Lines : $"{section.Code}: {string.Join('\n', section.Lines)}".TrimEnd().Split('\n');

    private static IEnumerable<string> Element(string open, string close, IReadOnlyList<string> lines)
    {
        string[] escaped = [.. lines.Select(Escape)];
        return escaped.Length <= 1 ? [$"{open}{escaped.FirstOrDefault("")}{close}"] : [open, .. escaped, close];
    }
}
