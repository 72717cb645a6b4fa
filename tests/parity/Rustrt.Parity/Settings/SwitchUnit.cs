namespace Rustrt.Parity.Settings;

/// <summary>What the switch names: services that are switched together.</summary>
/// <param name="Name">The unit's name.</param>
/// <param name="Services">Its services.</param>
/// <param name="Needs">Its edges to units before it; null for none.</param>
/// <param name="Seams">What a legacy library must offer for it to be on another side than the rest; null for nothing.</param>
/// <param name="LegacySeams">What it must offer besides where this unit stays legacy and the rest is new; null for nothing.</param>
public sealed record SwitchUnit(
    string Name, IReadOnlyList<string> Services, IReadOnlyList<SwitchNeed>? Needs, IReadOnlyList<string>? Seams = null, IReadOnlyList<string>? LegacySeams = null)
{
    /// <summary>The seams that this unit needs of a legacy library when it alone is on that side.</summary>
    public IReadOnlyList<string> SeamsOn(string side) => [.. Seams ?? [], .. side == "legacy" ? LegacySeams ?? [] : []];
}

/// <summary>An edge: the unit that has it must be on the side of another one.</summary>
/// <param name="Unit">The other unit.</param>
/// <param name="Reason">Why.</param>
public sealed record SwitchNeed(string Unit, string Reason);
