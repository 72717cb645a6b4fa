using Rustrt.Parity.Running;

namespace Rustrt.Parity.Comparison;

/// <summary>The same lines in the same order.</summary>
/// <param name="stream">Whose lines.</param>
public sealed class ExactLinesComparison(OutputSource stream) : IComparison
{
    /// <inheritdoc/>
    public string Describes => $"{stream.Name}, line by line";

    /// <inheritdoc/>
    public Divergence? Compare(CallerRun reference, CallerRun candidate) =>
        LineDifference.First(stream.Name, stream.Of(reference), stream.Of(candidate));
}
