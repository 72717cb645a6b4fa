using Rustrt.Parity.Running;

namespace Rustrt.Parity.Comparison;

/// <summary>Both runs end with the same exit status, or both hang.</summary>
public sealed class ExitStatusComparison : IComparison
{
    /// <inheritdoc/>
    public string Describes => "exit status";

    /// <inheritdoc/>
    public Divergence? Compare(CallerRun reference, CallerRun candidate) => reference.ExitStatus == candidate.ExitStatus ? null
        : new Divergence($"{candidate.Ending}, the reference: {reference.Ending}",
            [.. candidate.Errors.TakeLast(5).Select(line => new ContextLine(LineOrigin.CandidateOnly, line))]);
}
