using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Rustrt.Federation.Tests.Observing;

public sealed class EventTests
{
    [Fact]
    public void Schedulers_tell_of_their_begin_sleep_and_end()
    {
        using var listener = new Listener();
        int id = 0;
        GreenRun.ToEnd(1, async () =>
        {
            var scheduler = Scheduler.Current!;
            id = scheduler.Group.Federation.Tasks.Id;
            await GreenTask.RunBlocking(() => SpinWait.SpinUntil(() => scheduler.IsParked, TimeSpan.FromSeconds(60)));
        });
        string[] ofMain = [.. listener.Events.Where(e => e.Payload!.Count == 3 && id.Equals(e.Payload[0]) && 2.Equals(e.Payload[1])).Select(e => e.EventName!)];
        Assert.Equal("SchedulerBegins", ofMain[0]);
        Assert.Contains("Parks", ofMain);
        Assert.Contains("Awakes", ofMain);
        Assert.Equal("SchedulerEnds", ofMain[^1]);
    }

    [Fact]
    public void Failures_are_told_with_the_task_and_cancelled_tasks_are_not()
    {
        using var listener = new Listener();
        string mark = Guid.NewGuid().ToString();
        GreenRun.Status(new FederationOptions { MainSchedulers = 1, UnobservedFailure = _ => { }, MainTaskFailed = _ => { } }, async () =>
        {
            var cancelled = GreenTask.Spawn(GreenRun.UntilCancelled(), new SpawnOptions { Name = mark });
            await GreenTask.Yield();
            cancelled.Cancel();
            await cancelled.Try();
            await GreenTask.Spawn(Fail(mark), new SpawnOptions { Name = "child" }).Try();
            throw new InvalidOperationException(mark);
        });
        object?[][] told = [.. listener.Events.Where(e => e.Payload!.Contains(mark)).Select(e => (object?[])[e.EventName, .. e.Payload!.Take(2)])];
        Assert.Equal(2, told.Length);
        Assert.Equal(["TaskFailed", "child", typeof(IOException).FullName], told[0]);
        Assert.Equal("MainTaskFailed", told[1][0]);
        Assert.Equal(typeof(InvalidOperationException).FullName, told[1][2]);
    }

    [Fact]
    public void Who_begins_to_listen_for_dumps_gets_one() => GreenRun.ToEnd(1, static async () =>
    {
        var sleeper = GreenTask.Spawn(GreenRun.UntilCancelled(), new SpawnOptions { Name = "sleeper" });
        await GreenTask.Yield();
        string[] told;
        using (var listener = new Listener())
        {
            int id = Scheduler.Current!.Group.Federation.Tasks.Id;
            told = [.. listener.Events.Where(e => e.EventName == "TaskIs" && id.Equals(e.Payload![0])).Select(static e => (string)e.Payload![1]!)];
        }
        Assert.Equal(2, told.Length);
        Assert.Contains(told, line => line.StartsWith($"task {sleeper.Id}, sleeper (spawned at EventTests.cs:", StringComparison.Ordinal));
        sleeper.Cancel();
        await sleeper.Try();
    });

    private static async GreenTask Fail(string why)
    {
        await GreenTask.Yield();
        throw new IOException(why);
    }

    private sealed class Listener : EventListener
    {
        internal ConcurrentQueue<EventWrittenEventArgs> Events { get; } = new();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Rustrt-Federation") EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventSource.Name == "Rustrt-Federation") Events.Enqueue(eventData);
        }
    }
}
