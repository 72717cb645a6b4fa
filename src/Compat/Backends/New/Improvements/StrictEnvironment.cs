using System.Globalization;

namespace Rustrt.Compat.Backends.New;

/// <summary>
/// strict-env: the variables of the old runtime, which took bad numbers as strtol gives them and any value of a flag for yes
/// (legacy-runtime.md section 2). What it would have misread is a problem here.
/// </summary>
internal static class StrictEnvironment
{
    private const int MostDirectives = 255, HighestLevel = 4;
    private const long LeastStack = 256, DefaultMaxStack = 8 << 20;

    /// <summary>What is wrong: one line each, with the variable, its value and what would be valid.</summary>
    /// <param name="get">The value of a variable; null when unset.</param>
    public static IEnumerable<string> Problems(Func<string, string?> get)
    {
        if (get("RUST_THREADS") is { } threads && !(TryDecimal(threads, out long n) && n is > 0 and <= int.MaxValue))
            yield return $"RUST_THREADS={threads}: not a number of threads; valid is 1 to {int.MaxValue}";
        if (get("RUST_SEED") is { } seed && !(TryDecimal(seed, out long s) && s is >= int.MinValue and <= int.MaxValue))
            yield return $"RUST_SEED={seed}: not a seed; valid is {int.MinValue} to {int.MaxValue}";
        if (get("RUST_POISON_ON_FREE") is { } poison && poison != "1")
            yield return $"RUST_POISON_ON_FREE={poison}: any value turns it on; valid is 1, or unset it";

        long most = DefaultMaxStack;
        if (get("RUST_MAX_STACK") is { } max && !(TryInteger(max, out most) && most >= LeastStack))
        {
            yield return $"RUST_MAX_STACK={max}: not a number of bytes; valid is {LeastStack} and more (0x.. and 0.. as in C)";
            most = long.MaxValue;
        }
        if (get("RUST_MIN_STACK") is { } min && !(TryInteger(min, out long least) && least >= LeastStack && least <= most))
            yield return $"RUST_MIN_STACK={min}: not a number of bytes; valid is {LeastStack} to RUST_MAX_STACK, {most} (0x.. and 0.. as in C)";

        if (get("RUST_LOG") is { } log)
            foreach (string problem in LogProblems(log)) yield return problem;
    }

    private static IEnumerable<string> LogProblems(string text)
    {
        if (text is "::help" or "?") yield break;
        string[] directives = text.Split(',');
        if (directives.Length > MostDirectives)
            yield return $"RUST_LOG: {directives.Length} directives; valid are at most {MostDirectives}";
        foreach (string directive in directives)
        {
            string[] parts = directive.Split('=');
            if (parts[0].Length == 0)
                yield return $"RUST_LOG={text}: a directive without a name; valid is NAME or NAME=LEVEL, with commas between";
            else if (parts.Length > 2 || (parts.Length == 2 && !(TryDecimal(parts[1], out long level) && level is >= 0 and <= HighestLevel && parts[1].Length == 1)))
                yield return $"RUST_LOG: '{directive}': not a level; valid is {parts[0]}=0 to {parts[0]}={HighestLevel}, or {parts[0]} for everything";
        }
    }

    private static bool TryDecimal(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>As C writes integers: 0x.. hexadecimal, 0.. octal.</summary>
    private static bool TryInteger(string text, out long value)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
        if (text is not ['0', _, ..]) return TryDecimal(text, out value);
        value = 0;
        foreach (char digit in text)
        {
            if (digit is < '0' or > '7' || value > long.MaxValue >> 3) return false;
            value = (value << 3) + (digit - '0');
        }
        return true;
    }
}
