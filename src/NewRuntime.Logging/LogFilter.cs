// RUST_LOG: entries separated by commas, NAME, NAME=LEVEL or LEVEL. The old runtime's (docs/legacy/legacy-runtime.md section 10), but
// that a mistake is told; and what later programs of its language were used to: words, and a level for everything.
using Microsoft.Extensions.Logging;

namespace Rustrt.Federation.Logging;

/// <summary>Which categories log from which level on.</summary>
public sealed class LogFilter
{
    private const string Variable = "RUST_LOG";

    private readonly List<(string Prefix, LogLevel Lowest)> _entries = [];
    private LogLevel _otherwise;

    private LogFilter(LogLevel otherwise) => _otherwise = otherwise;

    /// <summary>Everything is written.</summary>
    public static LogFilter Everything { get; } = new(LogLevel.Trace);

    /// <summary>
    /// Reads a specification: <c>My.Web=debug,My=warn,info</c>. A name stands for all categories that begin with it, the longest
    /// that fits counts, and <c>::</c> is read as a dot; without a level it lets everything through. A level alone is for categories that no name fits: errors if
    /// none is given. Levels are off, error, warn, info, debug, trace, or 0 to 5; any higher digit is trace. Critical counts as error.
    /// </summary>
    /// <exception cref="FormatException">An entry has no name, or its level is none.</exception>
    public static LogFilter Parse(string specification) => Parse(specification, "Log filter");

    /// <summary>The environment variable RUST_LOG; <see cref="Everything"/> if it is not set.</summary>
    /// <exception cref="FormatException">It is not a specification.</exception>
    public static LogFilter FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { } text ? Parse(text, Variable) : Everything;

    /// <summary>The lowest level that a category logs.</summary>
    public LogLevel LowestOf(string category)
    {
        int longest = -1;
        var lowest = _otherwise;
        foreach (var entry in _entries)
        {
            if (entry.Prefix.Length > longest && category.StartsWith(entry.Prefix, StringComparison.Ordinal))
                (longest, lowest) = (entry.Prefix.Length, entry.Lowest);
        }
        return lowest;
    }

    private static LogFilter Parse(string specification, string place)
    {
        var filter = new LogFilter(LogLevel.Error);
        foreach (string part in specification.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string name = (equals < 0 ? part : part[..equals]).Trim().Replace("::", ".", StringComparison.Ordinal).TrimStart('.');
            if (equals < 0 && LevelOf(part) is { } all) filter._otherwise = all;
            else if (name.Length == 0) throw new FormatException($"{place}: '{part}' has no name; valid are NAME, NAME=LEVEL and LEVEL, separated by commas.");
            else if (equals < 0) filter._entries.Add((name, LogLevel.Trace));
            else if (LevelOf(part[(equals + 1)..].Trim()) is { } level) filter._entries.Add((name, level));
            else throw new FormatException($"{place}: the level of '{part}' is none; valid are off, error, warn, info, debug, trace, and the digits 0 to 9.");
        }
        return filter;
    }

    private static LogLevel? LevelOf(string text) => text.ToUpperInvariant() switch
    {
        "OFF" or "0" => LogLevel.None,
        "ERROR" or "1" => LogLevel.Error,
        "WARN" or "2" => LogLevel.Warning,
        "INFO" or "3" => LogLevel.Information,
        "DEBUG" or "4" => LogLevel.Debug,
        "TRACE" or "5" or "6" or "7" or "8" or "9" => LogLevel.Trace,
        _ => null,
    };
}
