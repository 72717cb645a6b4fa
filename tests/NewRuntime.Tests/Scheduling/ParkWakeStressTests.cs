using Xunit.Abstractions;

namespace Rustrt.Federation.Tests;

/// <summary>No wake is lost and none is invented: conservation under many parkers and signalers.</summary>
public class ParkWakeStressTests(ITestOutputHelper output)
{
    public static TheoryData<string, string, int> Settings { get; } = new()
    {
        { "stealing", "uv", 2 },
        { "stealing", "monitor", 2 },
        { "stealing", "monitor", 8 },
        { "round-robin", "uv", 2 },
        { "legacy-order", "monitor", 2 },
        { "stealing", "uv", 1 },
        { "stealing", "futex", 2 },
        { "round-robin", "futex", 2 },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Tokens_passed_at_random_between_tasks_are_neither_lost_nor_duplicated(string policy, string loop, int schedulers)
    {
        const int tasks = 40, tokens = 12, hops = 30_000;
        int seed = Environment.TickCount;
        string context = $"seed {seed}, {policy}, {loop}, {schedulers} schedulers";
        output.WriteLine(context);

        // A task holds tokens in a counter; each turn takes one, and hands it to a random task that it then wakes. A token
        // that is given away while its receiver is about to park is what a lost wake would strand.
        var held = new int[tasks];
        var all = new TestTask[tasks];
        int left = hops;
        bool over = false;
        for (int i = 0; i < tasks; i++)
        {
            int me = i;
            var random = new Random(seed + i);
            all[i] = new TestTask((_, _) =>
            {
                if (Volatile.Read(ref over)) return Turn.Finished;
                if (Volatile.Read(ref held[me]) == 0) return Turn.Parked;
                Interlocked.Decrement(ref held[me]);
                int next = random.Next(tasks);
                Interlocked.Increment(ref held[next]);
                if (Interlocked.Decrement(ref left) == 0)
                {
                    Volatile.Write(ref over, true);
                    foreach (var task in all) task.Wake();
                }
                all[next].Wake();
                // Several wakes leave one permit, so a task looks at what it holds before it parks.
                return random.Next(8) == 0 || Volatile.Read(ref held[me]) > 0 ? Turn.Yielded : Turn.Parked;
            }) { Stays = i % 2 == 0 };
        }

        for (int i = 0; i < tokens; i++) held[i % tasks]++;
        var federation = new Federation(new()
        {
            MainSchedulers = schedulers,
            Policy = Policies.Named(policy, seed),
            EventLoops = Loops(loop),
        });
        foreach (var task in all) Assert.True(federation.MainGroup.Place(task));
        foreach (var task in all) federation.MainGroup.Schedule(task);
        FederationRun.ToEnd(federation, context);
        Assert.Equal(tokens, held.Sum());
        Assert.All(all, task => Assert.Equal(1, task.Ends));
    }

    [Theory]
    [InlineData("uv")]
    [InlineData("futex")]
    [InlineData("monitor")]
    public void A_wake_that_meets_the_scheduler_on_its_way_to_sleep_is_not_lost(string loop)
    {
        // The foreign thread asks again at a random moment of the few microseconds in which the scheduler goes from its last
        // turn to sleep, so that some of the wakes fall between any two steps of the park.
        const int rounds = 20_000;
        int seed = Environment.TickCount;
        string context = $"seed {seed}, {loop}";
        output.WriteLine(context);
        var federation = new Federation(new()
        {
            MainSchedulers = 1,
            EventLoops = Loops(loop),
        });
        int asked = 0, answers = 0;
        var task = new TestTask((_, _) =>
        {
            if (Volatile.Read(ref asked) > answers) Volatile.Write(ref answers, answers + 1);
            return answers == rounds ? Turn.Finished : Turn.Parked;
        });
        task.Start(federation.MainGroup);
        var foreign = new Thread(() =>
        {
            var random = new Random(seed);
            var patience = DateTime.UtcNow.AddSeconds(50);
            for (int i = 1; i <= rounds && DateTime.UtcNow < patience; i++)
            {
                Volatile.Write(ref asked, i);
                task.Wake();
                var wait = default(SpinWait);
                while (Volatile.Read(ref answers) < i && DateTime.UtcNow < patience) wait.SpinOnce(sleep1Threshold: -1);
                Thread.SpinWait(random.Next(100));
            }
        });
        foreign.Start();
        FederationRun.ToEnd(federation, context);
        foreign.Join();
        Assert.Equal(rounds, answers);
    }

    private static Func<IEventLoop> Loops(string name) => name switch
    {
        "uv" => static () => new UvEventLoop(),
        "futex" => static () => new FutexEventLoop(),
        _ => static () => new MonitorEventLoop(),
    };
}
