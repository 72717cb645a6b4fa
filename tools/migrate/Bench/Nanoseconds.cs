using System.Globalization;

namespace Rustrt.Migrate.Bench;

/// <summary>Figures as people read them: three digits that matter.</summary>
internal static class Nanoseconds
{
    public static string Text(double ns) => ns switch
    {
        >= 10_000 => (ns / 1000).ToString("0.0", CultureInfo.InvariantCulture) + " us",
        >= 100 => ns.ToString("0", CultureInfo.InvariantCulture) + " ns",
        >= 10 => ns.ToString("0.0", CultureInfo.InvariantCulture) + " ns",
        _ => ns.ToString("0.00", CultureInfo.InvariantCulture) + " ns",
    };

    /// <summary>How much longer or shorter: "2.9 times faster".</summary>
    public static string Compared(double ratio) => ratio switch
    {
        < 0.95 => (1 / ratio).ToString("0.0", CultureInfo.InvariantCulture) + "x faster",
        <= 1.05 => "the same",
        _ => ratio.ToString("0.00", CultureInfo.InvariantCulture) + "x as long",
    };
}
