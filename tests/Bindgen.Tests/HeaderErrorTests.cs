using System.Text.RegularExpressions;
using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests;

/// <summary>Headers that are wrong: the exit code, the place, and what is wrong with it; nothing is written.</summary>
public sealed class HeaderErrorTests : IDisposable
{
    private const string Api = "__attribute__((annotate(\"small:service=plain;context=global;blocks=no\")))\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_header_that_is_not_there()
    {
        Outcome outcome = CommandLine.BindgenOn(
            _folder.File("gone.h"), Repository.Golden("manifest.json"), _folder.File("out"));

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Equal($"{_folder.File("gone.h")}: there is no such file\n", outcome.Errors);
    }

    [Fact]
    public void Clang_s_own_words_at_clang_s_own_place() =>
        Expect("int f(void;\n", 1, "expected ')'");

    [Fact]
    public void An_include_that_is_not_there() =>
        Expect("\n#include \"nowhere.h\"\n", 2, "'nowhere.h' file not found");

    [Fact]
    public void A_header_that_needs_another_one_before_it()
    {
        string header = _folder.Write("header.h", "size_t f(void);\n");
        string[] words = ["--header", header, "--library", "libx.so.1", "--namespace", "X", "--out", _folder.File("out")];

        Outcome alone = CommandLine.Bindgen(words);
        Outcome helped = CommandLine.Bindgen([.. words, "--before", "stdlib.h", "--emit", "pinvoke,layout-tests"]);

        Assert.Equal(ExitCode.Parse, alone.ExitCode);
        Assert.Contains(
            $"{header}: note: a header that uses what another one declares is given that with --before, such as --before stdio.h\n",
            alone.Errors, StringComparison.Ordinal);
        Assert.Equal(new Outcome(ExitCode.Success, "4 files, 4 changed\n", ""), helped);
        Assert.Contains("#include <stdlib.h>\n#include <header.h>\n", File.ReadAllText(_folder.File("out/layout_tests.g.c")), StringComparison.Ordinal);
        Assert.DoesNotContain("malloc", File.ReadAllText(_folder.File("out/NativeMethods.g.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void Clang_s_notes_follow_what_they_belong_to()
    {
        Outcome outcome = Run("int f(int a);\nint f(long a);\n");

        Assert.Equal(ExitCode.Parse, outcome.ExitCode);
        Assert.Equal(
            $"{_folder.File("header.h")}:2:5: error: conflicting types for 'f'\n{_folder.File("header.h")}:1:5: note: previous declaration is here\n",
            outcome.Errors);
    }

    [Fact]
    public void Clang_s_warnings_are_told_and_do_no_harm()
    {
        Outcome outcome = Run("#define TWICE 1\n#define TWICE 2\n", ["--strict"]);

        Assert.Equal(ExitCode.Success, outcome.ExitCode);
        Assert.Equal(
            $"{_folder.File("header.h")}:2:9: warning: 'TWICE' macro redefined [-Wmacro-redefined]\n"
            + $"{_folder.File("header.h")}:1:9: note: previous definition is here\n",
            outcome.Errors);
        Assert.Contains("TWICE = 2;", File.ReadAllText(_folder.File("out/Constants.g.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_wrong_part_is_included_is_told()
    {
        string part = _folder.Write("part.h", "int x = nothing;\n");

        Outcome outcome = Run("\n#include \"part.h\"\n");

        Assert.Equal(
            $"{part}:1:9: error: use of undeclared identifier 'nothing'\n"
            + $"{_folder.File("header.h")}:2:10: note: in file included from {_folder.File("header.h")}:2:\n",
            outcome.Errors);
    }

    [Fact]
    public void Every_error_is_told()
    {
        Outcome outcome = Run("int f(unknown a);\nint g(other b);\n");

        Assert.Equal(2, Regex.Count(outcome.Errors, "error: unknown type name"));
    }

    [Fact]
    public void Arguments_on_the_stack_of_what_the_new_backend_serves() => Expect(
        "struct small_task_block { int x; };\n" + Api + "void f(long a, long b, long c, long d, long e, long f, long g);\n",
        3,
        "function \"f\" has arguments on the stack, which an upcall cannot pass; "
        + "implement it in the router and list it under \"native\" in manifest.json");

    [Fact]
    public void A_unit_enum_with_other_numbers_than_the_manifest() => Expect(
        "enum small_unit { SMALL_UNIT_TWO_WORDS, SMALL_UNIT_PLAIN, SMALL_UNITS };\n",
        1,
        "SMALL_UNIT_PLAIN is 1 in enum \"small_unit\" but 0 in the manifest");

    [Fact]
    public void A_unit_enum_that_lacks_a_unit() => Expect(
        "enum small_unit { SMALL_UNIT_PLAIN, SMALL_UNITS = 2 };\n",
        1,
        "enum \"small_unit\" lacks SMALL_UNIT_TWO_WORDS = 1, which the manifest asks for");

    private void Expect(string text, int line, string message)
    {
        Outcome outcome = Run(text);

        Assert.Equal(ExitCode.Parse, outcome.ExitCode);
        Assert.Matches($"(?m)^{Regex.Escape(_folder.File("header.h"))}:{line}(:\\d+)?: error: {Regex.Escape(message)}$", outcome.Errors);
        Assert.False(Directory.Exists(_folder.File("out")));
    }

    [Theory]
    [InlineData("\"needs\": [{ \"unit\": \"three\", \"reason\": \"of it\" }]", "unit \"two-words\" can need only units before it, and \"three\" is none")]
    [InlineData("\"needs\": [{ \"unit\": \"two-words\", \"reason\": \"of it\" }]", "unit \"two-words\" can need only units before it, and \"two-words\" is none")]
    [InlineData("\"needs\": [{ \"unit\": \"plain\", \"reason\": \"a \\\"quote\\\"\" }]", "\"reason\" takes one line of ASCII without quotes and backslashes")]
    [InlineData("\"seams\": [\"three\"]", "seam \"three\": there is no unit of that name")]
    public void An_edge_that_leads_nowhere(string member, string message) =>
        Assert.Contains($"error: {message}\n", Run("int f(int);\n", needs: $", {member}").Errors, StringComparison.Ordinal);

    [Fact]
    public void Edges_and_seams_reach_the_router()
    {
        Outcome outcome = Run(Api + "void f(void);\n", needs: """, "needs": [{ "unit": "plain", "reason": "of it" }], "seams": ["plain"], "legacySeams": ["two-words"]""");

        Assert.Equal("", outcome.Errors);
        string symbols = File.ReadAllText(_folder.File("out/router/router_symbols.g.h"));
        Assert.Contains("#define ROUTER_NEED_LIST(N) \\\n    N(1, 0, \"of it\")\n", symbols, StringComparison.Ordinal);
        Assert.Contains("#define ROUTER_SEAM_LIST(S) \\\n    S(1, 0, 0) \\\n    S(1, 1, 1)\n", symbols, StringComparison.Ordinal);
    }

    private Outcome Run(string text, string[]? more = null, string needs = "") => CommandLine.BindgenOn(
        _folder.Write("header.h", text),
        _folder.Write("manifest.json", $$"""
            {
              "library": "libsmall.so",
              "prefix": "SMALL",
              "namespace": "Small",
              "units": [
                { "name": "plain", "services": ["plain"] },
                { "name": "two-words", "services": ["records"]{{needs}} }
              ],
              "native": [],
              "newServes": { "services": ["plain"], "symbols": [] }
            }
            """),
        _folder.File("out"),
        more ?? []);
}
