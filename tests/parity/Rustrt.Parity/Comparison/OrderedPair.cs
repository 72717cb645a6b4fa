using System.Text.RegularExpressions;

namespace Rustrt.Parity.Comparison;

/// <summary>
/// An order that every run must keep: each line that matches <see cref="Before"/> is followed by a line that matches
/// <see cref="After"/>, and no such line comes ahead of it. <c>{1}</c> in the latter stands for what the former's first
/// group captured.
/// </summary>
public sealed partial class OrderedPair
{
    private readonly Regex _before;

    /// <summary>Makes a pair.</summary>
    /// <exception cref="ArgumentException">A pattern is wrong, or names a group that the first one lacks.</exception>
    public OrderedPair(string before, string after)
    {
        Before = before;
        After = after;
        _before = new Regex(before, RegexOptions.CultureInvariant);
        foreach (Match hole in Hole().Matches(after))
        {
            if (!_before.GetGroupNames().Contains(hole.Groups[1].Value))
            {
                throw new ArgumentException($"'{after}' uses {hole.Value}, which '{before}' does not capture");
            }
        }
        _ = new Regex(Hole().Replace(after, "x"), RegexOptions.CultureInvariant);
    }

    /// <summary>Pattern of the earlier lines.</summary>
    public string Before { get; }

    /// <summary>Pattern of the later lines.</summary>
    public string After { get; }

    /// <summary>What is wrong with the order of some lines, or null.</summary>
    internal Divergence? Check(string subject, IReadOnlyList<string> lines)
    {
        var matched = false;
        var positions = new Dictionary<string, List<int>>();
        for (var index = 0; index < lines.Count; index++)
        {
            if (_before.Match(lines[index]) is not { Success: true } match)
            {
                continue;
            }
            matched = true;
            var pattern = Hole().Replace(After, hole => Regex.Escape(match.Groups[hole.Groups[1].Value].Value));
            if (!positions.TryGetValue(pattern, out var later))
            {
                var regex = new Regex(pattern, RegexOptions.CultureInvariant);
                later = [.. Enumerable.Range(0, lines.Count).Where(position => regex.IsMatch(lines[position]))];
                positions.Add(pattern, later);
            }
            if (later.Count == 0)
            {
                return new Divergence($"{subject}: no line /{pattern}/ follows line {index + 1}",
                    [new ContextLine(LineOrigin.ReferenceOnly, lines[index])]);
            }
            if (later[0] < index)
            {
                return new Divergence($"{subject}: line {later[0] + 1} comes ahead of line {index + 1}, which must come before it",
                    [new ContextLine(LineOrigin.CandidateOnly, lines[later[0]]), new ContextLine(LineOrigin.ReferenceOnly, lines[index])]);
            }
        }
        // An order that orders nothing could never be broken.
        return matched ? null : new Divergence($"{subject}: no line matches /{Before}/", []);
    }

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Hole();
}
