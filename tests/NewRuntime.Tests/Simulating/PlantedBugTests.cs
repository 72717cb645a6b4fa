using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation.Tests;

/// <summary>
/// The simulation finds bugs: each of these breaks one step of a protocol, as people do, and has to be found. A simulation that
/// finds nothing proves nothing.
/// </summary>
public class PlantedBugTests
{
    private const int Seeds = 500;

    [Fact]
    public void A_wake_that_is_forgotten() => AssertFound((s, scheduler) => new ForgetsWakes(s, scheduler));

    [Fact]
    public void No_last_look_between_the_park_word_and_the_sleep() => AssertFound((s, scheduler) => new SleepsWithoutLooking(s, scheduler));

    [Fact]
    public void A_sleep_without_a_park_word() => AssertFound((s, scheduler) => new DoesNotAnnounce(s, scheduler));

    [Fact]
    public void A_sleep_longer_than_the_next_timer() => AssertFound((s, scheduler) => new ForgetsTimers(s, scheduler));

    [Fact]
    public void A_wake_between_the_end_of_a_turn_and_its_commit_that_is_ignored() =>
        AssertFound((s, scheduler) => new IgnoresEarlyWakes(s, scheduler));

    [Fact]
    public void A_sleep_with_what_is_spare_of_the_task_count() => AssertFound((s, scheduler) => new KeepsUnits(s, scheduler));

    [Fact]
    public void A_task_that_is_scheduled_twice() => AssertFound((s, scheduler) => new SchedulesTwice(s, scheduler));

