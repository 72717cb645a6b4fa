using System.Text.RegularExpressions;
using Rustrt.Docs.Tests.Checks;
using Rustrt.Docs.Tests.Support;

namespace Rustrt.Docs.Tests;

public sealed partial class PathTests
{
    public static TheoryData<string> Pages => [.. Repository.ProductPages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_in_code_exists(string page) => Expect.None(PathCheck.Problems(Page.Read(page)));

    [Fact]
    public void Every_path_of_the_repository_map_exists()
    {
        var paths = Page.Read("README.md").Section("Repository map").Table("path", "what").Select(row => row[0].Trim('`')).ToList();
        Assert.NotEmpty(paths);
        Expect.None(paths.Where(path => !Repository.Has(path)));
    }

    [Fact]
    public void The_repository_map_has_every_folder_of_the_first_level()
    {
        var paths = Page.Read("README.md").Section("Repository map").Table("path", "what").Select(row => row[0].Trim('`').Split('/')[0]).ToHashSet();
        Expect.None(Repository.Files.Where(file => file.Contains('/', StringComparison.Ordinal)).Select(file => file.Split('/')[0]).Distinct().Where(folder => !paths.Contains(folder)));
    }

    [Fact]
    public void The_design_marks_a_path_as_later_exactly_until_it_is_there()
    {
        var told = Page.Read("docs/design.md").Section("7. Layout").Lines.Where(line => line.InFence && !line.Text.StartsWith("```", StringComparison.Ordinal)).SelectMany(line =>
        {
            var isLater = LaterPath().IsMatch(line.Text);
            // A name without a slash or a dot that stands behind the first word is a remark.
            return line.Text.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where((word, index) => index == 0 || FileName().IsMatch(word))
                .Select(path => (path, isLater));
        }).ToList();
        Assert.True(told.Count > 30, "the layout is not understood any more");
        Expect.None(told.Where(line => line.isLater == Repository.Has(line.path)));
    }

    [Fact]
    public void The_notice_names_every_file_by_others()
    {
        var notice = Repository.Read("NOTICE");
        Expect.None(Repository.Files.Where(file => file.Contains("/vendor/", StringComparison.Ordinal))
            .Where(file => !notice.Contains(Path.GetFileName(file), StringComparison.Ordinal)));
        Expect.None(RepositoryPath().Matches(notice).Select(match => match.Value.TrimEnd('.', ',', ';')).Where(path => !Repository.Has(path)));
    }

    [Theory]
    [InlineData("`src/Compat/Swich/`", "page.md:1: src/Compat/Swich/: there is no such path")]
    [InlineData("`tests/parity/scenarios/none.json`", "page.md:1: tests/parity/scenarios/none.json: there is no such path")]
    [InlineData("`artifacts/reports/none.html`", "page.md:1: artifacts/reports/none.html: there is no such path")]
    public void A_path_to_nowhere_is_told(string text, string problem) => Assert.Equal([problem], PathCheck.Problems(new Page("page.md", text)));

    [Theory]
    [InlineData("`src/Compat/Switch/` `legacy/include/rustrt.h` `artifacts/reports/demo.html` `artifacts/callers/`")]
    [InlineData("`legacy/src/api/NAME.cpp` `src/none and more`")]
    public void A_path_that_exists_is_not(string text) => Expect.None(PathCheck.Problems(new Page("page.md", text)));

    [GeneratedRegex(@"\slater\b")]
    private static partial Regex LaterPath();

    [GeneratedRegex(@"^\.?[\w-]+(?:\.[\w-]+)+$|^[A-Z]{4,}$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\b(?:legacy|src|tools|tests|docs)/[\w./-]+")]
    private static partial Regex RepositoryPath();
}
