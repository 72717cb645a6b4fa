using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Stacks;

/// <summary>What a program learns when a stack does not suffice, and that other faults are left as they are.</summary>
public sealed class FaultTests
{
    private const int Aborted = 134, SegmentationFault = 139;

    private static readonly string s_faults = Compiler.C("faults.c");

    [Fact]
    public void An_overflow_of_a_task_stack_is_told()
    {
        Outcome outcome = Backing.AllNew.Run(s_faults, ["overflow"]);

        Assert.Equal((Aborted, "rustrt: a task overflowed its stack, aborting\n"), (outcome.Status, outcome.Errors));
    }

    [Theory]
    [InlineData("all=legacy")]
    [InlineData("all=new")]
    public void A_null_dereference_in_a_task_is_a_segmentation_fault(string setting)
    {
        Outcome outcome = Backing.Router(setting).Run(s_faults, ["null"]);

        Assert.Equal((SegmentationFault, ""), (outcome.Status, outcome.Errors));
    }

    [Fact]
    public void A_foreign_thread_with_a_small_stack_is_told_what_a_service_in_C_sharp_needs()
    {
        Outcome outcome = Backing.AllNew.Run(s_faults, ["small_thread"]);

        Assert.Equal(Aborted, outcome.Status);
        Assert.Matches(@"^rustrt: this thread has \d+ KiB of stack left; a service in C# needs 256 KiB on a thread that the runtime did not make\n$", outcome.Errors);
    }

    [Fact]
    public void A_foreign_thread_with_a_small_stack_may_call_legacy_services() =>
        Assert.Equal(0, Backing.AllLegacy.Run(s_faults, ["small_thread"]).Status);
}
