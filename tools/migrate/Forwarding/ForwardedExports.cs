using System.Text;
using System.Text.RegularExpressions;
using Rustrt.Migrate.Elf;

namespace Rustrt.Migrate.Forwarding;

/// <summary>
/// What a legacy library exports beside the old API, and which of it a router can forward: functions. A stub cannot stand for a
/// variable, and a weak definition is one that its importers have themselves.
/// </summary>
/// <param name="Functions">What is forwarded, in order.</param>
/// <param name="LeftOut">The rest, and why.</param>
internal sealed partial record ForwardedExports(IReadOnlyList<string> Functions, IReadOnlyList<(string Name, string Why)> LeftOut)
{
    /// <summary>What the router of this repository exports, which is written over by nobody.</summary>
    private static readonly string[] s_betweenBackends = ["rustrt_legacy_bind", "rustrt_legacy_use"];

    // The linkers of that time exported the bounds of a library's parts.
    private static readonly string[] s_bounds = ["_init", "_fini", "_edata", "_end", "__bss_start"];

    /// <summary>Looks through a library's exports.</summary>
    /// <param name="library">The legacy library.</param>
    /// <param name="map">The text of the router's version script.</param>
    public static ForwardedExports Of(ElfImage library, string map)
    {
        var known = new HashSet<string>(Globals().Matches(map).Select(match => match.Groups[1].Value).Concat(s_betweenBackends).Concat(s_bounds));
        var functions = library.ExportedFunctions.GroupBy(function => function.Name).ToDictionary(same => same.Key, same => same.All(one => one.IsWeak));
        var forwarded = new List<string>();
        var leftOut = new List<(string, string)>();
        foreach (var name in library.Exports.Where(name => !known.Contains(name)).Distinct().Order(StringComparer.Ordinal))
        {
            var why = !functions.TryGetValue(name, out var isWeak) ? "it is no function"
                : isWeak ? "it is weak: who imports it has it, too"
                : !Name().IsMatch(name) ? "the assembler cannot write its name" : null;
            if (why is null)
            {
                forwarded.Add(name);
            }
            else
            {
                leftOut.Add((name, why));
            }
        }
        return new(forwarded, leftOut);
    }

    /// <summary>How many functions of the old API it has: a library without one is none of them.</summary>
    public static int Known(ElfImage library, string map) => Globals().Matches(map).Count(match => library.Exports.Contains(match.Groups[1].Value));

    /// <summary>The list for src/Compat/Router/Generic/extra_stubs.S and extra.c.</summary>
    public string List()
    {
        var text = new StringBuilder("/* Written by ./migrate router; what a legacy library exports beside the old API. */\n#define ROUTER_EXTRA_LIST(X)");
        for (var index = 0; index < Functions.Count; index++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $" \\\n    X({index}, {Functions[index]})");
        }
        return text.Append('\n').ToString();
    }

    /// <summary>The router's version script with these functions in it.</summary>
    public string Map(string map) => map.Replace("\nlocal:", string.Concat(Functions.Select(name => $"\n    {name};")) + "\nlocal:", StringComparison.Ordinal);

    [GeneratedRegex(@"^    (\w+);$", RegexOptions.Multiline)]
    private static partial Regex Globals();

    [GeneratedRegex(@"^[A-Za-z_]\w*$")]
    private static partial Regex Name();
}
