// The meter "Rustrt.Federation". Its instruments are observable: they read what is there when a listener asks, and nothing is done for
// them at any other time. Federations are held weakly, so that one which never runs is not kept. The counters of a group end
// with the group.
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>The instruments over all federations of the process.</summary>
internal static class FederationMeter
{
    /// <summary>The name of the meter.</summary>
    internal const string Name = "Rustrt.Federation";

    private static readonly ConditionalWeakTable<Federation, object> s_federations = new();
    private static readonly Meter s_meter = Create();
    private static readonly ObservableCounter<long> s_turnTimes = CountTimes(s_meter, "turn_times", "{turn}", "Turns by what they took", static s => s.TimesOrNull?.Turns);
    private static readonly ObservableCounter<long> s_waitTimes = CountTimes(s_meter, "wait_times", "{wait}", "Probes by how long they could run and did not", static s => s.TimesOrNull?.Waits);

    /// <summary>Whether somebody listens to the histograms.</summary>
    internal static bool WantsTimes => s_turnTimes.Enabled || s_waitTimes.Enabled;

    /// <summary>A federation is there to be observed.</summary>
    internal static void Add(Federation federation) => s_federations.Add(federation, s_meter);

    /// <summary>It has ended.</summary>
    internal static void Remove(Federation federation) => s_federations.Remove(federation);

    private static Meter Create()
    {
        var meter = new Meter(Name);
        Count(meter, "turns", "{turn}", "Turns of tasks", static s => s.Counters.Turns);
        Count(meter, "tasks.finished", "{task}", "Managed tasks that ended here", static s => s.Counters.Finished);
        Count(meter, "busy", "ms", "Time that it was awake", static s => (long)s.Busy.TotalMilliseconds);
        Count(meter, "parks", "{park}", "Times that it went to sleep", static s => s.Counters.Parks);
        Count(meter, "parks.idle", "{park}", "Times that it did without a turn since the last time", static s => s.Counters.IdleParks);
        Count(meter, "polls", "{poll}", "Turns of the event loop that did not wait", static s => s.Counters.Polls);
        Count(meter, "searches", "{search}", "Searches for work of others", static s => s.Counters.Searches);
        Count(meter, "steals", "{steal}", "Searches that took half of another queue", static s => s.Counters.Steals);
        Count(meter, "tasks.stolen", "{task}", "Tasks that those took", static s => s.Counters.Stolen);
        Count(meter, "tasks.taken", "{task}", "Tasks that came from the injection queue", static s => s.Counters.Taken);
        Count(meter, "overflows", "{overflow}", "Times that the ring was full", static s => s.Counters.Overflows);
        Count(meter, "slot_capped", "{turn}", "Times that the task woken last had to stand back", static s => s.Counters.SlotCapped);
        Count(meter, "deliveries", "{delivery}", "What came through the inbox", static s => s.Counters.Deliveries);
        Count(meter, "tasks.sent", "{task}", "Tasks to run that came through the inbox", static s => s.Counters.Sent);
        Count(meter, "homed_operations", "{operation}", "Operations that came through the inbox because their task is bound here", static s => s.Counters.HomedOperations);
        Count(meter, "wakes", "{wake}", "Times that it was woken", static s => s.Counters.Wakes);
        Count(meter, "wakes.suppressed", "{delivery}", "Deliveries that took no wake", static s => s.Counters.SuppressedWakes);
        Count(meter, "forced_yields", "{yield}", "Awaits that had to wait because the budget was spent", static s => s.Counters.ForcedYields);
        Count(meter, "stalls", "{turn}", "Turns that did not end in time", static s => s.Counters.Stalls);
        Count(meter, "stalled", "ms", "Time in such turns", static s => s.Counters.StalledTicks / TimeSpan.TicksPerMillisecond);
        Count(meter, "tasks.rescued", "{task}", "Tasks taken from behind such a turn", static s => s.Counters.Rescued);
        Count(meter, "slot_rescues", "{task}", "Those that were to go next", static s => s.Counters.SlotRescues);
        Count(meter, "bound_backlogs", "{time}", "Times that many bound tasks waited while other schedulers slept", static s => s.Counters.BoundBacklogs);
        meter.CreateObservableGauge("rustrt.scheduler.turn_time", static () => OfSchedulers(static s => s.NanosecondsPerTurn), "ns", "What a turn takes on average, lately");
        meter.CreateObservableGauge("rustrt.scheduler.injection_interval", static () => OfSchedulers(static s => s.Queue.InjectedEvery), "{turn}", "Turns from one look into the injection queue to the next; 0: there is none");
        Count(meter, "timers.fired", "{timer}", "Timers that have fired", static s => s.FiredTimers);
        Count(meter, "timers.lag", "ms", "By how much those were late, together", static s => s.TimerLag);
        Count(meter, "descriptors.ready", "{descriptor}", "Waits for descriptors that ended", static s => s.DescriptorWaitsEnded);
        meter.CreateObservableUpDownCounter("rustrt.scheduler.descriptors", static () => OfSchedulers(static s => s.DescriptorWaits), "{descriptor}", "Descriptors that tasks wait for");
        meter.CreateObservableUpDownCounter("rustrt.scheduler.tasks.queued", static () => OfSchedulers(static s => s.Queue.Waiting.Bound + s.Queue.Waiting.Others), "{task}", "Tasks that wait for a turn");
        meter.CreateObservableUpDownCounter("rustrt.scheduler.timers", static () => OfSchedulers(static s => s.PendingTimers), "{timer}", "Timers that have not fired");

        meter.CreateObservableUpDownCounter("rustrt.group.tasks", static () => OfGroups(static g => g.CountTasks()), "{task}", "Tasks that have not ended");
        meter.CreateObservableUpDownCounter("rustrt.group.injected", static () => OfGroups(static g => g.Work?.Injected ?? 0), "{task}", "Tasks in the injection queue");
        meter.CreateObservableCounter("rustrt.group.tasks.injected", static () => OfGroups(static g => g.Work?.EverInjected ?? 0), "{task}", "Tasks that have been put there");
        meter.CreateObservableUpDownCounter("rustrt.group.schedulers", static () => OfGroups(static g => g.CreatedSchedulers), "{scheduler}", "Schedulers");

        meter.CreateObservableUpDownCounter("rustrt.blocking.threads", static () => OfFederations(static f => f.Blocking.Threads), "{thread}", "Threads for calls that block");
        meter.CreateObservableUpDownCounter("rustrt.blocking.idle", static () => OfFederations(static f => f.Blocking.Idle), "{thread}", "Those that have no call");
        meter.CreateObservableUpDownCounter("rustrt.blocking.queued", static () => OfFederations(static f => f.Blocking.Queued), "{call}", "Calls that wait for such a thread");
        meter.CreateObservableGauge("rustrt.federation.phase", static () => OfFederations(static f => (long)f.Phase), description: "How far it is on its way to its end, as a number of FederationPhase");
        CountTimes(meter, "timers.lags", "{timer}", "Timers by how late they were", static s => s.TimerLags);
        return meter;
    }

