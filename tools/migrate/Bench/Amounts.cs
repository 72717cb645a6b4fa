using System.Globalization;

namespace Rustrt.Migrate.Bench;

/// <summary>Figures as people read them: three digits that matter.</summary>
internal static class Amounts
{
    public static string Nanoseconds(double ns) => ns switch
    {
        >= 1_000_000 => Number(ns / 1_000_000, "0.00") + " ms",
        >= 10_000 => Number(ns / 1000, "0.0") + " us",
        >= 100 => Number(ns, "0") + " ns",
        >= 10 => Number(ns, "0.0") + " ns",
        _ => Number(ns, "0.00") + " ns",
    };

    public static string Bytes(double bytes) => bytes >= 1000 ? Number(bytes / 1000, "0.00") + " KB" : Number(bytes, "0") + " bytes";

    /// <summary>How much more or less: "2.9x faster", "the same", "1.20x as long".</summary>
    public static string Compared(double ratio, string less, string more) => ratio switch
    {
        < 0.95 => Number(1 / ratio, "0.0") + "x " + less,
        <= 1.05 => "the same",
        _ => Number(ratio, "0.00") + "x " + more,
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
