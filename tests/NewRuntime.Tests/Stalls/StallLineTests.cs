namespace Rustrt.Federation.Tests.Stalls;

/// <summary>The lines on stderr: what they say, and how many there are.</summary>
public sealed class StallLineTests
{
    private readonly List<string> _written = [];
    private readonly VirtualTime _time = new();
    private readonly StallLines _lines;
    private readonly Scheduler _scheduler = new Federation(new FederationOptions { MainSchedulers = 1, MainOnCallersThread = true }).MainGroup.Schedulers[0];

    public StallLineTests() => _lines = new StallLines(_written.Add, _time);

    [Fact]
    public void A_line_says_what_happens_and_what_to_do()
    {
        _lines.Write(Stall(blockedIn: null));
        Assert.Equal(
            ["rustrt: scheduler 1.0 has been in one turn of task Sum (spawned at Program.cs:12) in Add for 1000 ms. No other task runs there meanwhile. "
                + "A loop that computes should await GreenTask.Yield() when GreenTask.NeedsYield says so; a call that blocks belongs into GreenTask.RunBlocking."],
            _written);
    }

    [Fact]
    public void One_that_knows_where_the_task_is_blocked_says_so()
    {
        _lines.Write(Stall("Task.Wait at Program.cs:20"));
        Assert.Equal(
            ["rustrt: scheduler 1.0 has been in one turn of task Sum (spawned at Program.cs:12) in Add, blocked in Task.Wait at Program.cs:20, for 1000 ms. "
                + "No other task runs there meanwhile. Await what it waits for, or make the call in GreenTask.RunBlocking."],
            _written);
    }

    [Fact]
    public void There_is_one_in_ten_seconds_and_it_counts_those_that_were_left_out()
    {
        for (int i = 0; i < 3; i++) _lines.Write(Stall(null));
        _time.Pass(TimeSpan.FromSeconds(9.9));
        _lines.Write(Stall(null));
        Assert.Single(_written);

        _time.Pass(TimeSpan.FromSeconds(0.1));
        _lines.Write(Stall(null));
        Assert.EndsWith(" 3 more since the last such line.", _written[1]);

        _time.Pass(TimeSpan.FromSeconds(10));
        _lines.Write(Stall(null));
        Assert.Equal(_written[0], _written[2]);
    }

    private StallReport Stall(string? blockedIn) => new(_scheduler, "Sum", "Add", "Program.cs:12", blockedIn, TimeSpan.FromSeconds(1), TimeSpan.Zero);
}
