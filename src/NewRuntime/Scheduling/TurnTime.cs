// How long turns take on average. The clock costs more than a short turn, so a batch is timed now and then only: every 512 turns, or
// every batch where that takes long enough for two readings not to matter. Between batches the scheduler may sleep; inside one it
// does not, so what is measured is turns.
namespace Rustrt.Federation;

/// <summary>The running average of the time that a scheduler's turns take.</summary>
internal struct TurnTime
{
    private const int TurnsPerSample = 512;
    private const double Alpha = 0.1; // of one turn; a batch weighs as all of its turns
    private static readonly TimeSpan s_longTurn = TimeSpan.FromMicroseconds(1);

    private double _ticks;

    public TurnTime()
    {
    }

    /// <summary>The next batch to be timed is the first that begins when so many turns have been made.</summary>
    internal long NextSample { get; private set; } = TurnsPerSample;

    /// <summary>The average; zero: not known yet.</summary>
    internal readonly TimeSpan Average => new((long)Math.Round(_ticks));

    /// <summary>Whether the average is long enough for two readings of the clock not to matter.</summary>
    internal readonly bool IsLong => _ticks >= s_longTurn.Ticks;

    /// <summary>The average in nanoseconds.</summary>
    internal readonly long Nanoseconds => (long)Math.Round(_ticks * TimeSpan.NanosecondsPerTick);

    /// <summary>A batch has been timed. False: there was no turn in it.</summary>
    /// <param name="before">Turns made before it.</param>
    /// <param name="after">The same after it.</param>
    /// <param name="time">What it took.</param>
    /// <param name="againAtOnce">Whether the next one is to be timed in any case.</param>
    internal bool Sample(long before, long after, TimeSpan time, bool againAtOnce = false)
    {
        long turns = after - before;
        if (turns > 0)
        {
            double one = (double)time.Ticks / turns;
            _ticks = _ticks == 0 ? one : one + (_ticks - one) * Math.Pow(1 - Alpha, turns);
        }
        NextSample = againAtOnce || IsLong ? after : after + TurnsPerSample;
        return turns > 0;
    }
}
