namespace Rustrt.Federation.Tests.Failure;

/// <summary>Supervisors: strategies, modes, limits.</summary>
public class SupervisorTests
{
    [Theory]
    [InlineData(RestartStrategy.OneForOne, "start a, start b, start c, fail b, start b, end c, end b, end a")]
    [InlineData(RestartStrategy.OneForAll, "start a, start b, start c, fail b, end c, end a, start a, start b, start c, end c, end b, end a")]
    [InlineData(RestartStrategy.RestForOne, "start a, start b, start c, fail b, end c, start b, start c, end c, end b, end a")]
    public void Each_strategy_starts_and_stops_in_order(RestartStrategy strategy, string expected) => GreenRun.ToEnd(1, async () =>
    {
        var log = new List<string>();
        bool fail = false;
        async GreenTask Child(string name)
        {
            log.Add($"start {name}");
            while (true)
            {
                if (GreenTask.IsCancelled)
                {
                    log.Add($"end {name}");
                    throw new TaskCancelledException();
                }
                if (name == "b" && fail)
                {
                    fail = false;
                    log.Add("fail b");
                    throw new FormatException();
                }
                await GreenTask.Yield();
            }
        }
        var options = new SupervisorOptions { Strategy = strategy };
        var supervisor = GreenTask.Spawn(Supervisor.Run(options, [.. "abc".Select(c => new ChildSpec($"{c}", () => Child($"{c}")))]));
        while (log.Count < 3) await GreenTask.Yield();
        Assert.Equal(["start a", "start b", "start c"], log.Order()); // newborns run newest first
        fail = true;
        int starts = strategy == RestartStrategy.OneForOne ? 4 : strategy == RestartStrategy.OneForAll ? 6 : 5;
        while (log.Count(line => line.StartsWith("start", StringComparison.Ordinal)) < starts) await GreenTask.Yield();
        supervisor.Cancel();
        Assert.Equal(OutcomeKind.Cancelled, (await supervisor.Try()).Kind);
        Assert.Equal(InOrderOfRestart(expected), InOrderOfRestart(string.Join(", ", log)));
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Too_many_restarts_within_the_period_end_the_supervisor_and_all_children(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var clock = new VirtualTime();
        int starts = 0, stopped = 0;
        async GreenTask Fails()
        {
            if (++starts == 3) clock.Pass(TimeSpan.FromSeconds(11)); // the first two restarts are forgotten
            await GreenTask.Yield();
            throw new FormatException($"start {starts}");
        }
        async GreenTask Stays()
        {
            try
            {
                await GreenRun.UntilCancelled();
            }
            finally
            {
                stopped++;
            }
        }
        var options = new SupervisorOptions { MaximumRestarts = 2, Period = TimeSpan.FromSeconds(10), Clock = clock };
        var outcome = await GreenTask.Spawn(Supervisor.Run(options, new ChildSpec("stays", Stays), new ChildSpec("fails", Fails))).Try();
        var e = Assert.IsType<SupervisorFailedException>(outcome.Exception);
        Assert.Equal("fails", e.Child);
        Assert.Equal("start 5", e.InnerException!.Message);
        Assert.Equal((5, 1), (starts, stopped));
    });

    [Fact]
    public void In_a_simulation_restarts_are_counted_in_its_time()
    {
        int starts = 0;
        async GreenTask Fails()
        {
            await GreenTask.Sleep(TimeSpan.FromSeconds(6)); // never more than one restart within the period
            if (++starts < 10) throw new FormatException();
        }
        async GreenTask Main()
        {
            var options = new SupervisorOptions { MaximumRestarts = 2, Period = TimeSpan.FromSeconds(10) };
            await Supervisor.Run(options, new ChildSpec("fails", Fails) { Restart = RestartMode.Transient });
        }
        Simulation.Run(1, Main);
        Assert.Equal(10, starts);
    }

    [Fact]
    public void A_supervisor_ends_when_no_child_is_left_to_be_started_again() => GreenRun.ToEnd(1, static async () =>
    {
        int transient = 0, temporary = 0;
        async GreenTask Transient()
        {
            await GreenTask.Yield();
            if (++transient < 3) throw new FormatException();
        }
        async GreenTask Temporary()
        {
            temporary++;
            await GreenTask.Yield();
            throw new FormatException();
        }
        await Supervisor.Run(new(),
            new ChildSpec("transient", Transient) { Restart = RestartMode.Transient },
            new ChildSpec("temporary", Temporary) { Restart = RestartMode.Temporary });
        Assert.Equal((3, 1), (transient, temporary));
    });

    // Neighbouring starts come in any order.
    private static string InOrderOfRestart(string log)
    {
        var lines = new List<string>();
        var starts = new List<string>();
        foreach (string line in log.Split(", ").Append(""))
        {
            if (line.StartsWith("start", StringComparison.Ordinal))
            {
                starts.Add(line);
                continue;
            }
            lines.AddRange(starts.Order());
            starts.Clear();
            lines.Add(line);
        }
        return string.Join(", ", lines);
    }
}
