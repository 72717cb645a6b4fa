using System.Text.RegularExpressions;
using Rustrt.Parity.Running;

namespace Rustrt.Parity.Comparison;

/// <summary>
/// Each task says the same things in the same order: the lines that begin with <c>task NAME: </c>. How the tasks' lines
/// interleave is free, and so is the order of lines that belong to no task.
/// </summary>
/// <param name="stream">Whose lines.</param>
public sealed partial class PerTaskComparison(OutputSource stream) : IComparison
{
    private const string NoTask = "";

    /// <inheritdoc/>
    public string Describes => $"{stream.Name}, the sequence of each task";

    /// <inheritdoc/>
    public Divergence? Compare(CallerRun reference, CallerRun candidate)
    {
        var expected = Sequences(reference);
        var found = Sequences(candidate);
        foreach (var name in expected.Keys.Union(found.Keys).Order(StringComparer.Ordinal))
        {
            var subject = name == NoTask ? $"{stream.Name}, lines of no task (sorted)" : $"{stream.Name}, task {name}";
            if (LineDifference.First(subject, expected.GetValueOrDefault(name, []), found.GetValueOrDefault(name, [])) is { } divergence)
            {
                return divergence;
            }
        }
        return null;
    }

    private Dictionary<string, List<string>> Sequences(CallerRun run)
    {
        var sequences = stream.Of(run).GroupBy(line => OfTask().Match(line) is { Success: true } match ? match.Groups[1].Value : NoTask)
            .ToDictionary(group => group.Key, group => group.ToList());
        if (sequences.TryGetValue(NoTask, out var unowned))
        {
            unowned.Sort(StringComparer.Ordinal);
        }
        return sequences;
    }

    [GeneratedRegex("^task ([^:]+): ")]
    private static partial Regex OfTask();
}
