using Rustrt.Docs.Tests.Checks;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests;

public sealed class SettingTests
{
    private static readonly Unit[] s_units = [new("core", ["core"], []), new("stacks", ["stacks"], [new("core", "they are one")]), new("logging", ["logging"], [])];

    // Two pages are about units of another library.
    // The page of the switch shows settings that are refused, beside what the program says then; its own tests check them.
    public static TheoryData<string> PagesOfUsers => [.. Repository.ProductPages.Where(page => page is not ("docs/switch.md" or "docs/bindgen/strangle-zlib.md" or "docs/bindgen/facade.md"))];

    [Theory]
    [MemberData(nameof(PagesOfUsers))]
    public void Every_setting_is_possible(string page) => Expect.None(SettingCheck.Problems(Page.Read(page), Catalogue.Units));

    [Theory]
    [InlineData("`loging=new`", "page.md:1: loging=new: there is no unit 'loging'")]
    [InlineData("```\n./migrate run --switch 'all=legacy;core=new' -- x\n```", "page.md:2: ./migrate run --switch 'all=legacy;core=new' -- x: not possible yet: stacks=legacy and core=new")]
    [InlineData("`RUSTRT_SWITCH=core=new`", "page.md:1: RUSTRT_SWITCH=core=new: not possible yet: stacks=legacy and core=new")]
    public void A_setting_that_the_switch_refuses_is_told(string text, string problem) => Assert.Equal([problem], SettingCheck.Problems(new Page("page.md", text), s_units));

    [Theory]
    [InlineData("`all=legacy;logging=new,legacy` `on-error=legacy`")]
    [InlineData("`./migrate run --switch 'all=new;logging=legacy' -- x`")]
    [InlineData("```csharp\nvar child = new ChildSpec();\n```")]
    [InlineData("```\n./migrate run --switch loging=new -- x   # exits with 120\n```")]
    public void A_setting_that_it_takes_is_not(string text) => Expect.None(SettingCheck.Problems(new Page("page.md", text), s_units));
}
