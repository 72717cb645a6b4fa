using Rustrt.Docs.Tests.Checks;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests;

public sealed class NameTests
{
    public static TheoryData<string> Pages => [.. Repository.ProductPages];

    /// <summary>The design names what is still to be written, line by line unmarked; two pages name zlib and what is generated for it.</summary>
    public static TheoryData<string> PagesOfWhatThereIs => [.. Repository.ProductPages.Where(page => page is not ("docs/design.md" or "docs/bindgen/strangle-zlib.md" or "docs/bindgen/facade.md"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_variable_exists(string page) => Expect.None(NameCheck.UnknownVariables(Page.Read(page)));

    [Theory]
    [MemberData(nameof(PagesOfWhatThereIs))]
    public void Every_identifier_exists(string page) => Expect.None(NameCheck.UnknownIdentifiers(Page.Read(page)));

    [Fact]
    public void Every_variable_of_the_router_and_the_backends_is_in_the_table_of_variables()
    {
        var told = string.Join(' ', Page.Read("MIGRATION.md").Table("variable", "read by", "meaning").Select(row => row[0]));
        Assert.Superset(new HashSet<string> { "RUSTRT_SWITCH", "RUSTRT_MISSING", "RUSTRT_LEGACY", "RUSTRT_PLACEMENT", "RUST_THREADS" }, NameCheck.Variables().ToHashSet());
        Expect.None(NameCheck.Variables().Where(variable => !told.Contains($"`{variable}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_page_of_the_switch_has_the_variables_of_the_switch()
    {
        var told = Page.Read("docs/switch.md").Table("variable", "values").Select(row => row[0].Trim('`')).Order(StringComparer.Ordinal);
        Assert.Equal(["RUSTRT_MISSING", "RUSTRT_SWITCH", "RUSTRT_SWITCH_FILE", "RUSTRT_SWITCH_TRACE"], told);
        Expect.None(told.Except(NameCheck.Variables()));
    }

    [Theory]
    [InlineData("set RUSTRT_SWICH", "page.md:1: RUSTRT_SWICH: no source knows it")]
    [InlineData("```\nRUST_THRAEDS=2 ./program\n```", "page.md:2: RUST_THRAEDS: no source knows it")]
    public void A_variable_that_nobody_reads_is_told(string text, string problem) => Assert.Equal([problem], NameCheck.UnknownVariables(new Page("page.md", text)));

    [Theory]
    [InlineData("`router_upcal`", "page.md:1: router_upcal: no source knows it")]
    [InlineData("`rustrt_host.contrl`", "page.md:1: rustrt_host.contrl: no source knows it")]
    [InlineData("`answer.cpp`", "page.md:1: answer.cpp: no source knows it")]
    public void An_identifier_that_no_source_has_is_told(string text, string problem) => Assert.Equal([problem], NameCheck.UnknownIdentifiers(new Page("page.md", text)));

    [Theory]
    [InlineData("`router_upcall`, `rustrt_host.control`, `answer.c`, `TaskCell`, `--option`, `two words`")]
    public void Names_that_exist_are_not(string text) => Expect.None(NameCheck.UnknownIdentifiers(new Page("page.md", text)));

    [Fact]
    public void The_design_may_name_what_comes_later_where_it_says_so()
    {
        var text = "`RUSTRT_NOT_THERE` *(later)*\n`RUSTRT_NOT_THERE`";
        Assert.Single(NameCheck.UnknownVariables(new Page("docs/design.md", text)));
        Assert.Equal(2, NameCheck.UnknownVariables(new Page("README.md", text)).Count());
    }
}
