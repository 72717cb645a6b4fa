using Rustrt.Parity.Running;

namespace Rustrt.Parity.Comparison;

/// <summary>Both runs keep the declared orders.</summary>
/// <param name="stream">Whose lines.</param>
/// <param name="pairs">The orders.</param>
public sealed class HappensBeforeComparison(OutputSource stream, IReadOnlyList<OrderedPair> pairs) : IComparison
{
    /// <inheritdoc/>
    public string Describes => $"{stream.Name}, what must come before what";

    /// <inheritdoc/>
    public Divergence? Compare(CallerRun reference, CallerRun candidate) => pairs
        .Select(pair => pair.Check($"{stream.Name} of the reference", stream.Of(reference)) ?? pair.Check(stream.Name, stream.Of(candidate)))
        .FirstOrDefault(divergence => divergence is not null);
}
