using System.Globalization;

namespace Rustrt.Migrate.Bench.Peers;

/// <summary>Figures of the table as people read them.</summary>
internal static class PeerFigure
{
    public static string Text(double value, string unit) => unit switch
    {
        "ns" => Amounts.Nanoseconds(value),
        _ => value.ToString(value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture) + " " + unit,
    };
}
