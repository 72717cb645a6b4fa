using Rustrt.Federation.Pipes;

namespace Rustrt.Federation.Tests.Tasks;

/// <summary>Where tasks are spawned to, and the sections that defer cancellation.</summary>
public class SpawnOptionsTests
{
    [Fact]
    public void A_pinned_task_runs_on_its_scheduler_alone() => GreenRun.ToEnd(2, static async () =>
    {
        for (int i = 0; i < 4; i++) await GreenTask.Spawn(Turns(5)); // a group makes its schedulers one by one
        var group = Scheduler.Current!.Group;
        Assert.Equal(2, group.CreatedSchedulers);
        var handles = new List<JoinHandle<bool>>();
        for (int i = 0; i < 200; i++)
        {
            var home = group.Schedulers[i % 2];
            handles.Add(GreenTask.Spawn(StaysOn(home), new SpawnOptions { Scheduler = home }));
        }
        foreach (var handle in handles) Assert.True(await handle);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_task_of_another_group_runs_there_and_is_joined_from_here(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var other = Scheduler.Current!.Group.Federation.CreateGroup(1);
        bool both = false;
        async GreenTask<int> Where()
        {
            while (!Volatile.Read(ref both)) await GreenTask.Yield(); // the group ends with its last task
            return Scheduler.Current!.Group.Id;
        }
        var first = other.Spawn(Where());
        var second = GreenTask.Spawn(Where(), new SpawnOptions { Group = other });
        Volatile.Write(ref both, true);
        Assert.Equal((other.Id, other.Id), (await first, await second));
        while (!other.HasEnded) await GreenTask.Yield();
        var e = Assert.Throws<InvalidOperationException>(() => other.Spawn(Where()));
        Assert.Contains("has ended: nothing can be spawned into it", e.Message, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_joiner_that_comes_when_the_other_group_is_gone_is_not_left_waiting(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var other = Scheduler.Current!.Group.Federation.CreateGroup(1);
        static async GreenTask Body() => await GreenTask.Yield();
        var task = Body().TakeCold();
        int generation = task.Generation;
        Spawning.Start(task, other, Scheduler.Current);
        while (!other.Schedulers[0].HasLeft) await GreenTask.Yield();
        await new Registers(task, generation); // as a joiner does that found the task alive a moment before
        Assert.True(task.IsComplete);
    });

    private readonly struct Registers(Frame task, int generation) : System.Runtime.CompilerServices.ICriticalNotifyCompletion, IFrameAwaiter
    {
        public bool IsCompleted => false;

        public Registers GetAwaiter() => this;

        public void GetResult()
        {
        }

        public void OnCompleted(Action continuation) => throw new NotSupportedException();

        public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException();

        void IFrameAwaiter.Suspend(Frame frame) => task.AddJoiner(frame.Root, frame.Root.BeginWait(), generation, Scheduler.Current);
    }

    [Fact]
    public void A_scheduler_of_another_group_is_refused() => GreenRun.ToEnd(1, static async () =>
    {
        var federation = Scheduler.Current!.Group.Federation;
        var wrong = new SpawnOptions { Group = federation.MainGroup, Scheduler = federation.PlatformGroup.Schedulers[0] };
        Assert.Contains("a scheduler of its own group", Assert.Throws<ArgumentException>(() => GreenTask.Spawn(Turns(1), wrong)).Message, StringComparison.Ordinal);
        await GreenTask.Yield();
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Threads_spawn_into_a_group_and_every_task_runs_once(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var group = Scheduler.Current!.Group;
        int ran = 0, done = 0;
        async GreenTask Count()
        {
            await GreenTask.Yield();
            Interlocked.Increment(ref ran);
        }
        var threads = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 1000; i++) group.Spawn(Count(), i % 2 == 0 ? null : new SpawnOptions { Name = "by a thread" }).Detach();
            Interlocked.Increment(ref done);
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        while (Volatile.Read(ref done) < 2 || Volatile.Read(ref ran) < 2000) await GreenTask.Yield();
        Assert.Equal(2000, ran);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void An_unkillable_section_defers_cancellation_to_its_end(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var (send, receive) = Pipe.Stream<int>();
        var seen = new List<string>();
        int inside = 0;
        async GreenTask Body()
        {
            using (GreenTask.Unkillable())
            {
                using (GreenTask.Unkillable())
                {
                    Volatile.Write(ref inside, 1);
                    seen.Add($"{(await receive.Receive()).Value}");
                }
                seen.Add($"{(await receive.Receive()).Value}, cancelled {GreenTask.IsCancelled}");
            }
            seen.Add($"cancelled {GreenTask.IsCancelled}, {await GreenTask.Sleep(Timeout.InfiniteTimeSpan)}");
        }
        var task = GreenTask.Spawn(Body(), receive);
        while (Volatile.Read(ref inside) == 0) await GreenTask.Yield();
        task.Cancel();
        for (int i = 0; i < 5; i++) await GreenTask.Yield();
        await send.Send(1);
        await send.Send(2);
        await task;
        Assert.Equal(["1", "2, cancelled False", "cancelled True, Cancelled"], seen);
    });

    [Fact]
    public void An_atomic_section_that_gives_way_is_told() => GreenRun.ToEnd(1, static async () =>
    {
        static async GreenTask<int> Calls()
        {
            using (GreenTask.Atomic())
            using (GreenTask.Atomic()) return await Direct(3);
        }
        static async GreenTask<int> Direct(int n) => n == 0 ? 1 : await Direct(n - 1);
        Assert.Equal(1, await Calls()); // calls are no waits

        var (send, receive) = Pipe.Stream<int>();
        static async GreenTask Sends(Sender<int> send)
        {
            using (GreenTask.Atomic())
            {
                for (int i = 0; i < 1000; i++) await send.Send(i); // the budget of a turn does not end the turn here
            }
        }
        await GreenTask.Spawn(Sends(send), send);
        receive.Dispose();

        static async GreenTask Yields()
        {
            using (GreenTask.Atomic()) await GreenTask.Yield();
        }
        var e = await GreenRun.Catch<InvalidOperationException>(Yields());
        Assert.Contains("gave way inside an atomic section", e.Message, StringComparison.Ordinal);
        await GreenTask.Yield();
    });

    private static async GreenTask Turns(int count)
    {
        while (count-- > 0) await GreenTask.Yield();
    }

    private static async GreenTask<bool> StaysOn(Scheduler home)
    {
        bool there = true;
        for (int i = 0; i < 20; i++)
        {
            there &= Scheduler.Current == home;
            await GreenTask.Yield();
        }
        return there;
    }
}
