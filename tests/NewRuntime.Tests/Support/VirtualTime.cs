namespace Rustrt.Federation.Tests;

/// <summary>Time that stands still while anybody has something to do, and then jumps to the next timer. For one scheduler.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private long _now = TimeSpan.FromDays(1).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    /// <summary>How long it has been so far.</summary>
    public TimeSpan Elapsed => new(GetTimestamp() - TimeSpan.TicksPerDay);

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan span) => Volatile.Write(ref _now, GetTimestamp() + span.Ticks);

    /// <summary>Options of a federation that lives in it.</summary>
    public FederationOptions Options => new() { MainSchedulers = 1, Clock = this, EventLoops = () => new Loop(this) };

    private sealed class Loop(VirtualTime time) : IEventLoop
    {
        private readonly MonitorEventLoop _real = new();

        public void Turn(TimeSpan wait)
        {
            if (wait == Timeout.InfiniteTimeSpan) _real.Turn(wait);
            else time.Pass(wait);
        }

        public void Wake() => _real.Wake();

        public void Dispose() => _real.Dispose();
    }
}
