namespace Rustrt.Federation.Tests;

/// <summary>How often a scheduler looks into the injection queue, and what it knows of its turns' time. By a simulated clock.</summary>
public class InjectionIntervalTests
{
    [Theory]
    [InlineData(0.0, 127)]
    [InlineData(1.0, 127)]
    [InlineData(2.0, 100)]
    [InlineData(20.0, 10)]
    [InlineData(100.0, 2)]
    [InlineData(5000.0, 2)]
    public void As_many_turns_as_take_200_microseconds(double microseconds, uint turns)
    {
        var interval = new InjectionInterval();
        Assert.Equal(61u, interval.Turns);
        interval.Tune(TimeSpan.FromMicroseconds(microseconds));
        Assert.Equal(turns, interval.Turns);
    }

    [Theory]
    [InlineData(0, 127)]
    [InlineData(10, 20)]
    [InlineData(1000, 2)]
    public void An_injected_task_waits_so_many_turns_at_most(int microsecondsATurn, int most)
    {
        var scene = new Scene();
        scene.Yield(TimeSpan.FromMicroseconds(microsecondsATurn), turns: 2000); // the scheduler gets to know its turns
        Assert.Equal((uint)most, scene.InjectedEvery);
        int waited = scene.TurnsUntilInjectedRuns(TimeSpan.FromMicroseconds(microsecondsATurn));
        Assert.InRange(waited, 0, most);
    }

    [Fact]
    public void Turns_that_become_longer_are_noticed_within_a_few_batches()
    {
        var scene = new Scene();
        scene.Yield(TimeSpan.Zero, turns: 5000);
        scene.Yield(TimeSpan.FromMilliseconds(1), turns: 1000);
        Assert.InRange(scene.TurnsUntilInjectedRuns(TimeSpan.FromMilliseconds(1)), 0, 2);
    }

    [Fact]
    public void Short_batches_count_for_as_many_turns_as_they_have()
    {
        var time = new TurnTime();
        time.Sample(0, 64, TimeSpan.FromMicroseconds(6400));
        Assert.Equal(TimeSpan.FromMicroseconds(100), time.Average);
        time.Sample(64, 65, TimeSpan.FromMicroseconds(200));
        Assert.Equal(TimeSpan.FromMicroseconds(110), time.Average); // a tenth of the way
        Assert.Equal(65, time.NextSample); // turns are long: each batch is timed
        Assert.False(time.Sample(65, 65, TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromMicroseconds(110), time.Average);
    }

    [Fact]
    public void Short_turns_are_timed_seldom()
    {
        var time = new TurnTime();
        time.Sample(512, 576, TimeSpan.FromMicroseconds(6.4));
        Assert.Equal(576 + 512, time.NextSample);
    }

    // Four tasks that yield on the first of two schedulers, which has no thread: the test makes its turns.
    private sealed class Scene
    {
        private readonly VirtualTime _time = new();
        private readonly Scheduler _scheduler;
        private TimeSpan _turn;

        public Scene()
        {
            var federation = new Federation(new FederationOptions
            {
                MainSchedulers = 2, MainOnCallersThread = true, Clock = _time, EventLoops = () => new MonitorEventLoop(), StallAfter = Timeout.InfiniteTimeSpan,
            });
            _scheduler = federation.MainGroup.Schedulers[0];
            for (int i = 0; i < 4; i++) _scheduler.Queue.AddOwn(Task(Turn.Yielded, () => { }));
        }

        public uint InjectedEvery => _scheduler.Queue.InjectedEvery;

        public void Yield(TimeSpan turn, int turns)
        {
            _turn = turn;
            var before = _scheduler.Enter();
            long until = _scheduler.Counters.Turns + turns;
            while (_scheduler.Counters.Turns < until) _scheduler.RunBatch();
            Scheduler.Exit(before);
        }

        public int TurnsUntilInjectedRuns(TimeSpan turn)
        {
            bool ran = false;
            long ranAt = 0;
            uint before = _scheduler.Queue.Beat;
            _scheduler.Group.Work!.Inject(Task(Turn.Yielded, () =>
            {
                if (!ran) ranAt = _scheduler.Queue.Beat - before;
                ran = true;
            }));
            while (!ran) Yield(turn, 1);
            return (int)ranAt;
        }

        private TestTask Task(Turn how, Action body) => new((_, _) =>
        {
            body();
            _time.Pass(_turn);
            return how;
        }) { Stays = false };
    }
}
