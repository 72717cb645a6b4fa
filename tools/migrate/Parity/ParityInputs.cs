using System.Text.Json;
using Rustrt.Migrate.Build;
using Rustrt.Parity;
using Rustrt.Parity.Running;
using Rustrt.Parity.Scenarios;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Parity;

/// <summary>The parity library on this repository's scenarios, callers and libraries.</summary>
internal static class ParityInputs
{
    public static IReadOnlyList<Scenario> Scenarios(RepositoryLayout layout)
    {
        try
        {
            return ScenarioFile.ReadFolder(layout.At("tests", "parity", "scenarios"));
        }
        catch (InvalidDataException error)
        {
            throw new UserErrorException(ExitCode.Failures, error.Message);
        }
    }

    /// <summary>The units, and the settings that work (src/Compat/catalogue.json).</summary>
    public static SwitchUnits Units(RepositoryLayout layout)
    {
        var file = layout.At("src", "Compat", "catalogue.json");
        try
        {
            return SwitchUnits.Read(file);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or JsonException)
        {
            throw new UserErrorException(ExitCode.Failures, $"{layout.Shown(file)}: {error.Message}");
        }
    }

    /// <summary>The named scenarios; a name that ends in * stands for all that begin so.</summary>
    /// <exception cref="UserErrorException">A name fits no scenario.</exception>
    public static IReadOnlyList<Scenario> Select(IReadOnlyList<Scenario> all, IReadOnlyList<string> names)
    {
        foreach (var name in names.Where(name => !all.Any(scenario => Fits(scenario.Name, name))))
        {
            throw new UserErrorException(ExitCode.Usage,
                $"--scenario {name}: there is no such scenario; there are {string.Join(", ", all.Select(scenario => scenario.Name))}.");
        }
        return names.Count == 0 ? all : [.. all.Where(scenario => names.Any(name => Fits(scenario.Name, name)))];
    }

    /// <exception cref="UserErrorException">Something is not built.</exception>
    public static CallerRunner Runner(RepositoryLayout layout, IEnumerable<string> programs)
    {
        BuildPlan.RequireBuilt(layout, [layout.LegacyLibrary, layout.CoreLibrary, layout.RouterLibrary, layout.LegacyBackend, layout.NewBackend,
            .. programs.Distinct().Select(program => Path.Combine(layout.CallersDirectory, program))]);
        return new CallerRunner(layout.LegacyDirectory, layout.RouterDirectory);
    }

    /// <summary>The caller that asks the router about a setting: every setting that the router accepts serves it.</summary>
    public const string Probe = "token_ring";

    /// <summary>Lets the router judge a setting before scenarios run on it, each of which would only seem to diverge.</summary>
    /// <exception cref="UserErrorException">The router refuses the setting; its own words say why.</exception>
    public static async Task RequireAccepted(CallerRunner runner, string callersDirectory, SwitchSetting setting, CancellationToken stop)
    {
        var probe = new CallerCommand(Path.Combine(callersDirectory, Probe), ["tasks=1", "hops=1"], new Dictionary<string, string>(), Threads: 1,
            TimeSpan.FromSeconds(60), CountCalls: false);
        var run = await runner.Run(probe, setting, stop);
        if (run.ExitStatus is >= ExitCode.FirstRefusal and <= ExitCode.LastRefusal)
        {
            throw new UserErrorException(ExitCode.Usage, $"--setting {setting}: {string.Join("; ", run.Errors)}");
        }
    }

    public static ParityRunner ParityRunner(RepositoryLayout layout, IEnumerable<Scenario> scenarios, ParityOptions options) =>
        new(Runner(layout, scenarios.Select(scenario => scenario.Program)), layout.CallersDirectory, options);

    private static bool Fits(string scenario, string name) =>
        name.EndsWith('*') ? scenario.StartsWith(name[..^1], StringComparison.Ordinal) : scenario == name;
}
