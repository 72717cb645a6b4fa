using System.Text.RegularExpressions;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests.Checks;

/// <summary>Uses of <c>./migrate</c> in code: the verb exists, and so do its options.</summary>
internal static partial class CommandCheck
{
    /// <summary>What a page says of the command line that the command line does not know.</summary>
    public static IEnumerable<string> Problems(Page page, IReadOnlyDictionary<string, Verb> verbs)
    {
        foreach (var code in Later.Without(page, page.Code()))
        {
            foreach (Match use in Use().Matches(code.Text))
            {
                if (!verbs.TryGetValue(use.Groups["verb"].Value, out var verb))
                {
                    yield return $"{code}: there is no verb '{use.Groups["verb"].Value}'";
                    continue;
                }
                foreach (Match option in Option().Matches(use.Groups["words"].Value))
                {
                    if (!verb.Options.Contains(option.Value))
                    {
                        yield return $"{code}: '{verb.Name}' has no option '{option.Value}'";
                    }
                }
            }
            if (LoneOption().Match(code.Text) is { Success: true } lone && !verbs.Values.Any(verb => verb.Options.Contains(lone.Groups[1].Value)))
            {
                yield return $"{code}: no verb has the option '{lone.Groups[1].Value}'";
            }
        }
    }

    // What stands behind ' -- ' is another program's, what stands behind '#' is a remark.
    [GeneratedRegex(@"\./migrate +(?<verb>[a-z]+)(?<words>(?:(?! -- |#).)*)")]
    private static partial Regex Use();

    [GeneratedRegex(@"(?<=[\s\[])--?[a-z][a-z-]*")]
    private static partial Regex Option();

    [GeneratedRegex(@"^(--[a-z][a-z-]*)(?: [A-Z]+)?$")]
    private static partial Regex LoneOption();
}
