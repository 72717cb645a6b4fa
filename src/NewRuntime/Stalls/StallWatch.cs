namespace Rustrt.Federation;

/// <summary>What the stall detector knows of one scheduler from one look to the next. Its thread alone.</summary>
internal sealed class StallWatch(Scheduler scheduler)
{
    private const int ManyBound = 64;

    private uint _beat;
    private bool _wasInBatch;
    private TimeSpan _length;
    private TimeSpan _gcPause;
    private bool _reported;
    private bool _told;
    private bool _hasBacklog;

    /// <summary>Looks. True: the scheduler is in a stall.</summary>
    /// <param name="elapsed">How long ago the last look was.</param>
    /// <param name="gcPause">For how much of that time garbage collection stopped everybody.</param>
    /// <param name="after">How long a turn may take.</param>
    internal bool IsStalled(TimeSpan elapsed, TimeSpan gcPause, TimeSpan after)
    {
        uint beat = scheduler.Queue.Beat;
        bool inBatch = scheduler.IsInBatch;
        bool same = inBatch && _wasInBatch && beat == _beat;
        (_beat, _wasInBatch) = (beat, inBatch);
        if (!same)
        {
            (_length, _gcPause, _reported, _told) = (TimeSpan.Zero, TimeSpan.Zero, false, false);
            return false;
        }

        // A look that comes much too late means that the process, or this thread, did not run: nobody's fault.
        var seen = elapsed > after * 2 ? after * 2 : elapsed;
        var own = gcPause < seen ? seen - gcPause : TimeSpan.Zero;
        _length += own;
        _gcPause += gcPause;
        if (_length < after) return false;
        scheduler.Counters.StalledTicks += _reported ? own.Ticks : _length.Ticks;
        return true;
    }

    /// <summary>The report of the stall; null: there has been one, or the turn has ended meanwhile.</summary>
    internal StallReport? Report()
    {
        if (_reported) return null;
        _reported = true;
        scheduler.Counters.Stalls++;
        return Describe();
    }

    /// <summary>The same once more, as soon as the stall has lasted so long.</summary>
    internal StallReport? ReportOnceItLasts(TimeSpan time)
    {
        if (_told || _length < time) return null;
        _told = true;
        return Describe();
    }

    private StallReport? Describe()
    {
        var task = scheduler.CurrentTask;
        var report = new StallReport(
            scheduler, task?.Name, task is null ? null : MethodName.Of(task.TopMethod), task?.ExtrasOrNull?.SpawnSite, scheduler.BlockedIn, _length, _gcPause);
        return scheduler.Queue.Beat == _beat ? report : null; // or these are the names of another task
    }

    /// <summary>Counts the times that many bound tasks wait and nothing that others could take, though others have time. True: one
    /// has just begun.</summary>
    internal bool BacklogBegins()
    {
        var (bound, others) = scheduler.Queue.Waiting;
        bool before = _hasBacklog;
        _hasBacklog = bound > ManyBound && others == 0 && scheduler.Group.Schedulers.Any(static other => other.IsParked);
        if (before || !_hasBacklog) return false;
        scheduler.Counters.BoundBacklogs++;
        return true;
    }
}
