namespace Rustrt.Federation.Tests;

/// <summary>From start to end: live count, shutdown order, groups that end (legacy-runtime.md, section 4).</summary>
public class LifecycleTests
{
    [Fact]
    public void Run_returns_the_exit_status_when_the_last_task_is_gone()
    {
        var federation = FederationRun.Of(new() { MainSchedulers = 1 }, (main, _) =>
        {
            main.Group.Federation.Kernel.ExitStatus = 7;
            return Turn.Finished;
        });
        Assert.Equal(7, federation.Kernel.ExitStatus);
        Assert.True(federation.IsShuttingDown);
        Assert.True(federation.MainGroup.HasEnded);
        Assert.True(federation.PlatformGroup.HasEnded);
    }

    [Fact]
    public void The_last_exit_status_wins_until_it_is_101()
    {
        var kernel = new Federation(new() { MainSchedulers = 1 }).Kernel;
        kernel.ExitStatus = 3;
        kernel.ExitStatus = 5;
        Assert.Equal(5, kernel.ExitStatus);
        kernel.ExitStatus = 101;
        kernel.ExitStatus = 0;
        Assert.Equal(101, kernel.ExitStatus);
    }

    [Fact]
    public void Killing_sets_the_flag_and_the_status_once()
    {
        var kernel = new Federation(new() { MainSchedulers = 1 }).Kernel;
        Assert.False(kernel.Killed);
        Assert.True(kernel.Kill());
        Assert.False(kernel.Kill());
        Assert.True(kernel.Killed);
        Assert.Equal(101, kernel.ExitStatus);
    }

    [Fact]
    public void Task_ids_count_from_one()
    {
        var kernel = new Federation(new() { MainSchedulers = 1 }).Kernel;
        Assert.Equal([1, 2, 3], [kernel.NextTaskId(), kernel.NextTaskId(), kernel.NextTaskId()]);
    }

    [Fact]
    public void The_platform_group_runs_on_the_thread_that_called_run()
    {
        int callersThread = 0, platformThread = -1;
        var federation = new Federation(new() { MainSchedulers = 1 });
        new TestTask((_, _) =>
        {
            platformThread = Environment.CurrentManagedThreadId;
            return Turn.Finished;
        }).Start(federation.PlatformGroup);
        var caller = new Thread(() =>
        {
            callersThread = Environment.CurrentManagedThreadId;
            federation.Run();
        });
        caller.Start();
        caller.Join();
        Assert.Equal(callersThread, platformThread);
    }

    [Fact]
    public void The_at_exit_task_is_created_before_the_groups_may_exit_and_keeps_the_main_group()
    {
        var order = new List<string>();
        Federation? federation = null;
        var atExit = new TestTask((task, _) =>
        {
            order.Add($"turn {task.Turns} of the at-exit task, shutting down {federation!.IsShuttingDown}");
            return task.Turns < 3 ? Turn.Yielded : Turn.Finished;
        });
        federation = new Federation(new()
        {
            MainSchedulers = 1,
            StartAtExitTask = f =>
            {
                order.Add($"created, main ended {f.MainGroup.HasEnded}, platform ended {f.PlatformGroup.HasEnded}");
                atExit.Start(f.MainGroup);
            },
        });
        new TestTask((_, _) => Turn.Finished).Start(federation.MainGroup);
        FederationRun.ToEnd(federation);
        Assert.Equal(
            [
                "created, main ended False, platform ended False",
                "turn 1 of the at-exit task, shutting down True",
                "turn 2 of the at-exit task, shutting down True",
                "turn 3 of the at-exit task, shutting down True",
            ], order);
    }

    [Fact]
    public void A_weak_task_lets_the_shutdown_begin_and_keeps_its_group_until_it_ends()
    {
        bool beganInTime = false, mainThere = false;
        FederationRun.Of(new() { MainSchedulers = 1 }, (main, _) =>
        {
            var federation = main.Group.Federation;
            if (main.Turns == 1)
            {
                federation.DecrementLiveCount();
                beganInTime = federation.IsShuttingDown; // at once, by the decrement
                return Turn.Yielded;
            }
            mainThere = !main.Group.HasEnded;
            federation.IncrementLiveCount();
            return Turn.Finished;
        });
        Assert.True(beganInTime);
        Assert.True(mainThere);
    }

