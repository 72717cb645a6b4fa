using System.Text;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;
using Rustrt.Bindgen.Runtime.Switch;

namespace Rustrt.Compat.Hosting;

/// <summary>From a host's options to one setting, checked by the rules of the switch before anything is loaded.</summary>
internal static class HostSetting
{
    /// <summary>The setting: the options' own, with a unit's entry replaced by what its feature says. Null: the options say nothing.</summary>
    /// <param name="options">Of the host.</param>
    /// <param name="features">Null where no feature management is registered.</param>
    /// <exception cref="InvalidOperationException">Features are named and nobody can be asked about them.</exception>
    public static async Task<string?> RenderAsync(RustrtOptions options, IFeatureManager? features)
    {
        if (options.Features.Count == 0) return options.Switch;
        if (features == null)
        {
            throw new InvalidOperationException(
                $"Rustrt:Features names features ({string.Join(", ", options.Features.Values)}), but the host has no feature management; valid: services.AddFeatureManagement()");
        }
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (string name in features.GetFeatureNamesAsync()) known.Add(name);
        var entries = (options.Switch ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(entry => !options.Features.ContainsKey(entry.Split('=')[0].Trim())).ToList();
        foreach ((string unit, string feature) in options.Features)
        {
            if (!known.Contains(feature))
            {
                throw new InvalidOperationException(
                    $"Rustrt:Features:{unit} is '{feature}', which is no feature; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
            }
            bool isNew = options.Target is { } target
                ? await features.IsEnabledAsync(feature, new TargetingContext { UserId = target.User, Groups = target.Groups })
                : await features.IsEnabledAsync(feature);
            entries.Add($"{unit}={(isNew ? "new" : "legacy")}");
        }
        return string.Join(';', entries);
    }

    /// <summary>What a setting decides, unit by unit, as the router will.</summary>
    /// <exception cref="SwitchException">The setting is refused.</exception>
    public static IReadOnlyList<string> Check(string setting)
    {
        SwitchCatalogue units = UnitCatalogue.Units;
        var decision = SwitchDecision.Make(units, new Given($"{units.Prefix}_SWITCH", setting), (_, _) => null);
        return [.. Enumerable.Range(0, units.Units.Count).Select(decision.ReasonOf)];
    }

    /// <summary>An environment in which the setting is all there is.</summary>
    private sealed class Given(string variable, string setting) : SwitchEnvironment
    {
        public override string? ProgramFolder => null;

        public override bool IsSecure => false;

        public override byte[]? Variable(string name) => name == variable ? Encoding.UTF8.GetBytes(setting) : null;

        // The variable decides, so that no file is looked for.
        public override int ReadFile(string path, int limit, out byte[] content) => throw new InvalidOperationException($"{path} is not to be read");

        // Nothing falls back here, and nothing is traced.
        public override void Log(string line) => throw new InvalidOperationException(line);
    }
}
