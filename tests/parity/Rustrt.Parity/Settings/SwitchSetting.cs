namespace Rustrt.Parity.Settings;

/// <summary>One way to run a caller: on the legacy library itself, or on the router with a switch setting.</summary>
/// <param name="Name">How reports name it.</param>
/// <param name="Switch">The text for RUSTRT_SWITCH; null for the legacy library without a router.</param>
/// <param name="OwnLegacy">The path for RUSTRT_LEGACY; null for the router's own legacy library.</param>
public sealed record SwitchSetting(string Name, string? Switch, string? OwnLegacy = null)
{
    /// <summary>The reference: what callers are linked to today.</summary>
    public static SwitchSetting Direct { get; } = new("legacy library", null);

    /// <summary>The router with this setting.</summary>
    public static SwitchSetting Routed(string text) => new(text, text);

    /// <summary>
    /// The side that this setting gives to a unit. Only plain settings are understood, as the ones above; the router
    /// parses the whole language and refuses what is wrong.
    /// </summary>
    public string SideOf(string unit) => Chosen[unit].LastOrDefault() ?? Chosen["all"].LastOrDefault() ?? "legacy";

    /// <summary>The units that this setting puts on another side than all the others; none in all-legacy and all-new.</summary>
    public IReadOnlyList<string> UnitsApart => [.. Chosen.Select(entry => entry.Key).Where(unit => unit != "all" && SideOf(unit) != SideOf("all"))];

    private ILookup<string, string> Chosen => (Switch ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(entry => entry.Length == 2)
        .ToLookup(entry => entry[0], entry => entry[1]);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
