using Rustrt.Compat.Tests.Support;

namespace Rustrt.Compat.Tests.Turns;

/// <summary>
/// On one thread of the new core turns come in the order of one line, whether the scheduler gives them or tasks hand them over to each
/// other: random programs against a model, in callers/turn_order.cpp.
/// </summary>
public sealed class TurnOrderTests
{
    private const int Programs = 1000;

    private static readonly string s_program = Compiler.Cases("turn_order.cpp");

    // Stacks of the old side are told of every turn, so that turns are handed over in another way there.
    public static TheoryData<string> Settings => ["all=new", "all=new;stacks=legacy", "all=legacy;core=new"];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Is_that_of_one_line(string setting)
    {
        Outcome outcome = Backing.Router(setting).Run(s_program, ["one_line"], ("RUST_THREADS", "1"), ("TURNS_SEED", "1"), ("TURNS_PROGRAMS", $"{Tier.Rounds(Programs)}"));
        Assert.True(outcome.Status == 0, $"{outcome.Output}{outcome.Errors}");
        int steps = int.Parse(outcome.Output.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(steps > 30 * Programs, outcome.Output);
    }
}
