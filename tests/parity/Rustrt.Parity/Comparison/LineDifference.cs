using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Rustrt.Parity.Comparison;

/// <summary>Finds where two texts part and cuts out the lines around it.</summary>
internal static class LineDifference
{
    private const int LinesBefore = 3;
    private const int LinesAfter = 5;

    // A diff of two long texts that have little in common takes time and memory that grow with the product of their
    // lengths; what comes long after the first difference is of no use to the reader anyway.
    private const int LinesCompared = 400;

    /// <summary>Null when the lines are the same in the same order.</summary>
    public static Divergence? First(string subject, IReadOnlyList<string> reference, IReadOnlyList<string> candidate)
    {
        var same = 0;
        while (same < reference.Count && same < candidate.Count && reference[same] == candidate[same])
        {
            same++;
        }
        if (same == reference.Count && same == candidate.Count)
        {
            return null;
        }
        var what = same == candidate.Count ? $"{subject}: ends after line {same}, {reference.Count - same} more expected"
            : same == reference.Count ? $"{subject}: goes on after line {same}, where the reference ends"
            : $"{subject}: line {same + 1} differs";
        return new Divergence(what, Around(reference, candidate, same));
    }

    private static List<ContextLine> Around(IReadOnlyList<string> reference, IReadOnlyList<string> candidate, int same)
    {
        var from = Math.Max(0, same - LinesBefore);
        var diff = new InlineDiffBuilder(new Differ()).BuildDiffModel(Joined(reference), Joined(candidate), ignoreWhitespace: false);
        var lines = diff.Lines.Where(line => line.Type != ChangeType.Imaginary).Select(line => new ContextLine(line.Type switch
        {
            ChangeType.Deleted => LineOrigin.ReferenceOnly,
            ChangeType.Inserted => LineOrigin.CandidateOnly,
            _ => LineOrigin.Both,
        }, line.Text)).ToList();
        var first = lines.FindIndex(line => line.Origin != LineOrigin.Both);
        var lastOfRun = lines.FindIndex(first, line => line.Origin == LineOrigin.Both);
        var end = Math.Min(lines.Count, Math.Min(lastOfRun < 0 ? lines.Count : lastOfRun, first + (2 * LinesAfter)) + LinesAfter);
        return lines[..end];

        string Joined(IReadOnlyList<string> all) => string.Join('\n', all.Skip(from).Take(LinesCompared));
    }
}
