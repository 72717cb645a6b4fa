using System.Diagnostics.Tracing;

namespace Rustrt.Federation;

/// <summary>The event source "Rustrt-Federation": what happens, for tracing tools. Callers ask <see cref="EventSource.IsEnabled()"/>
/// first; that is all it costs when nobody listens.</summary>
[EventSource(Name = "Rustrt-Federation")]
internal sealed class FederationEvents : EventSource
{
    private FederationEvents()
    {
    }

    internal static FederationEvents Log { get; } = new();

    [Event(1, Level = EventLevel.Informational, Keywords = Keywords.Scheduling, Message = "scheduler {1}.{2} of federation {0} begins")]
    internal void SchedulerBegins(int federation, int group, int scheduler) => WriteEvent(1, federation, group, scheduler);

    [Event(2, Level = EventLevel.Informational, Keywords = Keywords.Scheduling, Message = "scheduler {1}.{2} of federation {0} ends")]
    internal void SchedulerEnds(int federation, int group, int scheduler) => WriteEvent(2, federation, group, scheduler);

    [Event(3, Level = EventLevel.Verbose, Keywords = Keywords.Parks, Message = "scheduler {1}.{2} of federation {0} goes to sleep")]
    internal void Parks(int federation, int group, int scheduler) => WriteEvent(3, federation, group, scheduler);

    [Event(4, Level = EventLevel.Verbose, Keywords = Keywords.Parks, Message = "scheduler {1}.{2} of federation {0} is awake")]
    internal void Awakes(int federation, int group, int scheduler) => WriteEvent(4, federation, group, scheduler);

    [Event(5, Level = EventLevel.Warning, Keywords = Keywords.Failures, Message = "task {0} failed: {1}: {2}")]
    internal void TaskFailed(string task, string exception, string message) => WriteEvent(5, task, exception, message);

    [Event(6, Level = EventLevel.Critical, Keywords = Keywords.Failures, Message = "main task {0} failed: {1}: {2}")]
    internal void MainTaskFailed(string task, string exception, string message) => WriteEvent(6, task, exception, message);

    [Event(7, Level = EventLevel.Warning, Keywords = Keywords.Stalls,
        Message = "scheduler {1}.{2} of federation {0} has been in one turn of task {3} (spawned at {4}) for {5} ms, and {6} ms of garbage collection")]
    internal void TaskStalls(int federation, int group, int scheduler, string task, string spawnSite, long milliseconds, long gcMilliseconds) =>
        WriteEvent(7, federation, group, scheduler, task, spawnSite, milliseconds, gcMilliseconds);

    [Event(8, Level = EventLevel.Warning, Keywords = Keywords.Stalls,
        Message = "{3} tasks that are bound to scheduler {1}.{2} of federation {0} wait for it while others sleep")]
    internal void BoundBacklog(int federation, int group, int scheduler, int tasks) => WriteEvent(8, federation, group, scheduler, tasks);

    [Event(9, Level = EventLevel.Informational, Keywords = Keywords.Phases, Message = "federation {0} is in phase {1}")]
    internal void PhaseBegins(int federation, string phase) => WriteEvent(9, federation, phase);

    [Event(10, Level = EventLevel.Informational, Keywords = Keywords.Dumps, Message = "federation {0}: {1}")]
    internal void TaskIs(int federation, string task) => WriteEvent(10, federation, task);

    /// <summary>A listener has come: one that wants dumps gets one.</summary>
    protected override void OnEventCommand(EventCommandEventArgs command)
    {
        if (command.Command != EventCommand.Enable || !IsEnabled(EventLevel.Informational, Keywords.Dumps)) return;
        foreach (var federation in FederationMeter.Federations())
        {
            foreach (var task in federation.Dump()) TaskIs(federation.Tasks.Id, task.ToString());
        }
    }

    /// <summary>What a listener may choose. Public, or the base class does not find it and the source is dead.</summary>
    public static class Keywords
    {
        /// <summary>Begin and end of schedulers.</summary>
        public const EventKeywords Scheduling = (EventKeywords)1;

        /// <summary>Sleep of schedulers; many.</summary>
        public const EventKeywords Parks = (EventKeywords)2;

        /// <summary>Failures of tasks, not those that were cancelled.</summary>
        public const EventKeywords Failures = (EventKeywords)4;

        /// <summary>Turns that do not end, and bound tasks that pile up.</summary>
        public const EventKeywords Stalls = (EventKeywords)8;

        /// <summary>What begins on the way to the end of a federation.</summary>
        public const EventKeywords Phases = (EventKeywords)16;

        /// <summary>Who waits for what, told when somebody begins to listen.</summary>
        public const EventKeywords Dumps = (EventKeywords)32;
    }
}
