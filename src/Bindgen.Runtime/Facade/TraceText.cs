using System.Globalization;
using System.Text;

namespace Rustrt.Bindgen.Runtime.Facade;

/// <summary>Values in a trace, in the words of a router's.</summary>
public static unsafe class TraceText
{
    private const int Shown = 64;

    /// <summary>What a policy hides.</summary>
    public const string Hidden = "?";

    /// <summary>A signed number.</summary>
    public static string Value(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>An unsigned number.</summary>
    public static string Value(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as C's %.17g shows it.</summary>
    public static string Value(double number) =>
        double.IsNaN(number) ? "nan"
        : double.IsInfinity(number) ? (number > 0 ? "inf" : "-inf")
        : number.ToString("G17", CultureInfo.InvariantCulture).Replace('E', 'e');

    /// <summary>A pointer.</summary>
    public static string Address(void* value) => value == null ? "(nil)" : $"0x{(nuint)value:x}";

    /// <summary>The beginning of a C string in quotes; bytes other than printable ASCII as \xNN.</summary>
    /// <param name="text">Ends with a zero byte; may be null.</param>
    public static string Text(byte* text)
    {
        if (text == null)
        {
            return "NULL";
        }
        var shown = new StringBuilder("\"");
        int length = 0;
        for (; length < Shown && text[length] != 0; length++)
        {
            byte c = text[length];
            shown.Append(c is >= 0x20 and < 0x7f and not (byte)'"' and not (byte)'\\' ? ((char)c).ToString() : $"\\x{c:x2}");
        }
        return shown.Append(length == Shown && text[length] != 0 ? "...\"" : "\"").ToString();
    }
}
