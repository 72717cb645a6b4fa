using System.Text.RegularExpressions;

namespace Rustrt.Bindgen.Emitting;

/// <summary>
/// A C comment, read: of documentation commands, those of parameters and results have a meaning in every output, and the others
/// stay text.
/// </summary>
/// <param name="Summary">Lines; none if there is nothing but sections.</param>
/// <param name="Sections">In the comment's order.</param>
internal sealed partial record DocComment(IReadOnlyList<string> Summary, IReadOnlyList<DocSection> Sections)
{
    /// <param name="comment">Without comment marks; may be empty.</param>
    /// <param name="parameters">Whose documentation may be given.</param>
    public static DocComment Read(string comment, IEnumerable<string> parameters)
    {
        var known = parameters.ToHashSet(StringComparer.Ordinal);
        var summary = new List<string>();
        var sections = new List<(string? Parameter, string? Code, List<string> Lines)>();
        List<string> current = summary;
        foreach (string line in comment.Split('\n'))
        {
            Match command = Command().Match(line);
            string text = line;
            if (command.Groups["param"].Success && known.Remove(command.Groups["param"].Value)) // given twice, the second time is text
            {
                sections.Add((command.Groups["param"].Value, null, current = []));
                text = command.Groups["text"].Value;
            }
            else if (command.Groups["code"].Success)
            {
                sections.Add((null, command.Groups["code"].Value, current = []));
                text = command.Groups["text"].Value;
            }
            else if (command.Groups["return"].Success && sections.All(section => section.Parameter != null || section.Code != null))
            {
                sections.Add((null, null, current = []));
                text = command.Groups["text"].Value;
            }
            else if (command.Groups["brief"].Success)
            {
                text = command.Groups["text"].Value;
            }
            current.Add(text.TrimEnd());
        }
        return new DocComment(Trimmed(summary), [.. sections.Select(section => new DocSection(section.Parameter, section.Code, Trimmed(section.Lines)))]);
    }

    private static string[] Trimmed(List<string> lines) =>
        [.. lines.SkipWhile(line => line.Length == 0).Reverse().SkipWhile(line => line.Length == 0).Reverse()];

    [GeneratedRegex(@"^\s*[@\\](param(\[[a-z, ]*\])?\s+(?<param>\w+)|(?<return>returns?)\b|retval\s+(?<code>\S+)|(?<brief>brief)\b)\s*[-:]?\s*(?<text>.*)$")]
    private static partial Regex Command();
}

/// <param name="Parameter">What it is about; null: the result.</param>
/// <param name="Code">The value of the result that it is about, such as an error's; null: the result as such.</param>
internal sealed record DocSection(string? Parameter, string? Code, IReadOnlyList<string> Lines);
