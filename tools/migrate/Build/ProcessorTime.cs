using System.Globalization;

namespace Rustrt.Migrate.Build;

/// <summary>
/// What commands have used of the processors. Beside how long a step took it tells whether the step computes or waits, also on a
/// machine that others use.
/// </summary>
internal static class ProcessorTime
{
    // Linux counts them for every process in hundredths of a second.
    private const double TicksPerSecond = 100;

    /// <summary>Of all processes that this one has started and seen end, with theirs; a compiler that serves a build detaches itself, and is not in it.</summary>
    public static TimeSpan OfChildren
    {
        get
        {
            // Fields 16 and 17 of proc(5), counted from behind the name, which is field 2 and may contain anything.
            var line = File.ReadAllText("/proc/self/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((Ticks(fields[13]) + Ticks(fields[14])) / TicksPerSecond);
        }
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
