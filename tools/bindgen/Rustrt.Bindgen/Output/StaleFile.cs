using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Rustrt.Bindgen.Output;

/// <summary>A file that is not what the inputs ask for.</summary>
/// <param name="Present">Its text, or null if it is missing.</param>
/// <param name="Generated">The text it should have, or null if it should not exist.</param>
public sealed record StaleFile(string Path, string? Present, string? Generated)
{
    private const int Context = 2;

    /// <summary>What changed, as lines with - and +, and a little of what surrounds them.</summary>
    public string Diff()
    {
        if (Present == null)
        {
            return $"missing: {Path}\n";
        }
        if (Generated == null)
        {
            return $"not generated any more: {Path}\n";
        }
        var text = new StringBuilder($"stale: {Path}\n");
        List<DiffPiece> lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(Present, Generated, ignoreWhitespace: false).Lines;
        bool skipping = false;
        for (int i = 0; i < lines.Count; i++)
        {
            int near = Math.Max(0, i - Context);
            if (!lines.Skip(near).Take(i + Context - near + 1).Any(line => line.Type != ChangeType.Unchanged))
            {
                skipping = true;
                continue;
            }
            if (skipping)
            {
                text.Append("  ...\n");
                skipping = false;
            }
            char mark = lines[i].Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' };
            text.Append(mark).Append(' ').Append(lines[i].Text).Append('\n');
        }
        return text.ToString();
    }
}
