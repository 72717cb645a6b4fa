using System.Collections.Immutable;
using System.Text.Json;

namespace Rustrt.Parity.Settings;

/// <summary>
/// The units of src/Compat/catalogue.json, and which settings of them can work. This is the one place that derives settings
/// from the catalogue: what runs on "every setting" takes them from here.
/// </summary>
/// <param name="Units">In the catalogue's order.</param>
public sealed record SwitchUnits(IReadOnlyList<SwitchUnit> Units)
{
    private const string Legacy = "legacy", New = "new";

    /// <summary>What every task stands on, whether or not a program calls it. It moves last (MIGRATION.md).</summary>
    public static ImmutableArray<string> UnderEveryTask { get; } = ["stacks", "core"];

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>Everything on the old side, behind the router.</summary>
    public static SwitchSetting AllLegacy { get; } = SwitchSetting.Routed("all=legacy");

    /// <summary>Everything on the new side.</summary>
    public static SwitchSetting AllNew { get; } = SwitchSetting.Routed("all=new");

    /// <summary>Units that edges hold together; a unit without an edge is a group by itself.</summary>
    public IReadOnlyList<IReadOnlyList<SwitchUnit>> Groups
    {
        get
        {
            List<List<SwitchUnit>> groups = [];
            foreach (var unit in Units)
            {
                List<List<SwitchUnit>> needed = [.. groups.Where(group => group.Any(other => unit.Needs?.Any(need => need.Unit == other.Name) == true))];
                if (needed.Count == 0)
                {
                    groups.Add([unit]);
                    continue;
                }
                foreach (var other in needed.Skip(1))
                {
                    needed[0].AddRange(other);
                    groups.Remove(other);
                }
                needed[0].Add(unit);
            }
            return groups;
        }
    }

    /// <summary>Every setting that is promised: all-legacy, each group alone on the one side and on the other, all-new.</summary>
    public IReadOnlyList<SwitchSetting> Working =>
        [.. new[] { AllLegacy }.Concat(Groups.SelectMany(Alone)).Append(AllNew).DistinctBy(setting => setting.Switch)];

    /// <summary>The settings of <see cref="Working"/> in which the unit's group is on one side and everything else on the other.</summary>
    /// <exception cref="ArgumentException">There is no such unit.</exception>
    public IReadOnlyList<SwitchSetting> AloneOf(string unit) => Alone(Groups.FirstOrDefault(group => group.Any(one => one.Name == unit))
        ?? throw new ArgumentException($"there is no unit '{unit}'; there are {string.Join(", ", Units.Select(one => one.Name))}", nameof(unit)));

    /// <summary>
    /// Of <see cref="Working"/> those that need no seam, so that any legacy library will do: all-legacy, and units without one alone. Not the core:
    /// moving it leaves every other unit on another side than the core.
    /// </summary>
    public IReadOnlyList<SwitchSetting> WithoutSeams =>
        [.. new[] { AllLegacy }.Concat(Groups.Where(group => group.Count == 1).Select(group => group[0]).Where(unit => unit.Name != "core")
            .SelectMany(unit => new[] { New, Legacy }.Where(side => unit.SeamsOn(side).Count == 0).Select(side => Setting(side == New ? [unit] : [.. Units.Except([unit])]))))];

    /// <summary>
    /// From all-legacy to all-new, one group after the other: first those that can be switched alone, stacks and core last. A step is
    /// named by what it moves, since the setting itself grows long.
    /// </summary>
    public IReadOnlyList<SwitchSetting> Road
    {
        get
        {
            var order = Groups.OrderBy(group => group.Count).ThenBy(group => group.Max(unit => UnderEveryTask.IndexOf(unit.Name))).ToList();
            return [AllLegacy, .. order.SkipLast(1).Select((group, step) => Setting(order.Take(step + 1).SelectMany(moved => moved).ToHashSet()) with
            {
                Name = "+ " + string.Join(';', group.Select(unit => $"{unit.Name}=new")),
            }), AllNew];
        }
    }

    /// <summary>Reads the catalogue.</summary>
    /// <exception cref="InvalidDataException">It has no units.</exception>
    public static SwitchUnits Read(string file) =>
        JsonSerializer.Deserialize<SwitchUnits>(File.ReadAllText(file), s_options) is { Units.Count: > 0 } units ? units
            : throw new InvalidDataException($"{file} has no units");

    private IReadOnlyList<SwitchSetting> Alone(IReadOnlyList<SwitchUnit> group) =>
        [Setting(group.ToHashSet()), Setting(Units.Except(group).ToHashSet())];

    // The shorter of the two ways to write it, so that one setting has one text.
    private SwitchSetting Setting(HashSet<SwitchUnit> onNew)
    {
        var mostly = 2 * onNew.Count > Units.Count ? New : Legacy;
        var others = Units.Where(unit => onNew.Contains(unit) != (mostly == New)).Select(unit => $"{unit.Name}={(mostly == New ? Legacy : New)}");
        return SwitchSetting.Routed(string.Join(';', others.Prepend($"all={mostly}")));
    }
}
