using Rustrt.Parity.Comparison;
using Rustrt.Parity.Running;

namespace Rustrt.Parity.Tests.Comparison;

public class ComparisonTests
{
    private static readonly ExactLinesComparison s_exact = new ExactLinesComparison(OutputSource.Output);
    private static readonly AnyOrderComparison s_anyOrder = new AnyOrderComparison(OutputSource.Output);
    private static readonly PerTaskComparison s_perTask = new PerTaskComparison(OutputSource.Output);

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 101, false)]
    [InlineData(134, 139, false)]
    public void Exit_statuses(int reference, int candidate, bool agree) =>
        Assert.Equal(agree, new ExitStatusComparison().Compare(Runs.Ending(reference), Runs.Ending(candidate)) is null);

    [Fact]
    public void A_hang_agrees_with_a_hang_only()
    {
        var comparison = new ExitStatusComparison();
        Assert.Null(comparison.Compare(Runs.Ending(null), Runs.Ending(null)));
        var divergence = comparison.Compare(Runs.Ending(0), Runs.Ending(null, "the last words"));
        Assert.Equal("still running at its time limit, the reference: exit status 0", divergence!.What);
        Assert.Equal(new ContextLine(LineOrigin.CandidateOnly, "the last words"), Assert.Single(divergence.Context));
    }

    [Fact]
    public void Exact_wants_the_same_order()
    {
        Assert.Null(s_exact.Compare(Runs.Printing("a", "b"), Runs.Printing("a", "b")));
        Assert.Equal("standard output: line 1 differs", s_exact.Compare(Runs.Printing("a", "b"), Runs.Printing("b", "a"))!.What);
        Assert.Equal("standard output: ends after line 1, 1 more expected", s_exact.Compare(Runs.Printing("a", "b"), Runs.Printing("a"))!.What);
        Assert.Equal("standard output: goes on after line 1, where the reference ends", s_exact.Compare(Runs.Printing("a"), Runs.Printing("a", "b"))!.What);
    }

    [Fact]
    public void Sorted_does_not_but_wants_each_line_as_often()
    {
        Assert.Null(s_anyOrder.Compare(Runs.Printing("a", "b", "a"), Runs.Printing("b", "a", "a")));
        Assert.NotNull(s_anyOrder.Compare(Runs.Printing("a", "b", "a"), Runs.Printing("b", "a", "b")));
    }

    [Fact]
    public void Per_task_lets_tasks_interleave()
    {
        var reference = Runs.Printing("task 1: x", "task 2: x", "task 1: y", "two left", "one left");
        Assert.Null(s_perTask.Compare(reference, Runs.Printing("one left", "task 2: x", "task 1: x", "two left", "task 1: y")));
    }

    [Fact]
    public void Per_task_names_the_task_that_differs()
    {
        var reference = Runs.Printing("task 1: x", "task 2: x", "task 1: y");
        Assert.Equal("standard output, task 1: line 1 differs", s_perTask.Compare(reference, Runs.Printing("task 1: y", "task 1: x", "task 2: x"))!.What);
        Assert.StartsWith("standard output, task 2: ends", s_perTask.Compare(reference, Runs.Printing("task 1: x", "task 1: y"))!.What, StringComparison.Ordinal);
        Assert.StartsWith("standard output, task 3: goes on", s_perTask.Compare(reference, Runs.Printing([.. reference.Output, "task 3: x"]))!.What, StringComparison.Ordinal);
        Assert.Contains("lines of no task", s_perTask.Compare(reference, Runs.Printing([.. reference.Output, "stray"]))!.What);
    }

    [Fact]
    public void Addresses_differ_from_run_to_run_and_are_not_compared()
    {
        Assert.Null(s_exact.Compare(Runs.Printing("at 0x7f00DEADBEEF, task 55d0c0ffee00"), Runs.Printing("at 0x7f1111111111, task 55d0c0ffee99")));
        Assert.NotNull(s_exact.Compare(Runs.Printing("flags 0x1f"), Runs.Printing("flags 0x2f")));
    }

    [Fact]
    public void Standard_error_is_compared_where_that_is_declared()
    {
        var comparison = new ExactLinesComparison(OutputSource.Errors);
        CallerRun reference = Runs.Ending(0, "a"), other = Runs.Ending(0, "b");
        Assert.NotNull(comparison.Compare(reference, other));
        Assert.Null(s_exact.Compare(reference, other));
    }

    [Fact]
    public void The_context_begins_shortly_before_the_first_difference()
    {
        var reference = Enumerable.Range(1, 50).Select(i => $"line {i}").ToArray();
        var candidate = reference.ToArray();
        candidate[30] = "another line";
        var context = s_exact.Compare(Runs.Printing(reference), Runs.Printing(candidate))!.Context;
        Assert.Equal(["line 28", "line 29", "line 30"], context.TakeWhile(line => line.Origin == LineOrigin.Both).Select(line => line.Text));
        Assert.Contains(new ContextLine(LineOrigin.ReferenceOnly, "line 31"), context);
        Assert.Contains(new ContextLine(LineOrigin.CandidateOnly, "another line"), context);
        Assert.True(context.Count < 15, $"{context.Count} lines of context");
        Assert.Equal("-+ ", string.Concat(context.Select(line => line.Mark).Distinct().Order().Reverse().OrderBy(mark => "-+ ".IndexOf(mark))));
    }

    [Theory]
    [InlineData("chat: /src/a.cpp:60: void f(rust_task*): Assertion `!failed' failed.", "Assertion failed: ")]
    [InlineData("chat: b.cpp:0: void g(int (*)(void)): Assertion `_n > 0 && \"Can't be none, silly!\"' failed.", "Assertion failed: \"Can't be none, silly!\"")]
    [InlineData("rust: task 7f00000012 failed at 'Assertion', a.rs:1", "rust: task ADDR failed at 'Assertion', a.rs:1")]
    public void Of_a_failed_assertion_its_words_are_compared(string line, string compared) =>
        Assert.Equal([compared], OutputSource.Errors.Of(Runs.Ending(0, line)));
}