    [Fact]
    public void A_weak_task_does_not_begin_the_shutdown_while_others_live()
    {
        var seen = new List<bool>();
        FederationRun.Of(new() { MainSchedulers = 1 }, (main, _) =>
        {
            var federation = main.Group.Federation;
            federation.DecrementLiveCount(); // main is weak from now on
            seen.Add(federation.IsShuttingDown);
            return Turn.Finished;
        });
        Assert.Equal([true], seen);

        seen.Clear();
        FederationRun.Of(new() { MainSchedulers = 1 }, (main, _) =>
        {
            var federation = main.Group.Federation;
            if (main.Turns == 1)
            {
                new TestTask((child, _) => child.Turns < 3 ? Turn.Yielded : Turn.Finished).Start(main.Group);
                federation.DecrementLiveCount();
            }
            seen.Add(federation.IsShuttingDown);
            return federation.IsShuttingDown ? Turn.Finished : Turn.Yielded;
        });
        Assert.Equal([false, false, false, true], seen);
    }

    [Fact]
    public void A_task_whose_reference_is_kept_is_live_until_it_is_given_back()
    {
        var federation = new Federation(new() { MainSchedulers = 1 });
        using var ended = new ManualResetEvent(false);
        var kept = new TestTask((_, _) => Turn.Finished) { ReleasedAtEnd = false };
        kept.Start(federation.MainGroup);
        new TestTask((task, _) =>
        {
            if (kept.Ends == 0) return Turn.Yielded;
            ended.Set();
            return Turn.Finished;
        }).Start(federation.MainGroup);
        FederationRun.Await(ended, "the end of both tasks");
        Assert.True(SpinWait.SpinUntil(() => federation.MainGroup.LiveTasks == 1, 60_000));
        Assert.False(federation.IsShuttingDown);
        federation.MainGroup.TaskReleased(); // the last reference, from a thread that has no scheduler
        Assert.True(federation.IsShuttingDown);
        FederationRun.ToEnd(federation);
    }

    [Fact]
    public void An_extra_group_ends_with_its_last_task_and_its_id_is_never_given_again()
    {
        var found = new List<string>();
        FederationRun.Of(new() { MainSchedulers = 1 }, (main, _) =>
        {
            var federation = main.Group.Federation;
            var extra = federation.CreateGroup(2);
            found.Add($"{extra.Id} {federation.FindGroup(extra.Id) == extra}");
            new TestTask((_, _) => Turn.Finished).Start(extra);
            Assert.True(SpinWait.SpinUntil(() => federation.FindGroup(extra.Id) is null, 60_000));
            found.Add($"places {extra.Place(new TestTask((_, _) => Turn.Finished))}, live {extra.LiveTasks}");
            var next = federation.CreateGroup(1);
            found.Add($"{next.Id}");
            new TestTask((_, _) => Turn.Finished).Start(next);
            return Turn.Finished;
        });
        Assert.Equal(["3 True", "places False, live 0", "4"], found);
    }

    [Fact]
    public void Ids_are_found_while_their_group_lives()
    {
        var federation = new Federation(new() { MainSchedulers = 1 });
        Assert.Same(federation.PlatformGroup, federation.FindGroup(1));
        Assert.Same(federation.MainGroup, federation.FindGroup(2));
        Assert.Null(federation.FindGroup(0));
        Assert.Null(federation.FindGroup(-1));
        Assert.Null(federation.FindGroup(99));
        new TestTask((_, _) => Turn.Finished).Start(federation.MainGroup);
        FederationRun.ToEnd(federation);
        Assert.Null(federation.FindGroup(2));
    }

