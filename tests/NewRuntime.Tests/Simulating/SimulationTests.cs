using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests;

/// <summary>What a simulation promises.</summary>
public class SimulationTests
{
    [Fact]
    public void A_seed_repeats_a_run_exactly_and_other_seeds_run_differently()
    {
        var runs = Enumerable.Range(0, 30).Select(seed => Simulation.Run(seed, MixedWorkload.Program)).ToList();
        var again = Enumerable.Range(0, 30).Select(seed => Simulation.Run(seed, MixedWorkload.Program)).ToList();
        Assert.Equal(runs, again);
        Assert.Equal(30, runs.Select(r => r.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void Time_passes_only_when_nobody_has_anything_to_do_and_then_at_once()
    {
        var before = TimeSpan.FromSeconds(-1);
        async GreenTask Main()
        {
            var simulation = Simulation.Current!;
            for (int i = 0; i < 100; i++) await GreenTask.Yield();
            before = simulation.Now;
            await GreenTask.Sleep(TimeSpan.FromDays(400));
            Assert.Equal(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero) + simulation.Now, simulation.Time.GetUtcNow());
        }
        var result = Simulation.Run(1, Main, new SimulationOptions { Faults = SimulationFaults.None });
        Assert.Equal(TimeSpan.Zero, before);
        Assert.InRange(result.Elapsed, TimeSpan.FromDays(400), TimeSpan.FromDays(400) + TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void Seeds_order_what_happens_on_different_schedulers_differently()
    {
        var orders = new HashSet<string>();
        for (int seed = 0; seed < 200; seed++)
        {
            var order = new List<int>();
            async GreenTask Main()
            {
                var all = new JoinHandle[3];
                for (int i = 0; i < all.Length; i++) all[i] = GreenTask.Spawn(Child(i));
                foreach (var child in all) await child;
            }
            async GreenTask Child(int i)
            {
                await GreenTask.Yield();
                order.Add(i);
            }
            Simulation.Run(seed, Main, new SimulationOptions { MainSchedulers = 3 });
            orders.Add(string.Concat(order));
        }
        Assert.Equal(6, orders.Count);
    }

    [Fact]
    public void Whom_a_scheduler_steals_from_follows_from_the_seed()
    {
        static uint[] Victims(int seed)
        {
            uint[] victims = [];
            async GreenTask Main()
            {
                var scheduler = Scheduler.Current!;
                victims = [.. Enumerable.Range(0, 4).Select(_ => scheduler.DrawVictim() % 3)];
                await GreenTask.Yield();
            }
            Simulation.Run(seed, Main, new SimulationOptions { MainSchedulers = 1 });
            return victims;
        }
        var drawn = Enumerable.Range(0, 200).Select(seed => string.Join(' ', Victims(seed))).ToList();
        Assert.Equal(drawn, Enumerable.Range(0, 200).Select(seed => string.Join(' ', Victims(seed))));
        Assert.InRange(drawn.Distinct().Count(), 60, 81); // nearly all that there can be
    }

    [Fact]
    public void A_deadlock_is_reported_with_the_seed_and_who_waits()
    {
        static async GreenTask Main()
        {
            var (sender, receiver) = Pipe.Stream<int>();
            var child = GreenTask.Spawn(Waiting(receiver), receiver);
            await child;
            sender.Dispose();
        }
        static async GreenTask Waiting(Receiver<int> receiver) => await receiver.Receive();
        var deadlock = Assert.Throws<SimulationDeadlockException>(() => Simulation.Run(7, Main));
        Assert.Equal(7, deadlock.Seed);
        Assert.Contains("Simulation.Run(7, ", deadlock.Message, StringComparison.Ordinal);
        Assert.Contains("Main, last turn at 0 ms, waits for the end of task Waiting", deadlock.Message, StringComparison.Ordinal);
        Assert.Contains("\n  Waiting, last turn at 0 ms, waits for a value from a pipe of Int32", deadlock.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_never_gets_a_task_is_named_as_the_reason_of_a_deadlock()
    {
        static async GreenTask Main()
        {
            Scheduler.Current!.Group.Federation.CreateGroup(1);
            await GreenTask.Yield();
        }
        var deadlock = Assert.Throws<SimulationDeadlockException>(() => Simulation.Run(7, Main));
        Assert.Contains("never got a task", deadlock.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_first_task_and_a_run_without_end_are_reported_with_the_seed()
    {
        static async GreenTask Fails()
        {
            await GreenTask.Yield();
            throw new InvalidDataException("no good");
        }
        static async GreenTask Endless()
        {
            while (true) await GreenTask.Yield();
        }
        var failed = Assert.Throws<SimulationException>(() => Simulation.Run(3, Fails));
        Assert.IsType<InvalidDataException>(failed.InnerException);
        Assert.Contains("Simulation.Run(3, ", failed.Message, StringComparison.Ordinal);
        var endless = Assert.Throws<SimulationException>(() => Simulation.Run(3, Endless, new SimulationOptions { MaximumSteps = 10_000 }));
        Assert.Contains("10000 steps", endless.Message, StringComparison.Ordinal);
        Assert.Null(Simulation.Current);
        Assert.Null(Scheduler.Current);
    }

    [Fact]
    public void A_stalled_scheduler_makes_no_step_until_its_time_is_over()
    {
        static async GreenTask Main()
        {
            var simulation = Simulation.Current!;
            var group = Scheduler.Current!.Group.Federation.CreateGroup(1);
            simulation.Stall(group.Schedulers[0], TimeSpan.FromMilliseconds(50));
            await GreenRun.SpawnInto(group, Child());
            Assert.True(simulation.Now >= TimeSpan.FromMilliseconds(50));
        }
        static async GreenTask Child()
        {
            Assert.True(Simulation.Current!.Now >= TimeSpan.FromMilliseconds(50));
            await GreenTask.Yield();
        }
        for (int seed = 0; seed < 20; seed++) Simulation.Run(seed, Main);
    }

    [Fact]
    public void A_failed_descriptor_ends_the_wait_and_refuses_the_next()
    {
        int refused = 0;
        async GreenTask Main()
        {
            var descriptor = Simulation.Current!.OpenDescriptor();
            var waiting = GreenTask.Spawn(Wait(descriptor.Number));
            await GreenTask.Sleep(TimeSpan.FromMilliseconds(1));
            descriptor.Fail();
            await waiting;
            try
            {
                await Descriptor.Writable(descriptor.Number);
            }
            catch (InvalidOperationException)
            {
                refused++;
            }
        }
        static async GreenTask Wait(int descriptor) => Assert.Equal(WaitStatus.Completed, await Descriptor.Readable(descriptor));
        for (int seed = 0; seed < 20; seed++) Simulation.Run(seed, Main);
        Assert.Equal(20, refused);
    }

    [Fact]
    public void Misuse_is_told()
    {
        InvalidOperationException? nested = null;
        EventLoopUnavailableException? real = null;
        NotSupportedException? timer = null;
        async GreenTask Main()
        {
            nested = Assert.Throws<OutsideException>(() => Simulation.Run(1, Nothing));
            timer = Assert.Throws<NotSupportedException>(() =>
                Simulation.Current!.Time.CreateTimer(_ => { }, null, TimeSpan.Zero, TimeSpan.Zero));
            try
            {
                await Descriptor.Readable(0);
            }
            catch (EventLoopUnavailableException e)
            {
                real = e;
            }
        }
        static async GreenTask Nothing() => await GreenTask.Yield();
        Simulation.Run(1, Main);
        Assert.NotNull(nested);
        Assert.NotNull(timer);
        Assert.Contains("OpenDescriptor", real!.Message, StringComparison.Ordinal);
    }
}
