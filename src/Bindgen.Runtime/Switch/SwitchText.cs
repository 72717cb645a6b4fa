using System.Text;

namespace Rustrt.Bindgen.Runtime.Switch;

/// <summary>Texts of others in messages, safe for a terminal.</summary>
internal static class SwitchText
{
    // A word this long is nobody's typing mistake; its beginning tells where to look.
    private const int QuoteMax = 64;

    /// <summary>The word in quotes: bytes other than printable ASCII as \xNN, long words shortened.</summary>
    public static string Quote(ReadOnlySpan<byte> word)
    {
        var text = new StringBuilder("'");
        foreach (byte c in word[..Math.Min(word.Length, QuoteMax)])
        {
            Add(text, (char)c, c is >= 0x20 and < 0x7f);
        }
        return text.Append(word.Length > QuoteMax ? "...'" : "'").ToString();
    }

    /// <summary>A path or a reason from elsewhere: control characters as \xNN, so that it stays on one line.</summary>
    public static string Printable(string foreign)
    {
        var text = new StringBuilder();
        foreach (char c in foreign)
        {
            Add(text, c, c is >= (char)0x20 and not (char)0x7f);
        }
        return text.ToString();
    }

    private static void Add(StringBuilder text, char c, bool isSafe)
    {
        if (isSafe)
        {
            text.Append(c);
        }
        else
        {
            text.Append("\\x").Append(((int)c).ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
