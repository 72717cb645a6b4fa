using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rustrt.Compat.Backends.New;

/// <summary>The text of RUSTRT_IMPROVE: names with commas between, in any order, each at most once.</summary>
internal static class ImprovementParser
{
    private static readonly Dictionary<string, Func<Improvements, Improvements>> s_flags = new()
    {
        [ImprovementNames.TasklessCalls] = static asked => asked with { TasklessCalls = true },
        [ImprovementNames.StrictEnvironment] = static asked => asked with { StrictEnvironment = true },
        [ImprovementNames.CollectCycles] = static asked => asked with { CollectCycles = true },
        [ImprovementNames.AsyncLog] = static asked => asked with { AsyncLog = true },
    };

    private static string Valid => $"valid are {string.Join(", ", s_flags.Keys)} and {ImprovementNames.ExitDeadline}=TIME";

    /// <summary>The names in a text that can be parsed.</summary>
    public static IEnumerable<string> NamesIn(string text) => text.Length == 0 ? [] : text.Split(',').Select(static item => item.Split('=')[0].Trim());

    /// <summary>False with the problem, which names the word and what would be valid.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Improvements? asked, [NotNullWhen(false)] out string? problem)
    {
        Improvements all = new();
        HashSet<string> seen = [];
        asked = null;
        problem = null;
        foreach (string item in text.Length == 0 ? [] : text.Split(','))
        {
            string[] parts = item.Trim().Split('=', 2);
            string name = parts[0], value = parts.ElementAtOrDefault(1) ?? "";
            if (s_flags.TryGetValue(name, out Func<Improvements, Improvements>? add))
            {
                if (parts.Length > 1) problem = $"'{item}': {name} takes no value";
                all = add(all);
            }
            else if (name != ImprovementNames.ExitDeadline)
            {
                problem = name.Length == 0 ? $"a name is missing between commas; {Valid}" : $"unknown improvement '{name}'; {Valid}";
            }
            else if (TryParseTime(value, out TimeSpan time))
            {
                all = all with { ExitDeadline = time };
            }
            else
            {
                problem = $"'{item}': not a time; valid is a whole number with ms, s or m behind it, as in {ImprovementNames.ExitDeadline}=5s";
            }
            if (!seen.Add(name)) problem ??= $"'{name}' is named twice";
            if (problem != null) return false;
        }
        asked = all;
        return true;
    }

    private static bool TryParseTime(string text, out TimeSpan time)
    {
        (int digits, double milliseconds) = text switch
        {
            [.., 'm', 's'] => (text.Length - 2, 1),
            [.., 's'] => (text.Length - 1, 1e3),
            [.., 'm'] => (text.Length - 1, 60e3),
            _ => (0, 0.0),
        };
        bool valid = int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        time = TimeSpan.FromMilliseconds(valid ? number * milliseconds : 0);
        return valid && time.TotalMilliseconds <= int.MaxValue; // what a timer takes: 24 days
    }
}
