using Rustrt.Parity.Comparison;

namespace Rustrt.Parity.Report;

/// <summary>What came of running a scenario on one setting with one number of threads.</summary>
public enum Verdict
{
    /// <summary>Every declared comparison holds, and no call reached the side not chosen.</summary>
    Agrees,

    /// <summary>A comparison fails.</summary>
    Diverges,

    /// <summary>The comparisons hold, but calls reached the side not chosen, or nothing proves that they did not.</summary>
    CallsAstray,

    /// <summary>The setting does not serve a function yet: the router said so, and nothing can be compared.</summary>
    NotMigrated,
}

/// <summary>One cell of the table.</summary>
/// <param name="Setting">The switch setting.</param>
/// <param name="Threads">RUST_THREADS.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Milliseconds">Wall-clock time of each run.</param>
/// <param name="Divergence">The first difference, where there is one.</param>
/// <param name="Calls">What the router's counters prove.</param>
/// <param name="UnitCalls">The counters of the last run: unit to calls on the legacy and on the new side.</param>
public sealed record CellResult(string Setting, int Threads, Verdict Verdict, IReadOnlyList<double> Milliseconds, Divergence? Divergence,
    string? Calls, IReadOnlyDictionary<string, Calls.UnitCalls>? UnitCalls);

/// <summary>Legacy against legacy, with one number of threads.</summary>
/// <param name="Threads">RUST_THREADS.</param>
/// <param name="Runs">How many runs agreed with the first.</param>
/// <param name="Divergence">Where legacy disagrees with itself or with the declared exit status: the scenario is invalid.</param>
/// <param name="Milliseconds">Wall-clock time of each run.</param>
public sealed record NoiseFloor(int Threads, int Runs, Divergence? Divergence, IReadOnlyList<double> Milliseconds)
{
    internal static NoiseFloor Merge(IGrouping<int, NoiseFloor> floors) => new(floors.Key, floors.Sum(floor => floor.Runs),
        floors.Select(floor => floor.Divergence).FirstOrDefault(divergence => divergence is not null), [.. floors.SelectMany(floor => floor.Milliseconds)]);
}

/// <summary>A scenario on every setting.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="Summary">What happens in it.</param>
/// <param name="Compared">What was compared, in words.</param>
/// <param name="NoiseFloor">Legacy against legacy, per number of threads.</param>
/// <param name="Cells">The settings; none for a number of threads at which the scenario is invalid.</param>
public sealed record ScenarioResult(string Name, string Summary, IReadOnlyList<string> Compared, IReadOnlyList<NoiseFloor> NoiseFloor,
    IReadOnlyList<CellResult> Cells)
{
    /// <summary>True when legacy agrees with itself under the declared comparison.</summary>
    public bool IsValid => NoiseFloor.All(floor => floor.Divergence is null);

    /// <summary>True when the scenario is valid and every setting that serves it agrees.</summary>
    public bool Agrees => IsValid && Cells.All(cell => cell.Verdict is Verdict.Agrees or Verdict.NotMigrated);
}

/// <summary>A whole parity run.</summary>
/// <param name="Date">When.</param>
/// <param name="Settings">The settings that were compared with the legacy library.</param>
/// <param name="Scenarios">The results.</param>
public sealed record ParityReport(DateTimeOffset Date, IReadOnlyList<string> Settings, IReadOnlyList<ScenarioResult> Scenarios)
{
    /// <summary>Comparisons that hold.</summary>
    public int Agreeing => Scenarios.Sum(scenario => scenario.Cells.Count(cell => cell.Verdict == Verdict.Agrees));

    /// <summary>Comparisons that do not hold, and scenarios that are invalid at a number of threads.</summary>
    public int Failing => Scenarios.Sum(scenario => scenario.Cells.Count(cell => cell.Verdict is Verdict.Diverges or Verdict.CallsAstray)
        + scenario.NoiseFloor.Count(floor => floor.Divergence is not null));

    /// <summary>Comparisons that cannot be made, since the setting does not serve a function yet.</summary>
    public int NotMigrated => Scenarios.Sum(scenario => scenario.Cells.Count(cell => cell.Verdict == Verdict.NotMigrated));

    /// <summary>Reports on the same scenarios, one setting after the other, as one.</summary>
    public static ParityReport Merge(IReadOnlyList<ParityReport> reports) => new(reports[^1].Date, [.. reports.SelectMany(report => report.Settings)],
    [
        .. reports.SelectMany(report => report.Scenarios).GroupBy(scenario => scenario.Name).Select(group => group.First() with
        {
            NoiseFloor = [.. group.SelectMany(scenario => scenario.NoiseFloor).GroupBy(floor => floor.Threads).Select(NoiseFloor.Merge)],
            Cells = [.. group.SelectMany(scenario => scenario.Cells)],
        }),
    ]);
}
