using Rustrt.Parity.Running;

namespace Rustrt.Parity.Comparison;

/// <summary>One thing about two runs that a scenario declares must agree.</summary>
public interface IComparison
{
    /// <summary>What is compared, in words.</summary>
    string Describes { get; }

    /// <summary>The first difference, or null when the runs agree.</summary>
    Divergence? Compare(CallerRun reference, CallerRun candidate);
}
