using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Loading;

/// <summary>A program pays only for what its setting needs: libraries that no unit wants are not even opened.</summary>
public sealed class LoadedLibrariesTests
{
    private static readonly string s_plain = Compiler.C("plain.c");

    [Fact]
    public void All_legacy_loads_nothing_of_NET()
    {
        string opened = OpenedBy(Backing.AllLegacy, out _);

        Assert.Contains(Repository.LegacyName, opened);
        Assert.DoesNotContain(Repository.NewName, opened);
        Assert.DoesNotMatch("(?i)coreclr|hostfxr|dotnet", opened);
    }

    [Fact]
    public void All_new_loads_no_legacy_library()
    {
        string opened = OpenedBy(Backing.AllNew, out _);

        Assert.Contains(Repository.NewName, opened);
        Assert.DoesNotContain(Repository.LegacyName, opened);
    }

    [Fact]
    public void All_new_brings_no_library_of_C_plus_plus_to_a_caller_in_plain_C()
    {
        string opened = OpenedBy(Backing.AllNew, out Outcome outcome);

        HasNoLibraryOfCPlusPlus(opened);
        Assert.Equal((7, "body\n", "rust: plain\n"), (outcome.Status, outcome.Output, outcome.Errors));
    }

    [Fact]
    public void A_task_fails_in_a_process_without_a_library_of_C_plus_plus()
    {
        string opened = OpenedBy(Backing.AllNew, out Outcome outcome, "fail");

        HasNoLibraryOfCPlusPlus(opened);
        Assert.Equal(101, outcome.Status);
        Assert.Matches(@"^rust: plain\nrust: task failed at 'plain', plain\.c:1\nrust: domain main @0x[0-9a-f]+ root task failed\n$", outcome.Errors);
    }

    [Theory]
    [InlineData("all=legacy;logging=new")]
    [InlineData("all=new;logging=legacy")]
    public void A_mixture_loads_both(string setting)
    {
        string opened = OpenedBy(Backing.Router(setting), out Outcome outcome);

        Assert.Contains(Repository.LegacyName, opened);
        Assert.Contains(Repository.NewName, opened);
        Assert.Equal((7, "rust: plain\n"), (outcome.Status, outcome.Errors));
    }

    [Fact]
    public void All_new_loads_libuv_for_a_program_that_makes_a_loop()
    {
        Assert.DoesNotContain("libuv", OpenedBy(Backing.AllNew, out _), StringComparison.Ordinal);

        string opened = OpenedBy(Compiler.Cases("misuse_io_turns.cpp"), Backing.AllNew, out Outcome outcome, "walking_meets_what_is_made_meanwhile");

        Assert.Contains("libuv.so.1", opened, StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.LegacyName, opened, StringComparison.Ordinal);
        Assert.Equal(0, outcome.Status);
    }

    [Fact]
    public void All_new_opens_each_library_of_the_system_at_its_first_use()
    {
        using TemporaryFolder folder = new();
        Outcome outcome = Backing.AllNew.Run(Compiler.C("lazy.c"), [folder["mapped"]]);

        Assert.True(outcome.Status == 0, outcome.ToString());
        Assert.Equal(
            ["start:", "loop: libuv.so", "deflate: libz.so libuv.so", "history: libz.so libuv.so", "line: libz.so libedit.so libuv.so"],
            File.ReadLines(folder["mapped"]));
    }

    // The router asks whether the process has one without loading it, so the name alone proves nothing.
    private static void HasNoLibraryOfCPlusPlus(string opened) =>
        Assert.DoesNotContain(opened.Split('\n'), line => line.Contains("libstdc++", StringComparison.Ordinal) && line.Contains("generating link map", StringComparison.Ordinal));

    /// <summary>What the dynamic loader noted of a run: each library that it looked for or loaded.</summary>
    private static string OpenedBy(Backing backing, out Outcome outcome, params string[] arguments) => OpenedBy(s_plain, backing, out outcome, arguments);

    private static string OpenedBy(string program, Backing backing, out Outcome outcome, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        outcome = backing.Run(program, arguments, ("LD_DEBUG", "files"), ("LD_DEBUG_OUTPUT", folder["loader"]));
        string notes = File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path)));
        Assert.Matches(@"librustrt\.so \[0\];\s+generating link map", notes);
        return notes;
    }
}
