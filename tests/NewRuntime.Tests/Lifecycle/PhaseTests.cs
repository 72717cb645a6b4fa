using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Rustrt.Federation.Tests.Lifecycle;

/// <summary>What a federation says of how far it is on its way to its end.</summary>
public sealed class PhaseTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void An_ordinary_end_is_open_then_shutting_down_then_leaving_then_ended()
    {
        using var listener = new Listener();
        Federation? federation = null;
        FederationPhase atFirst = default, atExit = default;
        GreenRun.ToEnd(1, async () =>
        {
            federation = Scheduler.Current!.Group.Federation;
            atFirst = federation.Phase;
            federation.RunAtExit(async () => atExit = federation.Phase);
            await GreenTask.Yield();
        });
        Assert.Equal((FederationPhase.Open, FederationPhase.ShuttingDown, FederationPhase.Ended), (atFirst, atExit, federation!.Phase));
        Assert.Equal(["ShuttingDown", "Leaving", "Ended"], listener.Of(federation));
    }

    [Fact]
    public async Task A_shutdown_closes_and_cancels_before_that()
    {
        using var listener = new Listener();
        var seen = new ConcurrentQueue<FederationPhase>();
        var started = new TaskCompletionSource<Federation>();
        async GreenTask Main()
        {
            var federation = Scheduler.Current!.Group.Federation;
            started.SetResult(federation);
            while (!GreenTask.IsCancelled)
            {
                if (federation.Phase == FederationPhase.Closing && seen.IsEmpty) seen.Enqueue(FederationPhase.Closing);
                await GreenTask.Yield();
            }
            while (federation.Phase == FederationPhase.Closing) await GreenTask.Yield(); // the flag is set before the phase begins
            seen.Enqueue(federation.Phase);
        }
        var run = Task.Run(() => GreenRun.Status(new() { MainSchedulers = 1 }, async () =>
        {
            GreenTask.Spawn(Main()).Detach();
            await GreenTask.Yield();
        }));
        var federation = await started.Task.WaitAsync(s_patience);
        Assert.Equal(FederationPhase.Open, federation.Phase);

        var draining = federation.ShutdownAsync(s_patience, s_patience);
        Assert.True(SpinWait.SpinUntil(() => !seen.IsEmpty, s_patience));
        Assert.True((await federation.ShutdownAsync(TimeSpan.Zero, s_patience)).HasEnded);

        Assert.True((await draining).HasEnded);
        Assert.Equal(0, await run);
        Assert.Equal([FederationPhase.Closing, FederationPhase.Cancelling], seen);
        Assert.Equal(["Closing", "Cancelling", "ShuttingDown", "Leaving", "Ended"], listener.Of(federation));
    }

    [Fact]
    public void Who_wants_to_know_is_told_on_the_thread_that_begins_a_phase()
    {
        var told = new ConcurrentQueue<(FederationPhase, FederationPhase)>();
        GreenRun.Status(new() { MainSchedulers = 1, PhaseBegan = (federation, phase) => told.Enqueue((phase, federation.Phase)) },
            async () => await GreenTask.Yield());

        FederationPhase[] phases = [FederationPhase.ShuttingDown, FederationPhase.Leaving, FederationPhase.Ended];
        Assert.Equal(phases, told.Select(one => one.Item1));
        Assert.All(told, one => Assert.True(one.Item2 >= one.Item1));
    }

    [Fact]
    public void A_failing_main_task_cancels_without_closing()
    {
        using var listener = new Listener();
        Federation? federation = null;
        GreenRun.Status(new() { MainSchedulers = 1, MainTaskFailed = _ => { } }, async () =>
        {
            federation = Scheduler.Current!.Group.Federation;
            await GreenTask.Yield();
            throw new InvalidOperationException("the root");
        });
        Assert.Equal(["Cancelling", "ShuttingDown", "Leaving", "Ended"], listener.Of(federation!));
    }

    private sealed class Listener : EventListener
    {
        private readonly ConcurrentQueue<EventWrittenEventArgs> _events = new();

        internal string[] Of(Federation federation) =>
            [.. _events.Where(e => federation.Tasks.Id.Equals(e.Payload![0])).Select(e => (string)e.Payload![1]!)];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Rustrt-Federation") EnableEvents(eventSource, EventLevel.Informational, FederationEvents.Keywords.Phases);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName == "PhaseBegins") _events.Enqueue(eventData);
        }
    }
}