    [Fact]
    public void Nothing_is_found_where_nothing_is_planted()
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            Simulation.Run(seed, () => CancelAWait(hears: true));
            Simulation.Run(seed, () => SetAFlag(wakesFirst: false));
            Simulation.Run(seed, TalkThroughDescriptors, new SimulationOptions { MainSchedulers = 4 });
        }
    }

    [Fact]
    public void A_wait_that_does_not_look_whether_its_task_has_been_cancelled() =>
        AssertFound(new SimulationOptions(), () => CancelAWait(hears: false));

    [Fact]
    public void A_wake_before_what_it_is_about_has_been_published() =>
        AssertFound(new SimulationOptions(), () => SetAFlag(wakesFirst: true));

    private static void AssertFound(Func<Simulation, Scheduler, SimulatedScheduler> driver) =>
        AssertFound(new SimulationOptions { MainSchedulers = 3, MaximumSteps = 200_000, Driver = driver }, MixedWorkload.Program);

    private static void AssertFound(SimulationOptions options, Func<GreenTask> main)
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            var found = Record.Exception(() => Simulation.Run(seed, main, options));
            if (found is null) continue;
            Assert.IsType<SimulationException>(found, exactMatch: false);
            var again = Record.Exception(() => Simulation.Run(seed, main, options));
            Assert.Equal(found.Message, again?.Message); // the seed is all it takes
            return;
        }
        Assert.Fail($"The bug was not found by {Seeds} seeds.");
    }

    private sealed class ForgetsWakes(Simulation simulation, Scheduler scheduler) : SimulatedScheduler(simulation, scheduler)
    {
        private readonly Simulation _simulation = simulation;

        protected override void Woken(SimulatedEventLoop loop)
        {
            if (_simulation.Happens(0.1)) loop.ForgetWake();
        }
    }

    private sealed class SleepsWithoutLooking(Simulation simulation, Scheduler scheduler) : SimulatedScheduler(simulation, scheduler)
    {
        protected override TimeSpan MaySleep() => Scheduler.TimeToNextTimer();
    }

    private sealed class DoesNotAnnounce(Simulation simulation, Scheduler scheduler) : SimulatedScheduler(simulation, scheduler)
    {
        protected override void Announce()
        {
        }
    }

    private sealed class ForgetsTimers(Simulation simulation, Scheduler scheduler) : SimulatedScheduler(simulation, scheduler)
    {
        protected override TimeSpan MaySleep() => base.MaySleep() == TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
    }

    private sealed class IgnoresEarlyWakes(Simulation simulation, Scheduler scheduler) : SimulatedScheduler(simulation, scheduler)
    {
        protected override void Settle(TaskCell task, Turn how)
        {
            if (how != Turn.Parked)
            {
                base.Settle(task, how);
                return;
            }
            Scheduler.Queue.Left(task, how);
            task.MarkUnscheduled();
            task.CommitPark();
        }
    }

    private sealed class KeepsUnits(Simulation simulation, Scheduler scheduler) : SimulatedScheduler(simulation, scheduler)
    {
        protected override bool Search()
        {
            int spare = Scheduler.Units.Spare;
            Scheduler.Units.Spare = 0;
            bool found = base.Search();
            Scheduler.Units.Spare += spare;
            return found;
        }
    }

    private sealed class SchedulesTwice(Simulation simulation, Scheduler scheduler) : SimulatedScheduler(simulation, scheduler)
    {
        private readonly Simulation _simulation = simulation;

        protected override void Settle(TaskCell task, Turn how)
        {
            base.Settle(task, how);
            if (how == Turn.Yielded && _simulation.Happens(0.1)) Scheduler.Queue.AddOwn(task);
        }
    }

    // Tasks that wait for descriptors while others keep the schedulers recruiting each other.
    private static async GreenTask TalkThroughDescriptors()
    {
        var all = new JoinHandle[6];
        for (int i = 0; i < all.Length; i++)
        {
            var descriptor = Simulation.Current!.OpenDescriptor();
            all[i] = GreenTask.Spawn(i % 2 == 0 ? WaitFor(descriptor) : Spawner());
        }
        foreach (var task in all) await task;

        static async GreenTask WaitFor(SimulatedDescriptor descriptor)
        {
            for (int i = 0; i < 5; i++)
            {
                descriptor.Ready = Readiness.None;
                var other = GreenTask.Spawn(MakeReady(descriptor));
                await Descriptor.Readable(descriptor.Number);
                await other;
            }
        }

        static async GreenTask MakeReady(SimulatedDescriptor descriptor)
        {
            await GreenTask.Yield();
            descriptor.Ready = Readiness.Readable;
        }

        static async GreenTask Spawner()
        {
            for (int i = 0; i < 5; i++) await GreenTask.Spawn(Yielder());
        }

        static async GreenTask Yielder() => await GreenTask.Yield();
    }

    // A task is cancelled before it waits, or after.
    private static async GreenTask CancelAWait(bool hears)
    {
        var waiting = GreenTask.Spawn(Wait(hears));
        await GreenTask.Yield();
        waiting.Cancel();
        await waiting;

        static async GreenTask Wait(bool hears)
        {
            await GreenTask.Yield();
            await new CancellationWait(hears);
        }
    }

    /// <summary>Waits for a cancellation of its task; or, with the bug, for one that comes after it has begun to wait.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal readonly struct CancellationWait(bool hears) : ICriticalNotifyCompletion, IFrameAwaiter
    {
        public bool IsCompleted => false;

        public CancellationWait GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => throw new NotSupportedException();

        public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException();

        void IFrameAwaiter.Suspend(Frame frame)
        {
            var root = frame.Root;
            uint number = root.BeginWait();
            if (hears) root.EndWaitIfCancelled(number, Scheduler.Current);
        }
    }

    // Two tasks and a flag that neither of them looks at under a gate.
    private static async GreenTask SetAFlag(bool wakesFirst)
    {
        var flag = new Flag();
        var waiting = GreenTask.Spawn(Wait(flag));
        await GreenTask.Yield();
        if (wakesFirst) flag.WakeWaiter();
        await GreenTask.Yield();
        flag.IsSet = true;
        if (!wakesFirst) flag.WakeWaiter();
        await waiting;

        static async GreenTask Wait(Flag flag)
        {
            while (!flag.IsSet) await flag.Wait();
        }
    }

    internal sealed class Flag
    {
        private Frame? _waiter;
        private uint _number;

        public bool IsSet { get; set; }

        public FlagWait Wait() => new(this);

        public void Begin(Frame root)
        {
            _number = root.BeginWait();
            _waiter = root;
        }

        public void WakeWaiter() => _waiter?.Wake(_number, WaitStatus.Completed, 0, Scheduler.Current);
    }

    /// <summary>Waits for the wake of a flag.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal readonly struct FlagWait(Flag flag) : ICriticalNotifyCompletion, IFrameAwaiter
    {
        public bool IsCompleted => false;

        public FlagWait GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => throw new NotSupportedException();

        public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException();

        void IFrameAwaiter.Suspend(Frame frame) => flag.Begin(frame.Root);
    }
}
