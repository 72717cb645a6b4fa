using System.Globalization;

namespace Rustrt.Migrate.Bench;

/// <summary>One line that the benchmark caller prints: <c>workload=... ns_per_op=... cpu_ns_per_op=...</c>, and <c>bytes_per_op=...</c> where
/// memory is measured.</summary>
internal sealed record BenchLine(string Workload, double WallNs, double CpuNs, double? Bytes = null)
{
    /// <summary>Null for a line that is none.</summary>
    public static BenchLine? TryParse(string line)
    {
        var values = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=', 2))
            .Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1]);
        return values["workload"].FirstOrDefault() is { } workload && Number("ns_per_op") is { } wall && Number("cpu_ns_per_op") is { } cpu
            ? new BenchLine(workload, wall, cpu, Number("bytes_per_op")) : null;

        double? Number(string name) =>
            double.TryParse(values[name].FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Nanoseconds, or bytes.</summary>
    public double Value(Figure figure, TimeSpan process) => figure switch
    {
        Figure.Cpu => CpuNs,
        Figure.Wall => WallNs,
        Figure.Process => process.TotalNanoseconds,
        _ => Bytes ?? throw new InvalidDataException($"the line of {Workload} says nothing of memory"),
    };
}
