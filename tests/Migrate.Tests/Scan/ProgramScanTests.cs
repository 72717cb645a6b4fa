using System.Diagnostics;
using Rustrt.Migrate.Parity;
using Rustrt.Migrate.Scan;
using Rustrt.Migrate.Services;
using Rustrt.Migrate.Tests.Elf;
using Rustrt.Parity.Settings;

namespace Rustrt.Migrate.Tests.Scan;

[Collection(StartsProcesses.Name)]
public sealed class ProgramScanTests : IDisposable
{
    private static readonly SwitchUnits s_units = new([new("core", ["scheduling"], null), new("logging", ["logging"], null)]);
    private static readonly Coverage s_coverage = new([new("rust_start", "scheduling", "core", NewServes: false), new("rust_log_str", "logging", "logging", NewServes: true),
        new("rustcore_send", "pipes", "logging", NewServes: true, Library: "librustcore.so")]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_used_decides_which_settings_serve_it()
    {
        var report = Scan(new ElfBuilder().Needs("librustrt.so").Imports("rust_start").Imports("rust_log_str").Imports("printf").WriteTo(_folder["program"]));
        Assert.Equal(["scheduling", "logging"], report.Uses.Select(use => use.Service));
        Assert.Equal(["all=legacy", "all=legacy;logging=new"], report.Settings.Where(setting => setting.IsPossible).Select(setting => setting.Setting));
        Assert.Equal(["rust_start"], report.Settings.Single(setting => setting.Setting == "all=new").Missing);
        Assert.Equal(_folder["program"], report.LinkedBy);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void Libraries_beside_it_count()
    {
        var program = new ElfBuilder().Needs("libmiddle.so").Needs("libgone.so").WriteTo(_folder["program"]);
        var library = new ElfBuilder().Needs("librustrt.so").Imports("rust_start").Imports("fork").WriteTo(_folder["libmiddle.so"]);
        var report = Scan(program);
        Assert.Equal((library, 2), (report.LinkedBy, report.Files.Count));
        Assert.Equal(["rust_start"], Assert.Single(report.Uses).Functions);
        Assert.Equal([(library, "fork"), (program, "not-found")], report.Findings.Select(finding => (finding.File, finding.Kind)));
    }

    [Fact]
    public void What_passes_the_switch_by_is_told_first()
    {
        new ElfBuilder().SoName("librustrt.so").WriteTo(_folder["lib/librustrt.so"]);
        AssertBypass("rpath", new ElfBuilder().Needs("librustrt.so").RPath("$ORIGIN/lib").Imports("fork"));
        AssertBypass("soname", new ElfBuilder().Needs("librustrt-0.6.so").Imports("fork"));
        AssertBypass("soname", new ElfBuilder().Needs("librustcore-0.6.so").Imports("fork"));
        AssertBypass("static-copy", new ElfBuilder().Needs("librustrt.so").Exports("rustcore_send").Imports("fork"));
        AssertBypass("static-copy", new ElfBuilder().Needs("libc.so.6").Exports("rust_start").Imports("fork"));

        void AssertBypass(string kind, ElfBuilder program)
        {
            var report = Scan(program.WriteTo(_folder["program"]));
            Assert.True(report.IsBypassed);
            Assert.Equal((kind, Weight.Bypass), (report.Findings[0].Kind, report.Findings[0].Weight));
            Assert.Contains(report.Findings, finding => finding is { Kind: "fork", Weight: Weight.Watch });
        }
    }

    [Fact]
    public void What_there_is_to_watch_is_told_and_bypasses_nothing()
    {
        var report = Scan(new ElfBuilder().Needs("librustrt.so").RunPath("$ORIGIN/lib").Imports("sigaction").Imports("dlopen").Imports("__morestack").WriteTo(_folder["program"]));
        Assert.False(report.IsBypassed);
        Assert.Equal(["dlopen", "runpath", "signals", "split-stack"], report.Findings.Select(finding => finding.Kind).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_library_of_the_users_is_told_what_it_lacks_and_what_it_has_beside()
    {
        var report = Scan(new ElfBuilder().SoName("librustrt.so").Exports("rust_start").Exports("rust_own_idea").WriteTo(_folder["librustrt.so"]));
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("own-legacy", Weight.Watch), (finding.Kind, finding.Weight));
        Assert.EndsWith("makes it the old side; it lacks rust_log_str; it exports beside the old API rust_own_idea", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_library_half_is_one_that_calls_go_to_and_no_copy()
    {
        var half = new ElfBuilder().SoName("librustcore.so").Needs("librustrt.so").Imports("rust_start").Exports("rustcore_send").WriteTo(_folder["librustcore.so"]);
        var report = Scan(new ElfBuilder().Needs("librustcore.so").Imports("rustcore_send").WriteTo(_folder["program"]));
        Assert.Equal((_folder["program"], "librustcore.so"), (report.LinkedBy, Assert.Single(report.LinkedTo)));
        Assert.Equal(["rustcore_send"], Assert.Single(report.Uses).Functions);
        Assert.Empty(report.Findings);
        var own = Assert.Single(Scan(half).Findings);
        Assert.Equal("own-legacy", own.Kind);
        Assert.Equal("is a librustcore.so itself: as librustcore_legacy.so beside the router it is the old side", own.Text);
    }

    [Fact]
    public void What_a_compiler_makes_is_read_from_its_sections()
    {
        File.WriteAllText(_folder["own.c"], "static int rust_start(void) { return 0; }\nconst char *volatile name = \"LD_LIBRARY_PATH\";\nint main(void) { return ((int (*volatile)(void))rust_start)() + (name == 0); }\n");
        Process.Start("gcc", ["-O0", "-fsplit-stack", "-o", _folder["own"], _folder["own.c"]]).WaitForExit();
        Assert.Equal(["library-path", "split-stack", "static-copy"], Scan(_folder["own"]).Findings.Select(finding => finding.Kind)
            .Where(kind => kind is not ("signals" or "fork")).Order(StringComparer.Ordinal));
        Process.Start("strip", [_folder["own"]]).WaitForExit();
        Assert.DoesNotContain(Scan(_folder["own"]).Findings, finding => finding.Kind == "static-copy");
    }

    [Fact]
    public void What_is_no_program_is_told()
    {
        Assert.Equal((ExitCode.NotFound, $"{_folder["nothing"]}: there is no such file."), Refusal(_folder["nothing"]));
        Assert.Equal((ExitCode.NotElf, $"{_folder.Path} is a folder; name the programs and libraries in it."), Refusal(_folder.Path));
        File.WriteAllText(_folder["text"], "hello");
        Assert.Equal((ExitCode.NotElf, $"{_folder["text"]} is not an ELF file; only ELF files for x86-64 can be scanned."), Refusal(_folder["text"]));

        (int, string) Refusal(string file)
        {
            var error = Assert.Throws<UserErrorException>(() => Scan(file));
            return (error.Code, error.Message);
        }
    }

    private static ScanReport Scan(string file) => new ProgramScan(s_coverage, s_units, []).Scan(file);
}
