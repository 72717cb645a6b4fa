using System.Text.RegularExpressions;
using Rustrt.Migrate.Report;

namespace Rustrt.Migrate.Tests.Report;

public partial class HtmlPageTests
{
    private static readonly ReportPage s_page = new("Title <1>", "today", "All is well", Tone.Good,
    [
        new TableSection("Table", "intro & more", ["name", new Column("value", Right: true)],
            [["<b>row</b>", new Cell("diverges", Tone.Bad, Link: "x-1", Hint: "a \"hint\"")]]),
        new DiffSection("Differences", null, [new DiffBlock("x-1", "x", "line 1 differs", [(' ', "same"), ('-', "old </pre>"), ('+', "new")])]),
        new PlotSection("Plot", null, PlotKind.Dots, "ns", true, [Series.OfSide("all=new")], [new PlotPoint("</script><script>alert(1)", "all=new", 1.5)]),
    ]);

    private static readonly string s_html = HtmlPage.Render(s_page);

    [Fact]
    public void Text_of_programs_is_never_taken_for_markup()
    {
        Assert.Contains("&lt;b&gt;row&lt;/b&gt;", s_html);
        Assert.Contains("old &lt;/pre&gt;", s_html);
        Assert.Contains("title=\"a &quot;hint&quot;\"", s_html);
        Assert.DoesNotContain("</script><script>alert", s_html);
    }

    [Fact]
    public void A_failing_cell_leads_to_its_difference()
    {
        Assert.Contains("<a href=\"#x-1\">diverges</a>", s_html);
        Assert.Contains("id=\"x-1\"", s_html);
        Assert.Contains("<span class=\"removed\">- old", s_html);
        Assert.Contains("<span class=\"added\">+ new", s_html);
    }

    [Fact]
    public void The_page_asks_nobody_for_anything()
    {
        // Attributes and functions that would load something; addresses in comments and namespaces load nothing.
        Assert.Empty(Loading().Matches(WithoutVendoredScripts()).Select(match => match.Value));
        Assert.DoesNotContain("@import", s_html);
    }

    [Fact]
    public void The_licences_of_what_it_contains_are_in_it()
    {
        Assert.Contains("Copyright 2010", s_html);
        Assert.Contains("Copyright 2020", s_html);
        Assert.Contains("Permission to use, copy, modify, and/or distribute", s_html);
    }

    [Fact]
    public void A_page_without_plots_has_no_script() =>
        Assert.DoesNotContain("<script", HtmlPage.Render(s_page with { Sections = [.. s_page.Sections.Where(section => section is not PlotSection)] }));

    // d3 and Plot contain loaders (d3.json, tips) that no report calls; what the report itself has must load nothing.
    private static string WithoutVendoredScripts() => Vendored().Replace(s_html, "");

    [GeneratedRegex(@"(src|href)=""(?!#)[^""]*""|url\(|fetch\(|XMLHttpRequest|<link|<img|<iframe")]
    private static partial Regex Loading();

    [GeneratedRegex(@"<script>\s*// https?://d3js\.org.*?</script>|<script>\s*// @observablehq/plot.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Vendored();
}
