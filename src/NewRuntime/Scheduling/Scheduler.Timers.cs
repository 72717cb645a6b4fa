// Time: the scheduler's clock, its timer wheel, and when it looks at them.
//
// Time is counted in ticks of a millisecond since the scheduler was made. A span is rounded up to the tick in which it is over,
// so a timer is never early. Due timers are fired between batches of turns (Scheduler.Loop.cs) and before and after a park.
namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private readonly TimeProvider _clock;
    private readonly long _start;
    private TimerWheel? _timers; // most schedulers of the native backend never need one

    /// <summary>How long ago the scheduler was made, by its clock.</summary>
    internal TimeSpan Now => _clock.GetElapsedTime(_start);

    /// <summary>How many timers it has.</summary>
    internal int PendingTimers => _timers?.Count ?? 0;

    /// <summary>How many have fired.</summary>
    internal long FiredTimers => _timers?.Fired ?? 0;

    /// <summary>By how many milliseconds those were late, together.</summary>
    internal long TimerLag => _timers?.Lag ?? 0;

    /// <summary>The same, one by one; null: it never had a timer. Any thread.</summary>
    internal TimeHistogram? TimerLags => _timers?.Lags;

    /// <summary>Ends a wait of a task when a time is over. False: that is further away than the wheel can tell.</summary>
    internal bool TryAddTimer(Frame task, uint number, TimeSpan after, out int position)
    {
        long now = Now.Ticks;
        long due = after.Ticks > long.MaxValue - now - TimeSpan.TicksPerMillisecond
            ? TimerWheel.End
            : (now + after.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
        if (due >= TimerWheel.End)
        {
            position = 0;
            return false;
        }
        position = (_timers ??= new TimerWheel()).Add(task, number, due);
        return true;
    }

    /// <summary>Takes a timer back, if it has not fired and the scheduler has not left.</summary>
    internal void RemoveTimer(int position, Frame task, uint number) => _timers?.Remove(position, task, number);

    /// <summary>How long it is until a timer fires; null: it is another's by now. Any thread.</summary>
    internal TimeSpan? TimeLeft(int position, Frame task, uint number)
    {
        if (_timers?.DueOf(position, task, number) is not { } due) return null;
        var left = TimeSpan.FromMilliseconds(due) - Now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Ends the waits whose time is over. True if there were any.</summary>
    internal bool FireDueTimers()
    {
        if (_timers is not { Count: > 0 } timers) return false;
        return timers.Advance(Now.Ticks / TimeSpan.TicksPerMillisecond, this);
    }

    /// <summary>How long the scheduler may sleep for its timers' sake.</summary>
    internal TimeSpan TimeToNextTimer()
    {
        if (_timers is not { Count: > 0 } timers) return Timeout.InfiniteTimeSpan;
        var left = TimeSpan.FromMilliseconds(timers.NextTick) - Now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
