using System.Text.Json;
using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Library;

/// <summary>The router of librustcore.so lives by the decision of the first one (docs/protocols/library-half.md).</summary>
public sealed class LibraryHalfTests
{
    private const int BackendMissing = 122;

    private static readonly string s_late = Compiler.C("late_core.c", "-fexceptions", "-ldl");

    private static readonly string s_wholeLibrary = Compiler.C("whole_library.c", "-fexceptions", "-lrustcore");

    public static TheoryData<string, string> LateRuns
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string way in new[] { "start", "task" })
                foreach (Backing backing in (IEnumerable<Backing>)[Backing.AllLegacy, Backing.AllNew, .. Backing.Alone("pipes"), .. Backing.Alone("task-groups"), .. Backing.Alone("local-data"), .. Backing.Alone("shared-state"), .. Backing.Alone("library-io")])
                    all.Add(way, backing.Setting!);
            return all;
        }
    }

    /// <summary>Also in a task, on whose stack everything is then loaded; its own calls still follow the switch.</summary>
    [Theory]
    [MemberData(nameof(LateRuns))]
    public void A_library_that_is_opened_after_the_decision_joins_at_its_first_call(string way, string setting)
    {
        Outcome outcome = Backing.Router(setting).Run(s_late, [way]);

        Assert.Equal((0, "0\n42\n", ""), (outcome.Status, outcome.Output, outcome.Errors));
    }

    [Fact]
    public void The_old_library_half_must_stand_beside_the_router()
    {
        using TemporaryFolder folder = new();
        foreach (string file in Directory.GetFiles(Repository.Router))
            if (Path.GetFileName(file) != Repository.CoreLegacyName) File.CreateSymbolicLink(folder[Path.GetFileName(file)], file);
        // The router looks beside what its name leads to, so it is a file of its own here.
        File.Delete(folder[Repository.CoreName]);
        File.Copy(Path.Combine(Repository.Router, Repository.CoreName), folder[Repository.CoreName]);

        Outcome outcome = new Backing("without the old library half", folder.Path, "all=legacy").Run(Repository.CoreTest("start"), [FirstCase("start")]);

        Assert.Equal(BackendMissing, outcome.Status);
        Assert.StartsWith($"rustrt-switch: the legacy backend of librustcore.so cannot load: {folder[Repository.CoreLegacyName]}: ", outcome.Errors);
    }

    [Theory]
    [InlineData("all=legacy")]
    [InlineData("all=legacy;pipes=new")]
    public void Calls_are_traced_by_service(string setting)
    {
        Outcome outcome = Backing.Router(setting).Run(s_late, ["start"], ("RUSTRT_TRACE", "pipes"));

        Assert.Equal((0, "0\n42\n"), (outcome.Status, outcome.Output));
        Assert.Matches(@"rustrt-trace: \[\d+\] rustcore_recv\(port=0x[0-9a-f]+, out=0x[0-9a-f]+\)\n", outcome.Errors);
        Assert.DoesNotContain("rustcore_exclusive", outcome.Errors);
    }

    [Fact]
    public void All_legacy_loads_nothing_of_NET()
    {
        using TemporaryFolder folder = new();
        Backing.AllLegacy.Run(Repository.CoreTest("start"), [FirstCase("start")], ("LD_DEBUG", "files"), ("LD_DEBUG_OUTPUT", folder["loader"]));
        string opened = File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path)));

        Assert.Contains(Repository.CoreLegacyName, opened);
        Assert.DoesNotContain(Repository.NewName, opened);
    }

    /// <summary>
    /// No old code of either library; and no library of C++, which a program in C does not bring along: its I/O, weak tasks and
    /// groups come to their end without.
    /// </summary>
    [Theory]
    [InlineData("io")]
    [InlineData("weak")]
    public void All_new_loads_no_old_code(string part)
    {
        using TemporaryFolder folder = new();
        Outcome outcome = Backing.AllNew.Run(s_wholeLibrary, [part], ("LD_DEBUG", "files"), ("LD_DEBUG_OUTPUT", folder["loader"]));
        string opened = File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path)));

        Assert.Equal((0, $"{part}\n"), (outcome.Status, outcome.Output));
        Assert.Contains(Repository.NewName, opened);
        Assert.DoesNotContain("librustrt_legacy.so", opened);
        Assert.DoesNotContain(Repository.CoreLegacyName, opened);
        Assert.DoesNotMatch(@"calling init: \S*libstdc\+\+", opened);
    }

    /// <summary>Each area of the library's own cases, too, whose harness is C++.</summary>
    [Theory]
    [InlineData("spawning")]
    [InlineData("pipes_stream")]
    [InlineData("exit_functions")]
    [InlineData("weak_tasks")]
    [InlineData("io_tasks")]
    [InlineData("io_timers")]
    [InlineData("io_tcp")]
    public void Nor_does_it_for_the_cases(string area)
    {
        using TemporaryFolder folder = new();
        Outcome outcome = Backing.AllNew.Run(Repository.CoreTest(area), [FirstCase(area)], ("LD_DEBUG", "files"), ("LD_DEBUG_OUTPUT", folder["loader"]));
        string opened = File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path)));

        Assert.Equal(0, outcome.Status);
        Assert.Contains(Repository.NewName, opened);
        Assert.DoesNotContain("librustrt_legacy.so", opened);
        Assert.DoesNotContain(Repository.CoreLegacyName, opened);
    }

    /// <summary>With only I/O on the old side, its library is loaded, and what it asks of the others is theirs on the new one.</summary>
    [Fact]
    public void The_old_sides_loops_run_over_the_new_sides_pipes()
    {
        using TemporaryFolder folder = new();
        Outcome outcome = Backing.Router("all=new;library-io=legacy").Run(s_wholeLibrary, ["io"], ("RUSTRT_CALLS", folder["calls.json"]));
        JsonElement units = JsonDocument.Parse(File.ReadAllText(folder["calls.json"])).RootElement.GetProperty("units");

        Assert.Equal((0, "io\n"), (outcome.Status, outcome.Output));
        foreach ((string unit, string side) in (IEnumerable<(string, string)>)[("library-io", "legacy"), ("pipes", "new"), ("shared-state", "new"), ("task-groups", "new"), ("io", "new")])
        {
            Assert.True(units.GetProperty(unit).GetProperty(side).GetInt64() > 0, $"{unit}: {units}");
            Assert.Equal(0, units.GetProperty(unit).GetProperty(side == "new" ? "legacy" : "new").GetInt64());
        }
    }

    private static string FirstCase(string area) => CaseProgram.Cases(Repository.Source($"legacy/core/tests/{area}.cpp")).First();
}