    [Fact]
    public void A_group_without_any_task_keeps_the_federation_until_it_has_had_one()
    {
        var federation = new Federation(new() { MainSchedulers = 1 });
        var empty = federation.CreateGroup(1);
        using var mainEnded = new ManualResetEvent(false);
        new TestTask((_, _) => Turn.Finished).Start(federation.MainGroup);
        var run = new Thread(() => federation.Run());
        run.Start();
        Assert.True(SpinWait.SpinUntil(() => federation.MainGroup.HasEnded, 60_000));
        Assert.False(run.Join(TimeSpan.FromMilliseconds(50)));
        Assert.False(empty.HasEnded);
        new TestTask((_, _) => Turn.Finished).Start(empty);
        Assert.True(run.Join(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void Groups_that_come_and_go_in_parallel_all_end_and_the_shutdown_begins_once()
    {
        int began = 0, ended = 0;
        var federation = new Federation(new() { MainSchedulers = 2, StartAtExitTask = f =>
        {
            Interlocked.Increment(ref began);
            new TestTask((_, _) => Turn.Finished).Start(f.MainGroup);
        } });
        TestTask.StartAll(federation.MainGroup, [.. Enumerable.Range(0, 2).Select(_ => new TestTask((task, _) =>
        {
            var extra = federation.CreateGroup(1 + task.Turns % 2);
            TestTask.StartAll(extra, [.. Enumerable.Range(0, 3).Select(_ => new TestTask((_, _) =>
            {
                federation.DecrementLiveCount(); // weak for a moment, as a long-lived service would be
                federation.IncrementLiveCount();
                Interlocked.Increment(ref ended);
                return Turn.Finished;
            }))]);
            return task.Turns < 20 ? Turn.Yielded : Turn.Finished;
        }))]);
        FederationRun.ToEnd(federation);
        Assert.Equal(1, began);
        Assert.Equal(2 * 20 * 3, ended);
    }

    [Fact]
    public void Threads_are_started_and_ended_with_the_hooks_and_are_joined()
    {
        int started = 0, ending = 0;
        FederationRun.Of(new()
        {
            MainSchedulers = 2,
            ThreadStarted = scheduler =>
            {
                scheduler.HostState = Environment.CurrentManagedThreadId;
                Interlocked.Increment(ref started);
            },
            ThreadEnding = scheduler =>
            {
                if ((int)scheduler.HostState! == Environment.CurrentManagedThreadId) Interlocked.Increment(ref ending);
            },
        }, (main, _) =>
        {
            new TestTask((_, _) => Turn.Finished).Start(main.Group);
            return Turn.Finished;
        });
        Assert.Equal(3, started); // the platform's and two of the main group
        Assert.Equal(3, ending);
    }

    [Fact]
    public void A_federation_runs_once_and_not_inside_a_task()
    {
        Exception? inside = null;
        var federation = FederationRun.Of(new() { MainSchedulers = 1 }, (main, _) =>
        {
            inside = Record.Exception(() => main.Group.Federation.Run());
            return Turn.Finished;
        });
        Assert.IsType<OutsideException>(inside);
        Assert.Throws<InvalidOperationException>(() => federation.Run());
    }

    [Fact]
    public void A_main_call_that_cannot_run_is_told_before_there_is_a_federation()
    {
        int made = 0;
        var options = new FederationOptions
        {
            MainSchedulers = 1,
            EventLoops = () =>
            {
                Interlocked.Increment(ref made);
                return new FutexEventLoop();
            },
        };
        static async GreenTask Nothing() => await GreenTask.Yield();
        var used = Nothing();
        Assert.Equal(0, Federation.Run(used, new FederationOptions { MainSchedulers = 1 }));
        Assert.Throws<InvalidOperationException>(() => Federation.Run(used, options));
        Assert.Throws<InvalidOperationException>(() => Federation.Run(default, options));
        OutsideException? inside = null;
        GreenRun.ToEnd(1, async () =>
        {
            var call = Nothing();
            inside = Assert.Throws<OutsideException>(() => Federation.Run(call, options));
            await call; // it has not been used up
        });
        Assert.Contains("Federation.Run", inside!.Message, StringComparison.Ordinal);
        Assert.Equal(0, made);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_group_of_no_schedulers_is_refused(int maximum)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Federation(new() { MainSchedulers = maximum }));
        var federation = new Federation(new() { MainSchedulers = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => federation.CreateGroup(maximum));
    }
}
