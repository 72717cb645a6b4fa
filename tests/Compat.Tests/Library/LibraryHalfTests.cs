using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Library;

/// <summary>The router of librustcore.so lives by the decision of the first one (docs/protocols/library-half.md).</summary>
public sealed class LibraryHalfTests
{
    private const int BackendMissing = 122, Impossible = 123;

    private static readonly string s_late = Compiler.C("late_core.c", "-fexceptions", "-ldl");

    public static TheoryData<string, string> LateRuns
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string way in new[] { "start", "task" })
                foreach (Backing backing in (IEnumerable<Backing>)[Backing.AllLegacy, Backing.AllNew, .. Backing.Alone("pipes"), .. Backing.Alone("task-groups"), .. Backing.Alone("local-data"), .. Backing.Alone("shared-state")])
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
    public void A_unit_of_which_the_new_side_has_nothing_is_refused_by_name()
    {
        const string unit = "core-library";
        Outcome outcome = Backing.Router($"all=new;{unit}=new").Run(Repository.CoreTest("start"), [FirstCase("start")]);

        Assert.Equal(Impossible, outcome.Status);
        Assert.Equal($"rustrt-switch: not possible yet: {unit}=new, for the new side serves nothing of unit '{unit}'; valid: {unit}=legacy\n", outcome.Errors);
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public void It_may_be_named_with_a_way_out()
    {
        Outcome outcome = Backing.Router("all=new,legacy;core-library=new,legacy").Run(s_late, ["start"]);

        Assert.Equal((0, "0\n42\n", ""), (outcome.Status, outcome.Output, outcome.Errors));
    }

    [Fact]
    public void A_program_without_the_library_half_does_not_mind() =>
        Assert.Equal(7, Backing.Router("all=new;core-library=new").Run(Compiler.C("plain.c"), []).Status);

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

    /// <summary>A program that calls nothing of what is left to the old side runs no old code of either library.</summary>
    [Theory]
    [InlineData("spawning", false)]
    [InlineData("pipes_stream", false)]
    [InlineData("exit_functions", false)]
    [InlineData("weak_tasks", false)]
    [InlineData("io_timers", true)]
    public void All_new_loads_the_old_library_at_the_first_call_of_what_is_left_of_it(string area, bool loads)
    {
        using TemporaryFolder folder = new();
        Outcome outcome = Backing.AllNew.Run(Repository.CoreTest(area), [FirstCase(area)], ("LD_DEBUG", "files"), ("LD_DEBUG_OUTPUT", folder["loader"]));
        string opened = File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path)));

        Assert.Equal(0, outcome.Status);
        Assert.Contains(Repository.NewName, opened);
        Assert.DoesNotContain("librustrt_legacy.so", opened);
        Assert.Equal(loads, opened.Contains(Repository.CoreLegacyName, StringComparison.Ordinal));
    }

    private static string FirstCase(string area) => CaseProgram.Cases(Repository.Source($"legacy/core/tests/{area}.cpp")).First();
}
