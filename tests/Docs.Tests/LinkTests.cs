using Rustrt.Docs.Tests.Checks;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests;

public sealed class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_somewhere(string page) => Expect.None(LinkCheck.Problems(Page.Read(page)));

    [Theory]
    [InlineData("[a](none.md)", "docs/page.md:1: none.md: there is no docs/none.md")]
    [InlineData("[a](../nowhere/x.cs)", "docs/page.md:1: ../nowhere/x.cs: there is no nowhere/x.cs")]
    [InlineData("[a](design.md#1-no-such-heading)", "docs/page.md:1: design.md#1-no-such-heading: docs/design.md has no heading #1-no-such-heading")]
    [InlineData("[`code` in it](none.md)", "docs/page.md:1: none.md: there is no docs/none.md")]
    [InlineData("\n[reference]: none.md", "docs/page.md:2: none.md: there is no docs/none.md")]
    [InlineData("[build outputs](../artifacts/logs)", "docs/page.md:1: ../artifacts/logs: there is no artifacts/logs")]
    public void A_link_to_nowhere_is_told(string text, string problem) => Assert.Equal([problem], LinkCheck.Problems(new Page("docs/page.md", text)));

    [Theory]
    [InlineData("[a](design.md) and [b](../README.md#the-two-commands)")]
    [InlineData("`[a](none.md)`")]
    [InlineData("```\n[a](none.md)\n```")]
    [InlineData("# Two `words`, [linked](design.md)\n[a](#two-words-linked)")]
    [InlineData("# Same\n# Same\n[a](#same-1)")]
    public void A_link_that_leads_somewhere_is_not(string text) => Expect.None(LinkCheck.Problems(new Page("docs/page.md", text)));

    [Fact]
    public void The_map_of_the_documents_has_every_page()
    {
        var linked = Page.Read("docs/README.md").Links().Select(link => Path.GetFullPath(Path.Combine(Repository.At("docs"), link.Text.Split('#')[0]))).ToHashSet();
        Expect.None(Repository.Pages.Where(page => page != "docs/README.md"
            && (page.StartsWith("docs/", StringComparison.Ordinal) || page is "MIGRATION.md" or "CONTRIBUTING.md"))
            .Where(page => !linked.Contains(Repository.At(page))));
    }
}
