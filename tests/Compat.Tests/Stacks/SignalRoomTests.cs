using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Stacks;

/// <summary>
/// The collector's signal may come while a task has used its stack to the end, on whichever side's stacks: it leaves the task, and what
/// lies below its stack, as they were. Garbage is collected all the time, so that some are the collector's own.
/// </summary>
public sealed class SignalRoomTests
{
    private const string Source = "signal_room.cpp";

    private static readonly string[] s_settings =
        ["all=new", "all=legacy;core=new", "all=legacy;stacks=new", "all=new;stacks=legacy", "all=legacy;exchange-heap=new"];

    public static IEnumerable<object[]> Cases =>
        from name in CaseProgram.Cases(Compiler.Own(Source)) from setting in s_settings select new object[] { name, setting };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_signal_needs_nothing_of_a_task(string name, string setting)
    {
        Outcome outcome = CaseProgram.Run(Compiler.Cases(Source), name, Backing.Checked(setting), ("RUSTRT_COLLECT", "paced"));
        Assert.True(outcome.Status == 0, outcome.Output + outcome.Errors);
    }
}
