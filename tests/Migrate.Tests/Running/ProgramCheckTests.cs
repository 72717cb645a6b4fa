using Rustrt.Migrate.Running;
using Rustrt.Migrate.Tests.Elf;

namespace Rustrt.Migrate.Tests.Running;

public sealed class ProgramCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_program_linked_to_librustrt_may_run()
    {
        var program = new ElfBuilder().Needs("libc.so.6").Needs("librustrt.so").WriteTo(_folder["program"]);
        Assert.Equal(program, ProgramCheck.Check(program, []));
    }

    [Fact]
    public void So_may_one_whose_library_beside_it_is()
    {
        var program = new ElfBuilder().Needs("libmiddle.so").WriteTo(_folder["program"]);
        new ElfBuilder().Needs("libinner.so").RunPath("$ORIGIN/inner").WriteTo(_folder["libmiddle.so"]);
        new ElfBuilder().Needs("librustrt.so").WriteTo(_folder["inner/libinner.so"]);
        Assert.Equal(program, ProgramCheck.Check(program, []));
    }

    [Fact]
    public void Libraries_that_need_each_other_are_followed_once()
    {
        var program = new ElfBuilder().Needs("liba.so").WriteTo(_folder["program"]);
        new ElfBuilder().Needs("libb.so").WriteTo(_folder["liba.so"]);
        new ElfBuilder().Needs("liba.so").WriteTo(_folder["libb.so"]);
        Assert.Equal(ExitCode.NotLinked, Refusal(program).Code);
    }

    [Fact]
    public void A_library_on_the_users_own_library_path_counts()
    {
        var program = new ElfBuilder().Needs("libelsewhere.so").WriteTo(_folder["bin/program"]);
        new ElfBuilder().Needs("librustrt.so").WriteTo(_folder["lib/libelsewhere.so"]);
        Assert.Equal(ExitCode.NotLinked, Refusal(program).Code);
        Assert.Equal(program, ProgramCheck.Check(program, [Path.Combine(_folder.Path, "lib")]));
    }

    [Fact]
    public void Each_fault_has_its_message_and_its_code()
    {
        var text = _folder["text"];
        File.WriteAllText(text, "hello");
        AssertRefused(text, ExitCode.NotExecutable, $"{text} is not executable; 'chmod +x {text}' makes it so.");
        File.SetUnixFileMode(text, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        AssertRefused(text, ExitCode.NotElf, $"{text} is not an ELF file");
        AssertRefused(_folder["nothing"], ExitCode.NotFound, "there is no such program");
        AssertRefused(_folder.Path, ExitCode.NotExecutable, "is a directory");
        AssertRefused(new ElfBuilder().Needs("libc.so.6").WriteTo(_folder["other"]), ExitCode.NotLinked, "it needs libc.so.6");
        AssertRefused(new ElfBuilder().WriteTo(_folder["static"]), ExitCode.NotLinked, "needs no shared library at all");
    }

    [Fact]
    public void An_rpath_that_finds_another_librustrt_bypasses_the_switch()
    {
        new ElfBuilder().SoName("librustrt.so").WriteTo(_folder["own/librustrt.so"]);
        var bypassing = new ElfBuilder().Needs("librustrt.so").RPath("$ORIGIN/own").WriteTo(_folder["bypassing"]);
        AssertRefused(bypassing, ExitCode.BypassesSwitch, Path.Combine(_folder.Path, "own/librustrt.so"));
        // A RUNPATH is searched after LD_LIBRARY_PATH, and turns an RPATH off.
        var harmless = new ElfBuilder().Needs("librustrt.so").RPath("$ORIGIN/own").RunPath("$ORIGIN/own").WriteTo(_folder["harmless"]);
        Assert.Equal(harmless, ProgramCheck.Check(harmless, []));
    }

    private static void AssertRefused(string program, int code, string words)
    {
        var refusal = Refusal(program);
        Assert.Equal(code, refusal.Code);
        Assert.Contains(words, refusal.Message);
    }

    private static UserErrorException Refusal(string program) => Assert.Throws<UserErrorException>(() => ProgramCheck.Check(program, []));
}
