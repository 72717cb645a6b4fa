using Rustrt.Compat.Backends.New;

namespace Rustrt.Compat.Tests.Calls;

/// <summary>The exit functions of a run.</summary>
public sealed class AtExitListTests
{
    [Fact]
    public void They_share_one_runner_and_come_too_late_once_they_are_handed_out()
    {
        AtExitList list = new();

        Assert.Equal(AtExitRegistration.Accepted, list.Register(0, 1)); // no runner yet
        Assert.Equal(AtExitRegistration.Accepted, list.Register(5, 2));
        Assert.Equal(AtExitRegistration.AnotherRunner, list.Register(6, 3));
        Assert.Equal(AtExitRegistration.Accepted, list.Register(5, 4));
        Assert.True(list.Close());
        Assert.Equal(AtExitRegistration.TooLate, list.Register(5, 7));
        Assert.Equal(5, list.Runner);
        Assert.Equal([1, 2, 4], list.Functions);
    }

    [Fact]
    public void Without_a_runner_there_is_nothing_to_run()
    {
        AtExitList list = new();

        list.Register(0, 1);

        Assert.False(list.Close());
    }
}
