namespace Rustrt.Federation;

/// <summary>The time of a simulation: it stands still while any scheduler has something to do, then jumps to the next timer.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    private static readonly DateTimeOffset s_start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How long the simulation has lasted.</summary>
    internal TimeSpan Now { get; private set; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long GetTimestamp() => Now.Ticks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => s_start + Now;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("In a simulation tasks wait by GreenTask.Sleep and time limits; a timer would need a thread.");

    /// <summary>Time passes, unless it is that late already.</summary>
    internal void AdvanceTo(TimeSpan time) => Now = time > Now ? time : Now;
}
