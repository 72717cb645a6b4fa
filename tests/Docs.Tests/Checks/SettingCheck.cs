using System.Text.RegularExpressions;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests.Checks;

/// <summary>Switch settings in code: the units exist, and what is given to a program is possible.</summary>
internal static partial class SettingCheck
{
    // What an example says about itself when it is wrong on purpose.
    private const string WrongOnPurpose = "# exits with";

    /// <summary>The entries of a page whose unit does not exist, and the settings that the switch would refuse.</summary>
    public static IEnumerable<string> Problems(Page page, IReadOnlyList<Unit> units)
    {
        foreach (var code in Later.Without(page, page.Code()).Where(code => !code.Text.Contains(WrongOnPurpose, StringComparison.Ordinal)))
        {
            foreach (var unit in Entry().Matches(code.Text).Select(entry => entry.Groups["unit"].Value).Where(unit => unit is not ("all" or "on-error") && units.All(one => one.Name != unit)))
            {
                yield return $"{code}: there is no unit '{unit}'";
            }
            foreach (Match given in Given().Matches(code.Text))
            {
                if (Refusal(given.Groups["setting"].Value, units) is { } refusal)
                {
                    yield return $"{code}: {refusal}";
                }
            }
        }
    }

    /// <summary>Why the switch refuses a setting: both ends of an edge must have one value.</summary>
    private static string? Refusal(string setting, IReadOnlyList<Unit> units)
    {
        var entries = Entry().Matches(setting).ToDictionary(entry => entry.Groups["unit"].Value, entry => entry.Groups["value"].Value);
        string Value(string unit) => entries.GetValueOrDefault(unit) ?? entries.GetValueOrDefault("all") ?? "legacy";
        return units.SelectMany(unit => unit.Needs.Where(need => Value(need.Unit) != Value(unit.Name))
            .Select(need => $"not possible yet: {unit.Name}={Value(unit.Name)} and {need.Unit}={Value(need.Unit)}")).FirstOrDefault();
    }

    // A type behind the new: that is C#.
    [GeneratedRegex(@"(?<![\w-])(?<unit>[a-z][a-z-]*) *= *(?<value>(?:legacy|new)(?:,(?:legacy|new))?)\b(?! +[A-Z])")]
    private static partial Regex Entry();

    [GeneratedRegex(@"(?:--switch|RUSTRT_SWITCH=|--setting) *(?:'(?<setting>[^']*)'|(?<setting>[a-z][^\s`']*))")]
    private static partial Regex Given();
}
