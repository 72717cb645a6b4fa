namespace Rustrt.Parity.Settings;

/// <summary>What the switch names: services that are switched together.</summary>
/// <param name="Name">The unit's name.</param>
/// <param name="Services">Its services.</param>
/// <param name="Needs">Its edges to units before it; null for none.</param>
public sealed record SwitchUnit(string Name, IReadOnlyList<string> Services, IReadOnlyList<SwitchNeed>? Needs);

/// <summary>An edge: the unit that has it must be on the side of another one.</summary>
/// <param name="Unit">The other unit.</param>
/// <param name="Reason">Why.</param>
public sealed record SwitchNeed(string Unit, string Reason);
