using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rustrt.Migrate.Bench;

/// <summary>
/// What must at least be reached: how one side of a workload compares with another, or what it takes by itself. Exactly one of the limits
/// is given; InTheWay says where the time of the measured side goes and what would improve it. Those between runtimes are declared
/// in benchmarks/floors.json, those of the new runtime's growth in <see cref="Peers.GrowthRow"/>.
/// </summary>
/// <param name="Workload">Which workload.</param>
/// <param name="Of">The side that is judged.</param>
/// <param name="Against">The side that it is compared with; null with <paramref name="AtMostBytes"/>.</param>
/// <param name="InTheWay">Where the time goes, and what would improve it.</param>
/// <param name="TimesFaster">The other takes at least so many times as long.</param>
/// <param name="AtMostTimes">It takes at most so many times as long.</param>
/// <param name="AtMostExtraNs">It takes at most so many nanoseconds more.</param>
/// <param name="AtMostBytes">It takes at most so much memory.</param>
internal sealed record Floor(string Workload, string Of, string? Against, string InTheWay, double? TimesFaster = null,
    double? AtMostTimes = null, double? AtMostExtraNs = null, double? AtMostBytes = null)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The limit in words.</summary>
    [JsonIgnore]
    public string Limit => this switch
    {
        { TimesFaster: 1 } => $"no slower than {Against}",
        { TimesFaster: { } times } => Invariant($"{times:0.##} times faster than {Against}"),
        { AtMostTimes: { } times } => Invariant($"at most {times:0.##} times as long as {Against}"),
        { AtMostBytes: { } bytes } => $"at most {Amounts.Bytes(bytes)}",
        { AtMostExtraNs: >= 1_000_000 and { } ns } => Invariant($"at most {ns / 1_000_000:0.##} ms more than {Against}"),
        _ => Invariant($"at most {AtMostExtraNs:0.##} ns more than {Against}"),
    };

    /// <summary>The floors in a file.</summary>
    /// <exception cref="UserErrorException">The file does not say what it should.</exception>
    public static IReadOnlyList<Floor> ReadAll(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file));
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or FileNotFoundException)
        {
            throw new UserErrorException(ExitCode.Failures, $"{file}: {error.Message}");
        }
    }

    public static IReadOnlyList<Floor> Parse(string json)
    {
        var floors = JsonSerializer.Deserialize<Written>(json, s_options)!.Floors;
        foreach (var floor in floors)
        {
            if (new[] { floor.TimesFaster, floor.AtMostTimes, floor.AtMostExtraNs, floor.AtMostBytes }.Count(limit => limit is not null) != 1)
            {
                throw new InvalidDataException($"the floor of {floor.Workload} needs exactly one of timesFaster, atMostTimes, atMostExtraNs, atMostBytes");
            }
            if (floor.Against is null != floor.AtMostBytes is not null)
            {
                throw new InvalidDataException($"the floor of {floor.Workload} needs a side to compare with, which is null with atMostBytes alone");
            }
            if (Bench.Workload.All.All(workload => workload.Name != floor.Workload))
            {
                throw new InvalidDataException($"there is no workload '{floor.Workload}'");
            }
        }
        return floors;
    }

    /// <summary>Null when the workload or one of the sides was not measured.</summary>
    public FloorVerdict? Judge(WorkloadResult? result)
    {
        if (result?.Side(Of) is not { } of)
        {
            return null;
        }
        if (AtMostBytes is { } bytes)
        {
            return new FloorVerdict(Workload, Of, Limit, Amounts.Bytes(of.Median), of.Median / bytes, InTheWay);
        }
        if (result.Side(Against!) is not { } against)
        {
            return null;
        }
        var (measured, allowed) = this switch
        {
            { TimesFaster: { } times } => (Compared(of.Median, against.Median), against.Median / times),
            { AtMostTimes: { } times } => (Invariant($"{of.Median / against.Median:0.00} times as long"), against.Median * times),
            _ => (Extra(of.Median - against.Median), against.Median + AtMostExtraNs!.Value),
        };
        return new FloorVerdict(Workload, Of, Limit, measured, of.Median / allowed, InTheWay);
    }

    private static string Compared(double of, double against) =>
        of <= against ? Invariant($"{against / of:0.00} times faster") : Invariant($"{of / against:0.00} times as long");

    private static string Extra(double ns) =>
        Math.Abs(ns) >= 100_000 ? Invariant($"{ns / 1_000_000:+0.00;-0.00} ms") : Invariant($"{ns:+0.00;-0.00} ns");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Written(Floor[] Floors);
}

/// <summary>A floor beside what was measured; <paramref name="Taken"/> is the part of the allowed time that the measured side takes.</summary>
internal sealed record FloorVerdict(string Workload, string Of, string Limit, string Measured, double Taken, string InTheWay)
{
    /// <summary>Whether that is all of it at most.</summary>
    public bool Met => Taken <= 1;
}
