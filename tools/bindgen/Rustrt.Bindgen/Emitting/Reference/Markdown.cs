using System.Text.RegularExpressions;
using Rustrt.Bindgen.Model;

namespace Rustrt.Bindgen.Emitting.Reference;

/// <summary>A page of Markdown; what comes from headers cannot be taken for markup.</summary>
internal sealed partial class Markdown
{
    private readonly CodeWriter _text = new();

    public Markdown(BindingModel model, string title) =>
        _text.Line("<!--").Lines(Banner.Lines(model)).Line("-->").Line($"# {title}").Line();

    /// <summary>Own words: markup is allowed.</summary>
    public Markdown Paragraph(string text)
    {
        _text.Line(text).Line();
        return this;
    }

    public Markdown Item(string text)
    {
        _text.Line($"- {text}");
        return this;
    }

    /// <summary>Belongs to the item before it.</summary>
    public Markdown SubItem(string text)
    {
        _text.Line($"  - {text}");
        return this;
    }

    public Markdown EndOfList()
    {
        _text.Line();
        return this;
    }

    /// <summary>A heading that links can name whatever its text; generators of anchors differ.</summary>
    public Markdown Heading(string text, string anchor)
    {
        _text.Line($"<a id=\"{anchor}\"></a>").Line().Line($"## {text}").Line();
        return this;
    }

    public Markdown Code(string language, string code)
    {
        _text.Line($"```{language}").Line(code).Line("```").Line();
        return this;
    }

    /// <summary>Words of a comment: its paragraphs and lists stay, its indentation does not, which would make code of it.</summary>
    public Markdown Comment(IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            _text.Lines(lines.Select(line => Escape(line.Trim()))).Line();
        }
        return this;
    }

    public Markdown Table(string[] head, IEnumerable<string[]> rows)
    {
        _text.Line($"| {string.Join(" | ", head)} |").Line($"|{string.Concat(head.Select(_ => " --- |"))}");
        foreach (string[] row in rows)
        {
            _text.Line($"| {string.Join(" | ", row)} |".Replace("|  |", "| |", StringComparison.Ordinal));
        }
        _text.Line();
        return this;
    }

    /// <summary>A name or a type as code, also in a table.</summary>
    public static string Literal(string code) => $"`{code.Replace("|", "\\|", StringComparison.Ordinal)}`";

    /// <summary>Words of a comment in a line of their own or in a cell.</summary>
    public static string Words(IEnumerable<string> lines) =>
        Escape(string.Join(' ', lines.Select(line => line.Trim()).Where(line => line.Length > 0)));

    /// <summary>The first sentence, for lists.</summary>
    public static string Brief(DocComment comment)
    {
        string all = string.Join(' ', comment.Summary.TakeWhile(line => line.Length > 0).Select(line => line.Trim()));
        return Escape(FirstSentence().Match(all).Value);
    }

    public static string Escape(string text) =>
        Special().Replace(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)), match => match.Value switch
        {
            "<" => "&lt;",
            "&" => "&amp;",
            _ => "\\" + match.Value,
        });

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    // A '#' begins a heading and a '+' an item only at the start of a line; '-' may: comments have lists, too.
    [GeneratedRegex(@"[\\`*_\[\]<&|~]|^[#+>=]")]
    private static partial Regex Special();

    [GeneratedRegex(@"^.*?[.:](?=\s|$)|^.*$")]
    private static partial Regex FirstSentence();
}
