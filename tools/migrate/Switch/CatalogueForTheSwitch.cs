using Rustrt.Bindgen.Runtime.Switch;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Switch;

/// <summary>The units as the switch in C# takes them: the router has the same ones, generated.</summary>
internal static class CatalogueForTheSwitch
{
    public static SwitchCatalogue ForTheSwitch(this SwitchUnits units) => new("RUSTRT", Build.RepositoryLayout.LibraryName,
        [.. units.Units.Select(unit => new Bindgen.Runtime.Switch.SwitchUnit(unit.Name, unit.Services,
            [.. (unit.Needs ?? []).Select(need => new Bindgen.Runtime.Switch.SwitchNeed(need.Unit, need.Reason))]))]);
}
