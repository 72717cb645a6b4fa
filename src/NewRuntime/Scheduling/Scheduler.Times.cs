// What turns take: roughly, from a batch that is timed now and then (TurnTime.cs); or each of them, while somebody listens to the
// instruments for that. Whether anybody does is asked with each timed batch, so it costs nothing at other times.
//
// A batch has as many turns as take half a millisecond, 64 at most, and one while it is not known how long they take: timers, watched
// descriptors and a foreign loop wait for its end. While one of them does, every batch is timed. So it may be too long once, when
// turns begin to take longer; a turn itself is bounded by the budget (Scheduler.Budget.cs).
namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private const int MostTurnsPerBatch = 64;
    private static readonly TimeSpan s_longBatch = TimeSpan.FromMilliseconds(0.5);

    private TurnTime _turnTime = new();
    private SchedulerTimes? _times;
    private int _turnsPerBatch = 1;

    /// <summary>Whether it gets its turns from a loop that has other things to do.</summary>
    internal bool HasForeignLoop { get; set; }

    /// <summary>What a turn takes on average, lately; 0: not known yet. Any thread.</summary>
    internal long NanosecondsPerTurn => _turnTime.Nanoseconds;

    /// <summary>Whether turns are short on average, as far as is known. The scheduler's thread.</summary>
    internal bool TurnsAreShort => !_turnTime.IsLong;

    /// <summary>The histograms; made when they are asked for. The scheduler's thread.</summary>
    internal SchedulerTimes Times => _times ??= new SchedulerTimes(this);

    /// <summary>The histograms, if there are any. Any thread.</summary>
    internal SchedulerTimes? TimesOrNull => Volatile.Read(ref _times);

    private bool RunTimedTurns()
    {
        bool measured = FederationMeter.WantsTimes;
        long turns = Counters.Turns;
        long begun = _clock.GetTimestamp();
        bool more = measured ? RunMeasuredTurns(begun) : _turns.RunTurns(this);
        if (_turnTime.Sample(turns, Counters.Turns, _clock.GetElapsedTime(begun), againAtOnce: measured))
        {
            var average = _turnTime.Average;
            Queue.TurnsTake(average);
            _turnsPerBatch = (int)Math.Clamp(s_longBatch / TimeSpan.FromTicks(Math.Max(average.Ticks, 1)), 1, MostTurnsPerBatch);
        }
        return more;
    }

    private bool RunMeasuredTurns(long begun)
    {
        var times = Times;
        for (int turns = _turnsPerBatch; turns > 0; turns--)
        {
            if (NextTask() is not { } task) return false;
            bool isProbe = task is WaitProbe;
            Settle(task, GiveTurn(task));
            long now = _clock.GetTimestamp();
            if (!isProbe)
            {
                times.Turns.Add(_clock.GetElapsedTime(begun, now));
                times.Probe.Send(_clock); // behind a task's turn, so that a scheduler without tasks can go to sleep
            }
            begun = now;
        }
        return true;
    }
}
