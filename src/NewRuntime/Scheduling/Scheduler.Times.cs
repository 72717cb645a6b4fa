// What turns take: roughly, from a batch that is timed now and then (TurnTime.cs); or each of them, while somebody listens to the
// instruments for that. Whether anybody does is asked with each timed batch, so it costs nothing at other times.
namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private TurnTime _turnTime = new();
    private SchedulerTimes? _times;

    /// <summary>What a turn takes on average, lately; 0: not known yet. Any thread.</summary>
    internal long NanosecondsPerTurn => _turnTime.Nanoseconds;

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
        if (_turnTime.Sample(turns, Counters.Turns, _clock.GetElapsedTime(begun), againAtOnce: measured)) Queue.TurnsTake(_turnTime.Average);
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
