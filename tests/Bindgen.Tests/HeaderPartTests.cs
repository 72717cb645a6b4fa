using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests;

/// <summary>Which of the files that a header includes are bound with it.</summary>
public sealed class HeaderPartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public HeaderPartTests()
    {
        // One folder that is searched, in which two libraries lie, as in /usr/include.
        _folder.Write("include/other.h", "void other(void);\n");
        _folder.Write("include/lib.h", "#include <other.h>\n#include <lib/part.h>\nvoid whole(void);\n");
        _folder.Write("include/lib/part.h", "#include <lib/inner/deep.h>\nvoid part(void);\n");
        _folder.Write("include/lib/inner/deep.h", "void deep(void);\n");
        _folder.Write("include/lib/umbrella.h", "#include <other.h>\n#include <lib/part.h>\nvoid umbrella(void);\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_beside_the_header_that_has_its_name() => Assert.Equal(["deep", "part", "whole"], Bound("include/lib.h"));

    [Fact]
    public void The_folder_that_a_library_has_to_itself() => Assert.Equal(["deep", "part", "umbrella"], Bound("include/lib/umbrella.h"));

    [Fact]
    public void A_header_in_a_folder_that_is_searched_is_another_library_s() =>
        Assert.DoesNotContain("other", Bound("include/lib.h"));

    [Fact]
    public void What_the_manifest_names() => Assert.Equal(
        ["deep", "other", "part", "whole"], Bound("include/lib.h", "--manifest", _folder.Write("manifest.json", """{ "parts": ["other.h"] }""")));

    [Fact]
    public void What_comes_before_is_no_part()
    {
        _folder.Write("include/mine.h", "#include \"lib.h\"\nvoid mine(void);\n");

        Assert.Equal(["deep", "mine", "part", "whole"], Bound("include/mine.h"));
        Assert.Equal(["mine"], Bound("include/mine.h", "--before", _folder.File("include/lib.h")));
    }

    [Fact]
    public void A_header_that_goes_by_two_names()
    {
        // As ncurses.h, a link to curses.h, which that file includes again on its way.
        _folder.Write("include/curses.h", "#ifndef CURSES\n#define CURSES\n#include <again.h>\nvoid refresh(void);\n#endif\n");
        _folder.Write("include/again.h", "#include <curses.h>\n");
        File.CreateSymbolicLink(_folder.File("include/ncurses.h"), "curses.h");

        Assert.Equal(["refresh"], Bound("include/ncurses.h"));
    }

    /// <summary>The names of the functions bound.</summary>
    private string[] Bound(string header, params string[] more)
    {
        Outcome outcome = CommandLine.Bindgen(
            ["--header", _folder.File(header), "--include", _folder.File("include"), "--library", "liblib.so", "--namespace", "X",
                "--emit", "pinvoke", "--out", _folder.File("out"), .. more]);
        Assert.Equal((ExitCode.Success, ""), (outcome.ExitCode, outcome.Errors));
        return [.. File.ReadLines(_folder.File("out/NativeMethods.g.cs"))
            .Where(line => line.Contains("static partial", StringComparison.Ordinal))
            .Select(line => line.Split('(')[0].Split(' ')[^1])];
    }
}
