namespace Rustrt.Parity.Settings;

/// <summary>What the switch names: services that are switched together.</summary>
/// <param name="Name">The unit's name.</param>
/// <param name="Services">Its services.</param>
/// <param name="Alone">It may be on another side than the units that may not.</param>
public sealed record SwitchUnit(string Name, IReadOnlyList<string> Services, bool Alone);
