using Rustrt.Compat.Interop;

namespace Rustrt.Compat.Backends.New;

/// <summary>A timer. Milliseconds of the loop's clock, which stands still within a turn.</summary>
internal sealed unsafe class IoTimer(IoLoop loop, uv_timer_s* proxy)
    : IoHandle(loop, (uv_handle_s*)proxy, rustrt_uv_handle_type.RUSTRT_UV_TIMER)
{
    private nint _callback;
    private bool _isHighLevel;

    /// <summary>Tells timers apart that were made in the same storage, which is a mistake.</summary>
    public int Number { get; } = loop.TimersMade++;

    public ulong Due { get; set; }

    public ulong Repeat { get; private set; }

    /// <summary>In the loop's queue; keeps the loop running.</summary>
    public bool IsArmed
    {
        get => IsActive;
        set => IsActive = value;
    }

    /// <summary>What a ring of it calls.</summary>
    public Callback Ringing => _isHighLevel ? HighLevel.WakeCallback(Proxy) : new Callback(_callback, Address, 0);

    /// <summary>Starts it, anew if it runs; 0, or -1 when it is closing.</summary>
    public int Start(nint callback, bool isHighLevel, uint timeout, uint repeat)
    {
        if (IsClosing) return Loop.Result(-Errno.EINVAL);
        _callback = callback;
        _isHighLevel = isHighLevel;
        Repeat = repeat;
        Loop.Timers.Start(this, Loop.Now + timeout);
        return 0;
    }

    public void Disarm() => Loop.Timers.Stop(this);

    protected override void Stop() => Disarm();
}
