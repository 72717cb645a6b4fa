using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Parity;

/// <summary>
/// The native tests of the legacy runtime (legacy/tests) hold on the new one too. They are run there by CTest on the legacy
/// library; here on the router with everything new and where the unit they are about is switched alone, and in the full tier with
/// everything legacy and on all mixtures.
/// </summary>
public sealed class LegacyCasesTests
{
    private static readonly string[] s_areas =
    [
        "at_exit", "environment", "events", "failure", "heap", "kill", "layout", "live_count", "locks", "logging", "random", "schedulers",
        "scheduling", "stacks", "start", "task_local_data", "tasks", "threads", "time",
    ];

    // What belongs to stack-growth, which the new backend does not serve yet (src/Compat/catalogue.json); areas of which it
    // serves nothing are not in the list above.
    private static readonly HashSet<string> s_notMigrated =
    [
        "environment.stack_size_takes_c_integer_syntax", "environment.the_default_segment_has_768_bytes", "stacks.the_limit_word_tells_the_stack",
        "stacks.the_first_segment_has_its_header", "stacks.growth_copies_arguments_and_caches_the_segment", "stacks.segments_double_up_to_1_mib",
        "stacks.a_large_frame_gets_what_it_needs", "stacks.growth_over_the_maximum_fails_the_task", "stacks.unwinding_may_use_twice_the_maximum",
        "stacks.deleting_the_first_segment_aborts", "stacks.reset_finds_the_segment_of_the_stack_pointer", "stacks.reset_on_the_c_stack_aborts",
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string area in s_areas)
                foreach (string name in CaseProgram.Cases(Repository.Source($"legacy/tests/{area}.cpp")))
                    if (!s_notMigrated.Contains($"{area}.{name}")) all.Add(area, name);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Holds(string area, string name) =>
        CaseProgram.Check(Repository.LegacyTest(area), name,
        [Backing.AllNew, .. Tier.IsFull ? [Backing.AllLegacy] : (Backing[])[], .. Backing.MixturesOf([.. UnitsOf(area)])]);

    [Fact]
    public void What_is_left_out_is_a_case_that_there_is() => Assert.All(s_notMigrated, left =>
        Assert.Contains(left.Split('.')[1], CaseProgram.Cases(Repository.Source($"legacy/tests/{left.Split('.')[0]}.cpp"))));

    // Areas are named after units, but for the heaps; those of the core are named after what it does.
    private static IEnumerable<string> UnitsOf(string area) => area == "heap" ? ["exchange-heap", "local-heap"]
        : Backing.Units.Units.Select(unit => unit.Name).Where(name => name == area.Replace('_', '-'));
}
