// A thread that looks at all schedulers of a federation at regular times. One that is in the same turn at two looks is stalled: that is
// told once, and at each look the tasks that wait behind the turn are handed to the rest of the group. Every ten seconds it also looks
// which task is in which wait, for dumps (Federation.Dump.cs).
//
// When all schedulers sleep, so does the detector, until one of them wakes up:
//
//   detector   _asleep <- true (exchange)          scheduler   park word <- Running (exchange)
//              a park word is not Parked:                      _asleep: wake the detector
//              do not sleep
//
// Both exchanges are full fences, so at least one side sees the other.
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>Finds turns that do not end, tells of them, and rescues what waits behind them.</summary>
internal sealed class StallDetector
{
    private const int IdleLooksBeforeSleep = 40; // a second: a program that wakes now and then does not pay for it each time

    private static readonly TimeSpan s_again = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_betweenSamples = TimeSpan.FromSeconds(10);

    private readonly Federation _federation;
    private readonly TimeSpan _after;
    private readonly Action<StallReport>? _stalled;
    private readonly StallLines? _lines;
    private readonly object _lock = new(); // guards _thread and _stopping; a plain object, because Monitor waits on it
    private Thread? _thread;
    private bool _stopping;
    private int _asleep;
    private bool _moreToRescue;

    private StallDetector(Federation federation)
    {
        _federation = federation;
        _after = federation.Options.StallAfter;
        _stalled = federation.Options.Stalled;
        if (federation.Options.StallLineAfter != Timeout.InfiniteTimeSpan)
            _lines = new StallLines(static line => Console.Error.WriteLine(line), TimeProvider.System);
    }

    /// <summary>The detector of a federation; null if it wants none, or lives in simulated time.</summary>
    internal static StallDetector? For(Federation federation) =>
        federation.Options.StallAfter == Timeout.InfiniteTimeSpan || federation.Options.Drive is not null ? null : new StallDetector(federation);

    /// <summary>Whether it has a thread that looks. Any thread.</summary>
    internal bool IsRunning
    {
        get
        {
            lock (_lock) return _thread is { IsAlive: true };
        }
    }

    /// <summary>Whether it sleeps until a scheduler wakes up, or is about to. Any thread.</summary>
    internal bool IsAsleep => Volatile.Read(ref _asleep) != 0;

    /// <summary>Checks the option.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no time to look after.</exception>
    internal static void Check(TimeSpan after, string name)
    {
        if (after != Timeout.InfiniteTimeSpan && (after < s_again || after > TimeSpan.FromHours(1)))
            throw new ArgumentOutOfRangeException(name, after, "A turn counts as a stall after 1 ms to 1 h, or never: Timeout.InfiniteTimeSpan.");
    }

    /// <summary>A scheduler of the group is about to have its first turn: from now on there may be something to look at.</summary>
    internal void Begun(SchedulerGroup group)
    {
        if (_stalled is null && _lines is null && (group.Work is null || group.CreatedSchedulers < 2)) return;
        lock (_lock)
        {
            if (_thread is not null) return;
            _thread = new Thread(Run) { Name = "rustrt-stalls", IsBackground = true };
            _thread.UnsafeStart();
        }
    }

    /// <summary>A scheduler has woken up. Any thread.</summary>
    internal void WakeUp()
    {
        if (!IsAsleep) return;
        lock (_lock) Monitor.Pulse(_lock);
    }

    /// <summary>Ends the thread.</summary>
    internal void Stop()
    {
        Thread? thread;
        lock (_lock)
        {
            _stopping = true;
            Monitor.Pulse(_lock);
            thread = _thread;
        }
        thread?.Join();
    }

    private void Run()
    {
        int idleLooks = 0;
        var gcBefore = GC.GetTotalPauseDuration();
        long before = Stopwatch.GetTimestamp();
        long sampled = before;
        while (WaitForNextLook(idleLooks >= IdleLooksBeforeSleep))
        {
            long now = Stopwatch.GetTimestamp();
            var gc = GC.GetTotalPauseDuration();
            idleLooks = AllParked() ? idleLooks + 1 : 0;
            _moreToRescue = false;
            Look(Stopwatch.GetElapsedTime(before, now), gc - gcBefore);
            if (Stopwatch.GetElapsedTime(sampled, now) >= s_betweenSamples)
            {
                _federation.SampleWaits();
                sampled = now;
            }
            (before, gcBefore) = (now, gc);
        }
    }

    private bool WaitForNextLook(bool maySleep)
    {
        lock (_lock)
        {
            if (_stopping) return false;
            if (!maySleep)
            {
                Monitor.Wait(_lock, _moreToRescue ? s_again : _after);
                return !_stopping;
            }
            Interlocked.Exchange(ref _asleep, 1);
            if (AllParked()) Monitor.Wait(_lock);
            Volatile.Write(ref _asleep, 0);
            return !_stopping;
        }
    }

    private bool AllParked()
    {
        foreach (var group in _federation.Registry.Groups)
        {
            foreach (var scheduler in group.Schedulers)
            {
                if (!scheduler.IsParked) return false;
            }
        }
        return true;
    }

    /// <summary>Looks at every scheduler.</summary>
    internal void Look(TimeSpan elapsed, TimeSpan gcPause)
    {
        foreach (var group in _federation.Registry.Groups)
        {
            foreach (var scheduler in group.Schedulers) Look(scheduler, elapsed, gcPause);
        }
    }

    private void Look(Scheduler scheduler, TimeSpan elapsed, TimeSpan gcPause)
    {
        var watch = scheduler.Watch ??= new StallWatch(scheduler);
        if (watch.BacklogBegins() && FederationEvents.Log.IsEnabled())
            FederationEvents.Log.BoundBacklog(_federation.Tasks.Id, scheduler.Group.Id, scheduler.Index, scheduler.Queue.Waiting.Bound);
        if (!watch.IsStalled(elapsed, gcPause, _after)) return;
        int rescued = scheduler.Rescue();
        scheduler.Counters.Rescued += rescued;
        _moreToRescue |= rescued >= StealingRunQueue.MostPerRescue;
        if (watch.Report() is { } begun) Tell(scheduler, begun);
        if (_lines is not null && watch.ReportOnceItLasts(_federation.Options.StallLineAfter) is { } lasting) _lines.Write(lasting);
    }

    private void Tell(Scheduler scheduler, StallReport report)
    {
        if (FederationEvents.Log.IsEnabled())
        {
            FederationEvents.Log.TaskStalls(_federation.Tasks.Id, scheduler.Group.Id, scheduler.Index, report.Task ?? "", report.SpawnSite ?? "",
                (long)report.Length.TotalMilliseconds, (long)report.GcPause.TotalMilliseconds);
        }
        _stalled?.Invoke(report);
    }
}
