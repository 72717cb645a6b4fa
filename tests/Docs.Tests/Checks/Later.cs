using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests.Checks;

/// <summary>The design may speak of what is not there yet, on lines that say so; no other page may.</summary>
internal static class Later
{
    public const string Mark = "*(later)*";

    /// <summary>Those mentions that speak of what there is.</summary>
    public static IEnumerable<Mention> Without(Page page, IEnumerable<Mention> mentions) => page.Path != "docs/design.md" ? mentions
        : mentions.Where(mention => !page.Lines[mention.Line - 1].Text.Contains(Mark, StringComparison.Ordinal));
}
