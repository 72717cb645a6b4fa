using Rustrt.Parity.Running;

namespace Rustrt.Parity.Comparison;

/// <summary>The same lines, as often, in any order: for tasks that no rule puts in order.</summary>
/// <param name="stream">Whose lines.</param>
public sealed class AnyOrderComparison(OutputSource stream) : IComparison
{
    /// <inheritdoc/>
    public string Describes => $"{stream.Name}, lines in any order";

    /// <inheritdoc/>
    public Divergence? Compare(CallerRun reference, CallerRun candidate) =>
        LineDifference.First($"{stream.Name} (sorted)", Sorted(reference), Sorted(candidate));

    private List<string> Sorted(CallerRun run) => [.. stream.Of(run).Order(StringComparer.Ordinal)];
}
