using Rustrt.Compat.Tests.Support;
using Rustrt.Parity.Settings;

namespace Rustrt.Compat.Tests.OwnLegacy;

/// <summary>
/// RUSTRT_LEGACY names a library that offers no seam, or some: units that need none, or those, work with it on either side, and the
/// others are refused by name. The library is the old runtime itself, built without what the router calls.
/// </summary>
public sealed class SeamTests
{
    private const int SettingRefused = 123;

    private static readonly string s_plain = Compiler.C("plain.c");

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string area in new[] { "time", "locks", "threads", "deflate", "line_editing" })
                foreach (string name in CaseProgram.Cases(Repository.Source($"legacy/tests/{area}.cpp")))
                    all.Add(area, name);
            return all;
        }
    }

    public static TheoryData<string, string> IoCases
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string area in new[] { "io_asyncs", "io_loops", "io_resolver", "io_streams", "io_tcp", "io_timers", "io_values" })
                foreach (string name in CaseProgram.Cases(Repository.Source($"legacy/tests/{area}.cpp")))
                    all.Add(area, name);
            return all;
        }
    }

    /// <summary>Every unit with a seam that can be switched alone, and the side that it alone is on.</summary>
    public static TheoryData<string, string> UnitsWithSeams
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (SwitchUnit unit in Backing.Units.Groups.Where(group => group.Count == 1).Select(group => group[0]))
                foreach (string side in new[] { "new", "legacy" })
                    if (unit.SeamsOn(side).Count > 0) all.Add(unit.Name, side);
            return all;
        }
    }

    [Fact]
    public void There_are_units_without_a_seam() => Assert.Equal(
        ["all=legacy", "all=legacy;time=new", "all=legacy;locks=new", "all=new;locks=legacy", "all=legacy;threads=new", "all=new;threads=legacy",
            "all=legacy;third-party=new", "all=new;third-party=legacy"],
        Backing.Units.WithoutSeams.Select(setting => setting.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_unit_that_needs_no_seam_works_with_a_library_without_any(string area, string name)
    {
        string unit = area is "deflate" or "line_editing" ? "third-party" : area;
        CaseProgram.Check(Repository.LegacyTest(area), name, Backing.Units.WithoutSeams.Where(setting => setting.Name.Contains($"{unit}=", StringComparison.Ordinal))
            .Select(setting => Backing.Own(Repository.LegacyWithoutSeams, setting.Name)));
    }

    [Theory]
    [MemberData(nameof(IoCases))]
    public void A_unit_works_with_a_library_that_offers_its_seams_and_no_core_table(string area, string name) =>
        CaseProgram.Check(Repository.LegacyTest(area), name, Backing.Own(Repository.LegacyWithSomeSeams, "all=legacy;io=new"));

    [Theory]
    [MemberData(nameof(UnitsWithSeams))]
    public void A_unit_that_needs_a_seam_is_refused_by_name(string unit, string side)
    {
        IReadOnlyList<string> seams = Backing.Units.Units.First(one => one.Name == unit).SeamsOn(side);
        string words = $"{unit}={side} needs the {(seams.Count == 1 ? "seam" : "seams")} {string.Join(", ", seams)}";
        Refused(Repository.LegacyWithoutSeams, $"all={(side == "new" ? "legacy" : "new")};{unit}={side}", words);
    }

    [Theory]
    [InlineData("process=new", "process=new needs the seam core")]
    [InlineData("all=new;io=legacy", "io=legacy needs the seam core")]
    [InlineData("exchange-heap=new", "exchange-heap=new needs the seam core")]
    [InlineData("at-exit=new;process=new", "at-exit=new needs the seams core, at-exit; process=new needs the seam core")]
    public void Of_a_library_with_some_seams_only_what_is_missing_is_named(string setting, string words) => Refused(Repository.LegacyWithSomeSeams, setting, words);

    [Fact]
    public void A_library_that_does_not_even_know_its_tasks_cannot_be_mixed() =>
        Refused(Compiler.Library("own_legacy.c"), "time=new", "time=new needs the function rust_get_task, by which host stacks are found");

    [Fact]
    public void All_new_does_not_look_at_it()
    {
        Outcome outcome = Backing.Own("/nowhere/librustrt.so", "all=new").Run(s_plain, []);

        Assert.Equal((7, "body\n", "rust: plain\n"), (outcome.Status, outcome.Output, outcome.Errors));
    }

    private static void Refused(string library, string setting, string words)
    {
        Outcome outcome = Backing.Own(library, setting).Run(s_plain, []);

        Assert.Equal((SettingRefused, "", $"rustrt-switch: not possible with this legacy library: {words}; see rustrt_core.h; valid: all=legacy or all=new\n"),
            (outcome.Status, outcome.Output, outcome.Errors));
    }
}
