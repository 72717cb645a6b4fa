using Rustrt.Parity.Calls;
using Rustrt.Parity.Settings;

namespace Rustrt.Parity.Tests.Running;

public class CallProofTests
{
    private static readonly SwitchSetting s_heapNew = SwitchSetting.Routed("all=legacy;exchange-heap=new");

    [Fact]
    public void Holds_when_every_call_reached_the_chosen_side()
    {
        var proof = CallProof.Of(s_heapNew, Runs.Calling(("core", 1200, 0), ("exchange-heap", 0, 34), ("logging", 0, 0)));
        Assert.True(proof.Holds);
        Assert.Equal("1,234 calls, none on the side not chosen", proof.Text);
    }

    [Fact]
    public void Fails_on_a_single_call_on_the_other_side()
    {
        var proof = CallProof.Of(s_heapNew, Runs.Calling(("core", 1200, 0), ("exchange-heap", 1, 34)));
        Assert.False(proof.Holds);
        Assert.Equal("exchange-heap: 1 calls on legacy, new was chosen", proof.Text);
        Assert.False(CallProof.Of(SwitchSetting.Routed("all=legacy"), Runs.Calling(("core", 5, 1))).Holds);
    }

    [Fact]
    public void Needs_evidence_unless_the_program_could_leave_none()
    {
        Assert.False(CallProof.Of(s_heapNew, Runs.Ending(0)).Holds);
        Assert.False(CallProof.Of(s_heapNew, Runs.Ending(101)).Holds);
        Assert.True(CallProof.Of(s_heapNew, Runs.Ending(134)).Holds);
        Assert.True(CallProof.Of(s_heapNew, Runs.Ending(null)).Holds);
        Assert.False(CallProof.Of(s_heapNew, Runs.Calling(("core", 0, 0))).Holds);
    }

    [Theory]
    [InlineData("all=legacy", "core", "legacy")]
    [InlineData("all=new", "core", "new")]
    [InlineData("all=new;logging=legacy", "logging", "legacy")]
    [InlineData("all=new;logging=legacy", "core", "new")]
    [InlineData("logging=new", "core", "legacy")]
    [InlineData(" all = new ; logging = legacy ", "logging", "legacy")]
    public void A_setting_gives_each_unit_a_side(string text, string unit, string side) => Assert.Equal(side, SwitchSetting.Routed(text).SideOf(unit));

    [Fact]
    public void Reads_what_the_router_writes()
    {
        var report = CallReport.Parse("""{"switch":"all=new","units":{"exchange-heap":{"legacy":0,"new":123}}}""");
        Assert.Equal("all=new", report.Switch);
        Assert.Equal(new UnitCalls(0, 123), report.Units["exchange-heap"]);
        Assert.Throws<InvalidDataException>(() => CallReport.Parse("""{"switch":"all=new"}"""));
        Assert.Throws<InvalidDataException>(() => CallReport.Parse("""{"switch":"all=new","units":{"""));
    }
}
