using Rustrt.Migrate.Build;
using Rustrt.Parity;
using Rustrt.Parity.Running;
using Rustrt.Parity.Scenarios;

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

    public static ParityRunner ParityRunner(RepositoryLayout layout, IEnumerable<Scenario> scenarios, ParityOptions options) =>
        new(Runner(layout, scenarios.Select(scenario => scenario.Program)), layout.CallersDirectory, options);

    private static bool Fits(string scenario, string name) =>
        name.EndsWith('*') ? scenario.StartsWith(name[..^1], StringComparison.Ordinal) : scenario == name;
}
