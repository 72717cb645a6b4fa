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
        Assert.Contains("'--catalogue'", outcome.Errors, StringComparison.Ordinal);
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
        Assert.Contains("0 done, 1 stale (--check), 2 wrong usage, 3 errors in the inputs", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_folder_that_is_a_file()
    {
        using var folder = new TempFolder();
        string file = folder.Write("file", "");

        Outcome outcome = CommandLine.BindgenOn(Repository.Golden("small.h"), Repository.Golden("catalogue.json"), file);

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Contains(file, outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_libclang_one_message_names_the_package()
    {
        using var folder = new TempFolder();
        // A process of its own: this one has loaded libclang already.
        Outcome outcome = Tool.Run(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "bindgen.dll"), "--header", Repository.Golden("small.h"),
                "--catalogue", Repository.Golden("catalogue.json"), "--out", folder.File("out")],
            ("BINDGEN_LIBCLANG", "/nowhere/libclang.so"));

        Assert.Equal(ExitCode.Parse, outcome.ExitCode);
        Assert.Equal(
            "BINDGEN_LIBCLANG=/nowhere/libclang.so cannot be loaded. Unset it to search for libclang, or install it: "
            + "apt-get install libclang1-14\n",
            outcome.Errors);
        Assert.False(Directory.Exists(folder.File("out")));
    }
}
