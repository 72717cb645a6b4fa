using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// The tests of the core library (legacy/core/tests) hold on whatever runtime is below it. They are run by CTest on the legacy
/// library; here on the router with everything new, those of one unit also with that unit alone on one side or the other; in
/// the full tier all of them on all of these and with everything legacy.
/// </summary>
public sealed class CoreCasesTests
{
    private static readonly string[] s_units = ["pipes", "task-groups", "local-data", "shared-state", "library-io"];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string source in Directory.EnumerateFiles(Repository.Source("legacy/core/tests"), "*.cpp").Order(StringComparer.Ordinal))
                foreach (string name in CaseProgram.Cases(source))
                    all.Add(Path.GetFileNameWithoutExtension(source), name);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Holds(string area, string name) => CaseProgram.Check(Repository.CoreTest(area), name,
        Backings(area, name));

    private static IEnumerable<Backing> Backings(string area, string name) =>
        Tier.IsFull ? [Backing.AllNew, Backing.AllLegacy, .. s_units.SelectMany(Backing.Alone)]
        : UnitOf(area) is { } unit ? [Backing.AllNew, .. Backing.AloneFor(name, unit)]
        : [Backing.AllNew];

    private static string? UnitOf(string area) => area switch
    {
        _ when area.StartsWith("pipes_", StringComparison.Ordinal) => "pipes",
        "groups" or "spawning" or "depths" or "start" or "exit_functions" or "weak_tasks" or "bare_threads" => "task-groups",
        "local_data" => "local-data",
        "shared_state" or "globals" => "shared-state",
        _ when area.StartsWith("io_", StringComparison.Ordinal) => "library-io",
        _ => null,
    };
}
