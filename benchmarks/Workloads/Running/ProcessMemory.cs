using System.Globalization;

namespace Rustrt.Federation.Workloads.Running;

/// <summary>What the kernel says of this process's memory.</summary>
internal static class ProcessMemory
{
    /// <summary>Resident now, in KiB.</summary>
    public static long ResidentKib => Read("VmRSS:");

    /// <summary>Most that was ever resident, in KiB.</summary>
    public static long PeakKib => Read("VmHWM:");

    private static long Read(string field)
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
