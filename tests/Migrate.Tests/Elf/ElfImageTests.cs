using Rustrt.Migrate.Elf;

namespace Rustrt.Migrate.Tests.Elf;

public class ElfImageTests
{
    [Fact]
    public void Reads_what_a_file_needs_and_where_it_looks()
    {
        var image = ElfImage.Parse(new ElfBuilder().Needs("librustrt.so").Needs("libc.so.6").SoName("libcaller.so").RunPath("/a:$ORIGIN/b").Build());
        Assert.Equal(["librustrt.so", "libc.so.6"], image.Needed);
        Assert.Equal(["/a", "$ORIGIN/b"], image.RunPath);
        Assert.Empty(image.RPath);
        Assert.Equal("libcaller.so", image.SoName);
        Assert.Null(image.Interpreter);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tells_imports_from_exports(bool gnuHash)
    {
        var builder = new ElfBuilder().Needs("librustrt.so").Imports("rust_start").Imports("new_task").Exports("main").Exports("helper");
        var image = ElfImage.Parse((gnuHash ? builder.WithGnuHash() : builder).Build());
        Assert.Equal(["rust_start", "new_task"], image.Imports);
        Assert.Equal(["main", "helper"], image.Exports);
    }

    [Fact]
    public void Finds_the_imports_of_a_program_that_exports_nothing()
    {
        // Its GNU hash table is empty, and only the place of the strings tells how many symbols there are.
        var image = ElfImage.Parse(new ElfBuilder().Needs("librustrt.so").Imports("rust_start").Imports("new_task").WithGnuHash().Build());
        Assert.Equal(["rust_start", "new_task"], image.Imports);
        Assert.Empty(image.Exports);
    }

    [Fact]
    public void Reads_the_C_library_of_this_machine()
    {
        var image = ElfImage.Read("/lib/x86_64-linux-gnu/libc.so.6");
        Assert.Equal("libc.so.6", image.SoName);
        Assert.Contains("malloc", image.Exports);
        Assert.Contains("ld-linux-x86-64.so.2", image.Needed);
    }

    [Fact]
    public void A_file_without_a_dynamic_section_needs_nothing()
    {
        var file = new ElfBuilder().Build();
        file[64 + 56] = 0; // the second segment's kind: none
        Assert.Empty(ElfImage.Parse(file).Needed);
    }

    [Fact]
    public void Says_what_a_file_is_instead()
    {
        Assert.Contains("script (#!/bin/sh", Refusal("#!/bin/sh\nexec true\n"u8.ToArray()));
        Assert.Contains("an empty file", Refusal([]));
        Assert.Contains("not an ELF file", Refusal("just some text, long enough to hold the header of an ELF file if it were one"u8.ToArray()));
        Assert.Contains("32-bit", Refusal(new ElfBuilder { Class = 1 }.Build()));
        Assert.Contains("another processor (e_machine 183)", Refusal(new ElfBuilder { Machine = 183 }.Build()));
        Assert.Contains("neither a program nor a shared library", Refusal(new ElfBuilder { Type = 1 }.Build()));
    }

    [Fact]
    public void A_file_that_was_cut_off_is_damaged_and_not_a_crash()
    {
        var file = new ElfBuilder().Needs("librustrt.so").Imports("rust_start").Build();
        Assert.Contains("damaged", Refusal(file[..100]));
        Assert.Contains("damaged", Refusal(file[..200]));
    }

    private static string Refusal(byte[] file) => Assert.Throws<ElfFormatException>(() => ElfImage.Parse(file)).Message;
}
