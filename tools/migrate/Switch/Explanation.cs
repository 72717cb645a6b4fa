using Rustrt.Bindgen.Runtime.Switch;
using Rustrt.Compat.Backends.New;
using Rustrt.Migrate.Build;
using Rustrt.Migrate.Services;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Switch;

/// <summary>Why a unit is on the side that it is on.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Services">What is switched with it.</param>
/// <param name="Together">Other units that must have the same value.</param>
/// <param name="Edges">What binds it to others, with the reasons.</param>
/// <param name="NotServedByNew">Functions of it that the new side lacks.</param>
/// <param name="Improvements">Names of RUSTRT_IMPROVE that do nothing unless it is new.</param>
/// <param name="Looked">Every source and rule that the switch looked at, in its order and words.</param>
/// <param name="Value">What the setting says of it.</param>
/// <param name="Reason">Where it says so.</param>
/// <param name="Backend">Who serves it; null when the setting is refused.</param>
/// <param name="Refused">Why the setting is refused.</param>
/// <param name="ExitCode">What a program would end with then, else 0.</param>
internal sealed record Explanation(string Unit, IReadOnlyList<string> Services, IReadOnlyList<string> Together, IReadOnlyList<string> Edges, IReadOnlyList<string> NotServedByNew,
    IReadOnlyList<string> Improvements, IReadOnlyList<string> Looked, string? Value, string? Reason, string? Backend, string? Refused, int ExitCode)
{
    /// <summary>Has the switch decide, and keeps what concerns the unit.</summary>
    /// <param name="units">The catalogue's.</param>
    /// <param name="coverage">Who serves what.</param>
    /// <param name="name">The unit.</param>
    /// <param name="environment">What the switch sees.</param>
    /// <param name="load">Which backends there are.</param>
    /// <exception cref="UserErrorException">There is no such unit.</exception>
    public static Explanation Of(SwitchUnits units, Coverage coverage, string name, LayoutEnvironment environment, BackendLoader load)
    {
        var index = units.Units.ToList().FindIndex(unit => unit.Name == name);
        if (index < 0)
        {
            throw new UserErrorException(Migrate.ExitCode.Usage, units.Units.FirstOrDefault(unit => unit.Services.Contains(name)) is { } owner
                ? $"'{name}' is a service of unit '{owner.Name}', and units are what is switched."
                : $"there is no unit '{name}'; there are {string.Join(", ", units.Units.Select(unit => unit.Name))}.");
        }
        var unit = units.Units[index];
        var together = units.Groups.Single(group => group.Contains(unit)).Where(other => other != unit).Select(other => other.Name);
        var edges = units.Units.SelectMany(from => (from.Needs ?? []).Where(need => from == unit || need.Unit == name)
            .Select(need => $"{from.Name} with {need.Unit}: {need.Reason}"));
        var missing = coverage.Symbols.Where(symbol => symbol.Unit == name && !symbol.NewServes).Select(symbol => symbol.Name);
        var blank = new Explanation(name, unit.Services, [.. together], [.. edges], [.. missing],
            [.. ImprovementNames.Needs.Where(one => one.Value.Contains(name)).Select(one => one.Key)], [], null, null, null, null, 0);
        try
        {
            var decision = SwitchDecision.Make(units.ForTheSwitch(), environment, load);
            return blank with
            {
                Looked = Concerning(name, environment.Lines), Value = decision.ValueOf(index), Reason = decision.ReasonOf(index),
                Backend = decision.BackendOf(index) == Bindgen.Runtime.Switch.Backend.New ? "new" : "legacy",
            };
        }
        catch (SwitchException refused)
        {
            return blank with { Looked = Concerning(name, environment.Lines), Refused = refused.Message, ExitCode = refused.ExitCode };
        }
    }

    /// <summary>Backends as they are in a checkout, and as RUSTRT_LEGACY names one.</summary>
    public static BackendLoader Loader(RepositoryLayout layout, string? ownLegacy) => (backend, _) =>
    {
        var file = backend == Bindgen.Runtime.Switch.Backend.New ? layout.NewBackend : ownLegacy ?? layout.LegacyBackend;
        return File.Exists(file) ? null : $"{layout.Shown(file)}: no such file";
    };

    // Of the choices only its own; sources, rules, backends and notices concern every unit.
    private static IReadOnlyList<string> Concerning(string unit, IEnumerable<string> lines) =>
        [.. lines.Where(line => !line.StartsWith("choice: ", StringComparison.Ordinal) || line.StartsWith($"choice: {unit}=", StringComparison.Ordinal))];
}
