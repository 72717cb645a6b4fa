namespace Rustrt.Federation.Tests.EventLoops;

public class UvLimitTests
{
    [Fact]
    public void A_limit_that_is_over_before_the_turn_begins_ends_it()
    {
        using var ended = new ManualResetEvent(false);
        var turn = new Thread(() =>
        {
            var loop = UvHandles.Open();
            loop.RunUntilEventOr(0); // fires before the turn waits, as any limit does if the thread loses the processor for so long
            loop.Close();
            ended.Set();
        }) { IsBackground = true };
        turn.Start();
        FederationRun.Await(ended, "a turn whose limit is over ends");
    }
}
