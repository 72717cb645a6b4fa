using System.Globalization;
using System.Text.RegularExpressions;

namespace Rustrt.Migrate.Testing;

/// <summary>The plain closing line <c>N passed, N failed</c> of a test script.</summary>
internal static partial class CountLine
{
    /// <summary>The last such line; null when there is none.</summary>
    public static (int Passed, int Failed)? Find(IEnumerable<string> output) =>
        output.Select(line => Form().Match(line)).LastOrDefault(match => match.Success) is { } match
            ? (Number(match.Groups[1]), Number(match.Groups[2])) : null;

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?:\w+: )?(\d+) passed, (\d+) failed(?:, \d+ skipped)?\s*$")]
    private static partial Regex Form();
}
