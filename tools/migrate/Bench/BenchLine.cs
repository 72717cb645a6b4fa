using System.Globalization;

namespace Rustrt.Migrate.Bench;

/// <summary>One line that the benchmark caller prints: <c>workload=... ns_per_op=... cpu_ns_per_op=...</c>.</summary>
internal sealed record BenchLine(string Workload, double WallNs, double CpuNs)
{
    /// <summary>Null for a line that is none.</summary>
    public static BenchLine? TryParse(string line)
    {
        var values = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=', 2))
            .Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1]);
        return values["workload"].FirstOrDefault() is { } workload && Number("ns_per_op") is { } wall && Number("cpu_ns_per_op") is { } cpu
            ? new BenchLine(workload, wall, cpu) : null;

        double? Number(string name) =>
            double.TryParse(values[name].FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public double Ns(Clock clock) => clock == Clock.Cpu ? CpuNs : WallNs;
}
