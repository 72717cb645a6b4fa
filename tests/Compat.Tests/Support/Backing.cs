using Rustrt.Parity.Differences;
using Rustrt.Parity.Settings;

namespace Rustrt.Compat.Tests.Support;

/// <summary>What stands behind librustrt.so when a program runs: the legacy library itself, or the router with a setting.</summary>
internal sealed record Backing(string Name, string Folder, string? Setting)
{
    public static Backing Direct => new("legacy library", Repository.Legacy, null);

    public static Backing AllLegacy => Router("all=legacy");

    public static Backing AllNew => Router("all=new");

    /// <summary>
    /// Those that must agree: everything legacy and everything new; in the full tier the legacy library without the router too, whose code all-legacy
    /// runs.
    /// </summary>
    public static IReadOnlyList<Backing> All => Tier.IsFull ? [Direct, AllLegacy, AllNew] : [AllLegacy, AllNew];

    /// <summary>The units, and which settings of them work.</summary>
    public static SwitchUnits Units { get; } = SwitchUnits.Read(Repository.Source("src/Compat/catalogue.json"));

    /// <summary>Differences that are known and stay for a while.</summary>
    public static IReadOnlyList<AcceptedDifference> Accepted { get; } = AcceptedDifference.Read(Repository.Source("tests/parity/differences.json"));

    /// <summary>Every unit that can be switched alone, on either core.</summary>
    public static IReadOnlyList<Backing> Mixtures =>
        [.. Units.Working.Except([SwitchUnits.AllLegacy, SwitchUnits.AllNew]).Select(setting => Router(setting.Name))];

    /// <summary>
    /// For one case: of each named unit that it is alone on one side, which side being left to the case's name, so that either side has half of the
    /// cases. In the full tier all mixtures, and with checks. Never where the case differs and that is accepted.
    /// </summary>
    public static IReadOnlyList<Backing> MixturesFor(string name, params string[] units)
    {
        IEnumerable<Backing> mixtures = Tier.IsFull ? [.. Mixtures, Checked("all=new"), Checked("all=legacy;stacks=new")]
            : units.SelectMany(unit => AloneFor(name, unit)).Intersect(Mixtures);
        return [.. mixtures.Where(backing => !Accepted.Any(rule => rule.Covers(backing.Switch, name)))];
    }

    /// <summary>For one case: one unit on a side that the rest is not on, as above; in the full tier on either.</summary>
    public static IReadOnlyList<Backing> AloneFor(string name, string unit)
    {
        IReadOnlyList<Backing> alone = Alone(unit);
        return Tier.IsFull ? alone : [alone[(name + unit).Sum(letter => letter) % alone.Count]];
    }

    /// <summary>One unit on either side that the rest is not on.</summary>
    public static IReadOnlyList<Backing> Alone(string unit) => [.. Units.AloneOf(unit).Select(setting => Router(setting.Name))];

    /// <summary>The router with a legacy library of the user's own.</summary>
    public static Backing Own(string library, string setting) => Router(setting) with { Name = $"router, {setting}, {library}", OwnLegacy = library };

    /// <summary>The path for RUSTRT_LEGACY; null for the router's own.</summary>
    public string? OwnLegacy { get; init; }

    public static Backing Router(string setting) => new($"router, {setting}", Repository.Router, setting);

    /// <summary>What the router is told; the legacy library itself is all-legacy.</summary>
    public SwitchSetting Switch => SwitchSetting.Routed(Setting ?? SwitchUnits.AllLegacy.Name);

    /// <summary>The router whose stack invariants are asserted, under UBSan.</summary>
    public static Backing Checked(string setting) => new($"checked router, {setting}", Repository.CheckedRouter, setting);

    /// <summary>Runs a program that links to librustrt.so.</summary>
    public Outcome Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] variables) =>
        NativeProcess.Run(program, arguments, [.. Variables, .. variables]);

    /// <summary>
    /// Variables that make a program find this; bodies in C++ need room, and LD_BIND_NOW spares their stacks the dynamic
    /// loader's frames.
    /// </summary>
    public IEnumerable<(string Name, string Value)> Variables =>
    [
        ("LD_LIBRARY_PATH", Folder), ("LD_BIND_NOW", "1"), ("RUST_MIN_STACK", "262144"), ("RUST_THREADS", "2"),
        .. Setting == null ? [] : new[] { ("RUSTRT_SWITCH", Setting) },
        .. OwnLegacy == null ? [] : new[] { ("RUSTRT_LEGACY", OwnLegacy) },
    ];

    public override string ToString() => Name;
}
