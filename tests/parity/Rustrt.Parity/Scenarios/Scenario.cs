using Rustrt.Parity.Comparison;

namespace Rustrt.Parity.Scenarios;

/// <summary>A run of a caller, and what must be the same on every setting (tests/parity/scenarios/README.md).</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Summary">What happens in it, in one sentence.</param>
/// <param name="Program">A binary in artifacts/callers.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Variables of its own.</param>
/// <param name="Threads">The values of RUST_THREADS to run it with.</param>
/// <param name="TimeLimit">After this long a run counts as a hang.</param>
/// <param name="Services">The services whose functions it calls.</param>
/// <param name="Exit">The exit status that the legacy runtime gives it.</param>
/// <param name="Comparisons">What must agree.</param>
/// <param name="OnlyInFull">It takes long: of the tests only <c>./migrate test --full</c> runs it.</param>
public sealed record Scenario(string Name, string Summary, string Program, IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment, IReadOnlyList<int> Threads, TimeSpan TimeLimit, IReadOnlyList<string> Services,
    int Exit, IReadOnlyList<DeclaredComparison> Comparisons, bool OnlyInFull = false)
{
    /// <summary>The comparisons that hold with a number of threads.</summary>
    public IEnumerable<IComparison> ComparisonsFor(int threads) =>
        Comparisons.Where(declared => declared.Threads is null || declared.Threads.Contains(threads)).Select(declared => declared.Comparison);
}

/// <summary>A comparison, and the thread counts that it is declared for.</summary>
/// <param name="Comparison">What must agree.</param>
/// <param name="Threads">Null: for all.</param>
public sealed record DeclaredComparison(IComparison Comparison, IReadOnlyList<int>? Threads);
