using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Refusals;

/// <summary>
/// A program that forks by itself: of C# its child has the memory and nothing that would run it, so the child's first call of the new
/// side ends it with a message of its own (docs/switch.md). The parent waits for the child and ends with its status.
/// </summary>
public sealed class ForkTests
{
    private const int InChild = 114, OtherProgram = 42, AtOnce = 43, Ordinary = 44, AfterTheCall = 45;
    private const string Parent = "the parent goes on\n";

    private static readonly string s_forks = Compiler.C("forks.c"), s_forksWithPipes = Compiler.C("forks.c", "-DPIPES", "-lrustcore"),
        s_forksEarly = Compiler.C("forks_early.c", "-rdynamic");

    public static TheoryData<string> Settings => ["all=legacy", "all=new", "all=new;time=legacy", "all=legacy;time=new", "all=new;stacks=legacy", "all=legacy;core=new"];

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_child_that_becomes_another_program_or_exits_sees_nothing(string setting) => Assert.All(["task", "thread"], place =>
    {
        Assert.Equal((OtherProgram, Parent, ""), Ran(setting, place, "exec"));
        Assert.Equal((OtherProgram, Parent, ""), Ran(setting, place, "shim"));
        Assert.Equal((AtOnce, Parent, ""), Ran(setting, place, "_exit"));
        Assert.Equal((Ordinary, "the child's exit function\n" + Parent, ""), Ran(setting, place, "exit"));
    });

    [Theory]
    [InlineData("time", "get_time")]
    [InlineData("path", "rust_path_exists")]
    [InlineData("heap", "rust_env_pairs")]
    [InlineData("native", "rust_get_task")]
    [InlineData("log", "rust_log_str")]
    [InlineData("run", "rust_run_program")]
    [InlineData("grandchild", "rust_path_exists")]
    public void The_first_call_of_a_child_is_told(string child, string function) => Assert.All(["task", "thread"], place =>
        Assert.Equal((InChild, Parent, Told(function)), Ran("all=new", place, child)));

    [Theory]
    [InlineData("RUSTRT_CALLS")]
    [InlineData("RUSTRT_TRACE")]
    public void Where_calls_are_counted_or_traced_it_is_told_as_well(string variable)
    {
        using TemporaryFolder folder = new();
        Outcome outcome = Backing.AllNew.Run(s_forks, ["task", "time"], (variable, variable == "RUSTRT_CALLS" ? folder["calls.json"] : "time"));

        Assert.Equal((InChild, Parent), (outcome.Status, outcome.Output));
        Assert.StartsWith(Told("get_time"), outcome.Errors);
    }

    [Fact]
    public void A_body_that_returns_in_the_child_is_told() =>
        Assert.All(["all=new", "all=new;stacks=legacy", "all=legacy;core=new"], setting => Assert.Equal((InChild, Parent, Told("the new side")), Ran(setting, "task", "return")));

    [Theory]
    [InlineData("all=legacy")]
    [InlineData("all=new;time=legacy")]
    public void What_the_legacy_side_serves_goes_on(string setting) => Assert.All(["task", "thread"], place =>
        Assert.Equal((AfterTheCall, "the child has the time\n" + Parent, ""), Ran(setting, place, "time")));

    [Fact]
    public void In_a_mixture_the_first_call_of_the_new_side_is_told()
    {
        Assert.Equal((InChild, "the child has the time\n" + Parent, Told("rust_get_task")), Ran("all=new;time=legacy", "task", "time,yield"));
        Assert.Equal((InChild, Parent, Told("get_time")), Ran("all=legacy;time=new", "task", "time"));
        Assert.Equal((AfterTheCall, Parent, ""), Ran("all=legacy;time=new", "task", "path"));
    }

    [Fact]
    public void What_the_legacy_side_asks_the_new_one_for_is_told() =>
        Assert.Equal((InChild, Parent, Told("the new side")), Ran("all=legacy;exchange-heap=new", "task", "heap"));

    [Fact]
    public void A_child_of_all_legacy_is_as_it_was() =>
        Assert.All(["path", "native", "run", "heap"], child => Assert.Equal((AfterTheCall, Parent, ""), Ran("all=legacy", "task", child)));

    [Theory]
    [InlineData("all=new", InChild, "rustrt: rustcore_oneshot")]
    [InlineData("all=legacy;pipes=new", InChild, "rustrt: rustcore_oneshot")]
    [InlineData("all=new;pipes=legacy", InChild, "rustrt: rust_get_exchange_count_ptr")]
    [InlineData("all=legacy", AfterTheCall, "")]
    [InlineData("all=new", InChild, "rustrt: rustcore_spawn", "spawn")]
    [InlineData("all=legacy;task-groups=new", InChild, "rustrt: rustcore_spawn", "spawn")]
    [InlineData("all=new;task-groups=legacy", InChild, "rustrt: ", "spawn")]
    [InlineData("all=new", InChild, "rustrt: rustcore_local_get", "local")]
    [InlineData("all=legacy;local-data=new", InChild, "rustrt: rustcore_local_get", "local")]
    [InlineData("all=legacy", AfterTheCall, "", "local")]
    [InlineData("all=new", InChild, "rustrt: rustcore_exclusive_new", "shared")]
    [InlineData("all=legacy;shared-state=new", InChild, "rustrt: rustcore_exclusive_new", "shared")]
    [InlineData("all=legacy", AfterTheCall, "", "shared")]
    [InlineData("all=new", InChild, "rustrt: ", "io")]
    public void The_library_half_tells_it_too(string setting, int status, string beginning, string child = "pipes")
    {
        Outcome outcome = Backing.Router(setting).Run(s_forksWithPipes, ["task", child]);

        Assert.Equal((status, Parent), (outcome.Status, outcome.Output));
        Assert.StartsWith(beginning, outcome.Errors);
        Assert.Equal(status == InChild ? 1 : 0, outcome.Errors.Count(character => character == '\n'));
    }

    // The child neither waits for a decision that its process will never make, nor meets a side that is half open.
    [Theory]
    [InlineData("all=new;time=legacy", "time", AfterTheCall)]
    [InlineData("all=new;time=legacy", "path", InChild)]
    [InlineData("all=new", "path", InChild)]
    public void A_fork_waits_for_a_decision_that_another_thread_makes(string setting, string child, int status)
    {
        Outcome outcome = Backing.Router(setting).Run(s_forksEarly, [child]);

        Assert.Equal((status, Parent, status == InChild ? Told("rust_path_exists") : ""), (outcome.Status, outcome.Output, outcome.Errors));
    }

    [Theory]
    [InlineData("all=legacy")]
    [InlineData("all=new")]
    [InlineData("all=new;stacks=legacy")]
    public void A_child_that_exits_reports_no_calls(string setting) => Assert.All(["task", "thread"], place =>
    {
        Outcome outcome = Backing.Router(setting).Run(s_forks, [place, "exit"], ("RUSTRT_CALLS", "/dev/stdout"));

        Assert.Equal(Ordinary, outcome.Status);
        Assert.Equal(1, outcome.Output.Split("{\"switch\"").Length - 1);
    });

    private static string Told(string what) =>
        $"rustrt: {what} was called in a child process that was forked without exec: C# lives on in the parent only; "
        + "let the child call nothing before exec or exit, or set RUSTRT_SWITCH=all=legacy\n";

    private static (int, string, string) Ran(string setting, string place, string child)
    {
        Outcome outcome = Backing.Router(setting).Run(s_forks, [place, child]);
        return (outcome.Status, outcome.Output, outcome.Errors);
    }
}
