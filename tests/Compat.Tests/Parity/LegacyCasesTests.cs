using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// The native tests of the legacy runtime (legacy/tests) hold on the new one too. They are run there by CTest on the legacy
/// library; here on the router with everything new and where the unit they are about is switched alone, and in the full tier with
/// everything legacy and on all mixtures.
/// </summary>
public sealed class LegacyCasesTests
{
    /// <summary>The programs of legacy/tests that any librustrt.so can run.</summary>
    internal static IReadOnlyList<string> Areas { get; } =
    [
        "at_exit", "debug", "deflate", "environment", "events", "failure", "filesystem", "growth", "growth_personality", "heap",
        "io_asyncs", "io_loops", "io_resolver", "io_streams", "io_tcp", "io_timers", "io_values",
        "kill", "layout", "line_editing", "live_count", "locks", "logging", "process", "random", "schedulers",
        "scheduling", "stacks", "start", "streams", "task_local_data", "tasks", "threads", "time", "vectors",
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string area in Areas)
                foreach (string name in CaseProgram.Cases(Repository.Source($"legacy/tests/{area.Replace("_personality", "", StringComparison.Ordinal)}.cpp")))
                    all.Add(area, name);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Holds(string area, string name) =>
        CaseProgram.Check(Repository.LegacyTest(area), name,
        [Backing.AllNew, .. Tier.IsFull ? [Backing.AllLegacy] : (Backing[])[], .. Backing.MixturesFor(name, [.. UnitsOf(area)])]);

    // Areas are named after units, but for the heaps and growth; those of the core are named after what it does.
    private static IEnumerable<string> UnitsOf(string area) => area switch
    {
        "heap" => ["exchange-heap", "local-heap"],
        "growth" or "growth_personality" => ["stacks", "core"],
        "failure" or "stacks" => ["stacks", "core"],
        "events" or "kill" or "live_count" or "schedulers" or "scheduling" or "start" or "tasks" => ["core"],
        "deflate" or "line_editing" => ["third-party"],
        "streams" => ["io"],
        _ => Backing.Units.Units.Select(unit => unit.Name).Where(name => name == area.Replace('_', '-')),
    };
}
