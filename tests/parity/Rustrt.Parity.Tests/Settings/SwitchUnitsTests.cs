using Rustrt.Parity.Settings;

namespace Rustrt.Parity.Tests.Settings;

public sealed class SwitchUnitsTests
{
    private static readonly SwitchUnits s_five = Of(("core", false), ("stacks", false), ("heap", true), ("log", true), ("io", false));

    [Fact]
    public void Each_group_is_alone_on_both_sides_between_all_legacy_and_all_new() => Assert.Equal(
        ["all=legacy", "all=new;heap=legacy;log=legacy", "all=legacy;heap=new;log=new", "all=legacy;heap=new", "all=new;heap=legacy",
         "all=legacy;log=new", "all=new;log=legacy", "all=new"], Names(s_five.Working));

    [Fact]
    public void The_road_moves_one_group_after_the_other_and_what_must_stay_together_last()
    {
        Assert.Equal(["all=legacy", "all=legacy;heap=new", "all=legacy;heap=new;log=new", "all=new"], s_five.Road.Select(step => step.Switch));
        Assert.Equal(["all=legacy", "+ heap=new", "+ log=new", "all=new"], Names(s_five.Road));
    }

    [Fact]
    public void The_road_moves_the_core_last() =>
        Assert.Equal(["all=legacy", "+ heap=new", "+ stacks=new", "all=new"], Names(Of(("core", true), ("stacks", true), ("heap", true)).Road));

    [Fact]
    public void A_unit_that_is_not_free_brings_its_group_along()
    {
        Assert.Equal(["all=legacy;log=new", "all=new;log=legacy"], Names(s_five.AloneOf("log")));
        Assert.Equal(["all=new;heap=legacy;log=legacy", "all=legacy;heap=new;log=new"], Names(s_five.AloneOf("io")));
        Assert.Contains("'nothing'", Assert.Throws<ArgumentException>(() => s_five.AloneOf("nothing")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_setting_has_one_text()
    {
        var two = Of(("core", false), ("heap", true));
        Assert.Equal(["all=legacy", "all=legacy;core=new", "all=legacy;heap=new", "all=new"], Names(two.Working));
    }

    [Fact]
    public void Every_setting_gives_each_unit_of_a_group_one_side() => Assert.All(s_five.Working, setting =>
        Assert.All(s_five.Groups, group => Assert.Single(group.Select(unit => setting.SideOf(unit.Name)).Distinct())));

    [Fact]
    public void A_catalogue_without_units_is_told()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "{}");
        Assert.Equal($"{file} has no units", Assert.Throws<InvalidDataException>(() => SwitchUnits.Read(file)).Message);
        File.Delete(file);
    }

    [Fact]
    public void An_edge_to_two_groups_makes_one_of_them() => Assert.Equal(["a b c", "d"], new SwitchUnits(
        [new("a", ["a"], null), new("b", ["b"], null), new("d", ["d"], null), new("c", ["c"], [new("b", "of b"), new("a", "of a")])])
        .Groups.Select(group => string.Join(' ', group.Select(unit => unit.Name).Order(StringComparer.Ordinal))));

    // Those that are not free need the first.
    private static SwitchUnits Of(params (string Name, bool Free)[] units) => new([.. units.Select((unit, i) =>
        new SwitchUnit(unit.Name, [unit.Name], unit.Free || i == 0 ? null : [new(units[0].Name, "of the test")]))]);

    private static IEnumerable<string> Names(IEnumerable<SwitchSetting> settings) => settings.Select(setting => setting.Name);
}
