namespace Rustrt.Federation.Tests.Tasks;

/// <summary>Handles of tasks that have ended, whose frames may live again.</summary>
public class JoinHandleTests
{
    private static async GreenTask Short() => await GreenTask.Yield();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_takes_no_result_may_come_late(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        var joined = GreenTask.Spawn(Short());
        await joined;
        var detached = GreenTask.Spawn(Short());
        detached.Detach();
        while (!detached.IsCompleted) await GreenTask.Yield();
        foreach (var over in new[] { joined, detached })
        {
            Assert.True(over.IsCompleted);
            over.Cancel();
            over.Detach();
            Assert.Contains("used up", Assert.Throws<InvalidOperationException>(() => over.GetAwaiter()).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => over.Try());
            Assert.Throws<InvalidOperationException>(() => over.Wait(TimeSpan.Zero));
            Assert.Throws<InvalidOperationException>(() => { _ = over.AsTask(); });
        }
    });

    [Fact]
    public void A_late_cancellation_does_not_touch_the_frame_s_next_task() => GreenRun.ToEnd(1, static async () =>
    {
        Frame? frame = null;
        int lives = 0;
        async GreenTask<bool> Life()
        {
            frame = Scheduler.Current!.CurrentTask!;
            lives++;
            await GreenTask.Yield();
            await GreenTask.Yield();
            return GreenTask.IsCancelled;
        }
        var first = GreenTask.Spawn(Life());
        await first;
        var before = frame;
        var second = GreenTask.Spawn(Life());
        while (lives < 2) await GreenTask.Yield();
        Assert.Same(before, frame);
        first.Cancel();
        first.Detach();
        Assert.Equal((true, false), (first.IsCompleted, second.IsCompleted));
        Assert.False(await second);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_task_that_was_given_up_can_be_cancelled_whether_it_has_ended_or_not(int schedulers) => GreenRun.ToEnd(schedulers, static async () =>
    {
        for (int i = 0; i < 2000; i++)
        {
            var task = GreenTask.Spawn(Short());
            task.Detach();
            if (i % 3 == 0) await GreenTask.Yield();
            await Task.Run(task.Cancel);
            task.Detach();
            while (!task.IsCompleted) await GreenTask.Yield();
        }
    });

    [Fact]
    public void The_handle_of_nothing_is_told()
    {
        Assert.Contains("default(JoinHandle)", Assert.Throws<InvalidOperationException>(() => default(JoinHandle).Cancel()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => default(JoinHandle<int>).Detach());
        Assert.Throws<InvalidOperationException>(() => default(JoinHandle).IsCompleted);
        Assert.Throws<InvalidOperationException>(() => default(JoinHandle).GetAwaiter());
    }
}
