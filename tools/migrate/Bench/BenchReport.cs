using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rustrt.Migrate.Bench;

/// <summary>The samples of a workload on one side: nanoseconds, or bytes, per operation.</summary>
internal sealed record SideResult(string Side, IReadOnlyList<double> Samples)
{
    public double Median => Quantile(0.5);

    /// <summary>Lower quartile.</summary>
    public double Low => Quantile(0.25);

    /// <summary>Upper quartile.</summary>
    public double High => Quantile(0.75);

    private double Quantile(double part)
    {
        var sorted = Samples.Order().ToArray();
        var position = part * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }
}

/// <summary>A workload on all sides.</summary>
internal sealed record WorkloadResult(string Workload, string Operation, Figure Figure, IReadOnlyList<SideResult> Sides)
{
    /// <summary>A figure of this workload as people read it.</summary>
    public string Text(double value) => Figure == Figure.Memory ? Amounts.Bytes(value) : Amounts.Nanoseconds(value);

    /// <summary>How much more or less one side takes than another; empty when one was not measured.</summary>
    public string Compared(string of, string against) => Ratio(of, against) is not { } ratio ? ""
        : Amounts.Compared(ratio, Figure == Figure.Memory ? "less" : "faster", Figure == Figure.Memory ? "as much" : "as long");

    public SideResult? Side(string name) => Sides.FirstOrDefault(side => side.Side == name);

    /// <summary>How many times as long one side takes as another; null when one was not measured.</summary>
    public double? Ratio(string of, string against) =>
        Side(of) is { } numerator && Side(against) is { } denominator ? numerator.Median / denominator.Median : null;
}

/// <summary>One benchmark run, all of its sides measured in turn.</summary>
internal sealed record BenchReport(DateTimeOffset Date, string Machine, int Rounds, IReadOnlyList<string> Sides,
    IReadOnlyList<WorkloadResult> Workloads, IReadOnlyList<FloorVerdict> Floors)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string ToJson() => JsonSerializer.Serialize(this, s_options);
}