    private static void Count(Meter meter, string name, string unit, string what, Func<Scheduler, long> read) =>
        meter.CreateObservableCounter($"rustrt.scheduler.{name}", () => OfSchedulers(read), unit, what);

    // There is no observable histogram, and one that is told each value costs more than a turn. So the buckets are counters in the form
    // that Prometheus has for histograms: cumulative, with the limit in the tag "le".
    private static ObservableCounter<long> CountTimes(Meter meter, string name, string unit, string what, Func<Scheduler, TimeHistogram?> which) =>
        meter.CreateObservableCounter(
            $"rustrt.scheduler.{name}",
            () =>
                from federation in Federations()
                from groups in federation.Registry.Groups
                from scheduler in groups.Schedulers
                let times = which(scheduler)
                where times is not null
                from bucket in times.Read()
                select new Measurement<long>(bucket.Count, [.. Tags(scheduler), new("le", bucket.Limit)]),
            unit,
            what);

    private static IEnumerable<Measurement<long>> OfSchedulers(Func<Scheduler, long> read) =>
        from federation in Federations()
        from groups in federation.Registry.Groups
        from scheduler in groups.Schedulers
        select new Measurement<long>(read(scheduler), Tags(scheduler));

    private static IEnumerable<Measurement<long>> OfGroups(Func<SchedulerGroup, long> read) =>
        from federation in Federations()
        from groups in federation.Registry.Groups
        select new Measurement<long>(read(groups), Tag("federation", federation.Tasks.Id), Tag("group", groups.Id));

    private static IEnumerable<Measurement<long>> OfFederations(Func<Federation, long> read) =>
        from federation in Federations()
        select new Measurement<long>(read(federation), Tag("federation", federation.Tasks.Id));

    /// <summary>Those that have not ended.</summary>
    internal static IEnumerable<Federation> Federations() => s_federations.Select(static entry => entry.Key);

    private static KeyValuePair<string, object?>[] Tags(Scheduler scheduler) =>
        [Tag("federation", scheduler.Group.Federation.Tasks.Id), Tag("group", scheduler.Group.Id), Tag("scheduler", scheduler.Index)];

    private static KeyValuePair<string, object?> Tag(string name, int value) => new($"rustrt.{name}", value);
}
