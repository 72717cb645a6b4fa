using Rustrt.Bindgen.Runtime.Switch;

namespace Rustrt.Bindgen.Runtime.Facade;

/// <summary>What the switch decided for a unit.</summary>
/// <param name="Name">The unit's, as in settings.</param>
/// <param name="Services">What it consists of.</param>
/// <param name="Backend">Who implements it in this process.</param>
/// <param name="Reason">Value and rule: "checksums=new (ZLIB_SWITCH, character 12)".</param>
/// <param name="Calls">How often its functions were called so far; null unless calls are counted (PREFIX_CALLS).</param>
public sealed record UnitState(string Name, IReadOnlyList<string> Services, Backend Backend, string Reason, long? Calls);
