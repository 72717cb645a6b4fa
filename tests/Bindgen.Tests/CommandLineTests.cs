using Bindgen.Tests.Support;
using Rustrt.Bindgen.Cli;

namespace Bindgen.Tests;

/// <summary>The command itself: usage errors, help, and a machine without libclang.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void Missing_options_are_named()
    {
        Outcome outcome = CommandLine.Bindgen("--header", "x.h");

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Contains("'--out'", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_option_is_named()
    {
        Outcome outcome = CommandLine.BindgenOn("x.h", "c.json", "out", "--chekc");

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Contains("--chekc", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_states_the_exit_codes()
    {
        Outcome outcome = CommandLine.Bindgen("--help");

        Assert.Equal(ExitCode.Success, outcome.ExitCode);
        Assert.Contains("0 done, 1 stale (--check), 2 wrong usage, 3 errors in the inputs, 4 something left out", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("which library? Give --library NAME, or \"library\" in the manifest", "--header", "small.h")]
    [InlineData("which namespace? Give --namespace NS, or \"namespace\" in the manifest", "--header", "small.h", "--library", "libsmall.so")]
    [InlineData("--namespace a..b: that is no C# namespace", "--header", "small.h", "--library", "libsmall.so", "--namespace", "a..b")]
    [InlineData("--library \"a b\": that is no file name of a library", "--header", "small.h", "--library", "a b", "--namespace", "a")]
    [InlineData("--emit all: known are pinvoke, services, facade, task-facade, exports, router, layout-tests, reference, coverage, model", "--header", "small.h", "--emit", "all")]
    [InlineData("what is to be bound? Give --header FILE, or --model FILE", "--library", "libsmall.so")]
    [InlineData("--model stands for headers and manifest; give the one or the others", "--header", "small.h", "--model", "m.json")]
    [InlineData("gone.json: there is no such file", "--model", "gone.json")]
    public void What_is_missing_or_wrong_is_said(string message, params string[] words)
    {
        using var folder = new TempFolder();
        words = [.. words.Select(word => word == "small.h" ? Repository.Golden(word) : word), "--out", folder.File("out")];

        Outcome outcome = CommandLine.Bindgen(words);

        Assert.Equal((ExitCode.Usage, message + "\n"), (outcome.ExitCode, outcome.Errors));
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public void An_output_folder_that_is_a_file()
    {
        using var folder = new TempFolder();
        string file = folder.Write("file", "");

        Outcome outcome = CommandLine.BindgenOn(Repository.Golden("small.h"), Repository.Golden("manifest.json"), file);

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Contains(file, outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_libclang_one_message_names_the_package() => ExpectUnusable(
        "/nowhere/libclang.so", "BINDGEN_LIBCLANG=/nowhere/libclang.so cannot be loaded.");

    [Fact]
    public void A_library_that_is_not_libclang()
    {
        using var folder = new TempFolder();
        string library = Compile(folder, "int nothing;");

        ExpectUnusable(library, $"BINDGEN_LIBCLANG={library} is not libclang.");
    }

    [Fact]
    public void A_libclang_that_lacks_a_function()
    {
        using var folder = new TempFolder();
        string library = Compile(folder, """
            struct text { const char *data; unsigned flags; };
            struct text clang_getClangVersion(void) { struct text t = { "clang version 3.1.0", 0 }; return t; }
            const char *clang_getCString(struct text t) { return t.data; }
            void clang_disposeString(struct text t) { (void)t; }
            """);

        ExpectUnusable(library, $"{library} is too old: Unable to find an entry point named 'clang_createIndex' in shared library 'clang'.");
    }

    private static string Compile(TempFolder folder, string source)
    {
        string library = folder.File("libclang.so");
        Tool.Gcc("-shared", "-fPIC", "-o", library, folder.Write("library.c", source));
        return library;
    }

    private static void ExpectUnusable(string library, string message)
    {
        using var folder = new TempFolder();
        Outcome outcome = LibClangs.BindgenWith(
            library, "--header", Repository.Golden("small.h"), "--manifest", Repository.Golden("manifest.json"), "--out", folder.File("out"));

        Assert.Equal(ExitCode.Parse, outcome.ExitCode);
        Assert.Equal(
            $"{message} Unset BINDGEN_LIBCLANG to search for libclang, or install it: apt-get install libclang1-14 libclang-common-14-dev\n",
            outcome.Errors);
        Assert.False(Directory.Exists(folder.File("out")));
    }
}
