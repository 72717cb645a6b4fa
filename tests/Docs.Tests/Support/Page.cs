using System.Text.RegularExpressions;

namespace Rustrt.Docs.Tests.Support;

/// <summary>One line of a page.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">As written.</param>
/// <param name="InFence">Inside a fenced code block.</param>
internal sealed record PageLine(int Number, string Text, bool InFence);

/// <summary>Something that a page says, and where.</summary>
internal sealed record Mention(string Page, int Line, string Text)
{
    public override string ToString() => $"{Page}:{Line}: {Text}";
}

/// <summary>A Markdown page, as far as its claims need to be understood.</summary>
internal sealed partial class Page
{
    private readonly PageLine[] _lines;

    public Page(string path, string text)
    {
        Path = path;
        var inFence = false;
        _lines = [.. text.Split('\n').Select((line, index) =>
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            inFence ^= isFence;
            return new PageLine(index + 1, line.TrimEnd('\r'), inFence || isFence);
        })];
    }

    /// <summary>Relative to the repository's root.</summary>
    public string Path { get; }

    public IReadOnlyList<PageLine> Lines => _lines;

    public static Page Read(string path) => new(path, Repository.Read(path));

    /// <summary>Targets of links, in their order. Code is not looked at.</summary>
    public IEnumerable<Mention> Links() => _lines.Where(line => !line.InFence).SelectMany(line =>
    {
        var text = CodeSpan().Replace(line.Text, "``");
        return InlineLink().Matches(text).Concat(ReferenceLink().Matches(text))
            .Select(match => new Mention(Path, line.Number, match.Groups["target"].Value));
    });

    /// <summary>The texts of code spans.</summary>
    public IEnumerable<Mention> CodeSpans() => _lines.Where(line => !line.InFence).SelectMany(line =>
        CodeSpan().Matches(line.Text).Select(match => new Mention(Path, line.Number, match.Groups["code"].Value)));

    /// <summary>The texts of code spans, and the lines of fenced blocks.</summary>
    public IEnumerable<Mention> Code() => CodeSpans().Concat(
        _lines.Where(line => line.InFence).Select(line => new Mention(Path, line.Number, line.Text))).OrderBy(mention => mention.Line);

    /// <summary>The anchors of its headings, as GitHub makes them.</summary>
    public IReadOnlySet<string> Anchors()
    {
        var anchors = new HashSet<string>();
        foreach (var line in _lines.Where(line => !line.InFence))
        {
            if (Heading().Match(line.Text) is { Success: true } heading)
            {
                var slug = Slug(heading.Groups["title"].Value);
                var unique = slug;
                for (var n = 1; !anchors.Add(unique); n++)
                {
                    unique = $"{slug}-{n}";
                }
            }
        }
        return anchors;
    }

    /// <summary>The lines below a heading, down to the next heading of its level or above.</summary>
    /// <exception cref="InvalidOperationException">There is no such heading.</exception>
    public Page Section(string title)
    {
        var start = Array.FindIndex(_lines, line => !line.InFence && Heading().Match(line.Text) is { Success: true } match && match.Groups["title"].Value == title);
        if (start < 0)
        {
            throw new InvalidOperationException($"{Path} has no heading '{title}'");
        }
        var level = Heading().Match(_lines[start].Text).Groups["level"].Length;
        var end = Array.FindIndex(_lines, start + 1, line => !line.InFence && Heading().Match(line.Text) is { Success: true } match && match.Groups["level"].Length <= level);
        return new Page(Path, string.Join('\n', _lines[(start + 1)..(end < 0 ? _lines.Length : end)].Select(line => line.Text)));
    }

    /// <summary>The rows of its first table with this column head, without head and rule; cells trimmed.</summary>
    /// <exception cref="InvalidOperationException">There is no such table.</exception>
    public IReadOnlyList<IReadOnlyList<string>> Table(params string[] head)
    {
        var first = Array.FindIndex(_lines, line => line.Text.StartsWith('|') && Cells(line.Text).SequenceEqual(head));
        if (first < 0)
        {
            throw new InvalidOperationException($"{Path} has no table '{string.Join(" | ", head)}'");
        }
        return [.. _lines[(first + 2)..].TakeWhile(line => line.Text.StartsWith('|')).Select(line => Cells(line.Text))];
    }

    private static IReadOnlyList<string> Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    private static string Slug(string title)
    {
        var plain = InlineLink().Replace(title, match => match.Groups["text"].Value).ToLowerInvariant();
        return string.Concat(plain.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_').Select(letter => letter == ' ' ? '-' : letter));
    }

    [GeneratedRegex(@"`(?<code>[^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\[(?<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?<target>[^)\s]+)[^)]*\)")]
    private static partial Regex InlineLink();

    [GeneratedRegex(@"^\[[^\]]+\]:\s+(?<target>\S+)")]
    private static partial Regex ReferenceLink();

    [GeneratedRegex(@"^(?<level>#{1,6})\s+(?<title>.*?)\s*#*$")]
    private static partial Regex Heading();
}
