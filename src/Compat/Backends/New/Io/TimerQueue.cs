namespace Rustrt.Compat.Backends.New;

/// <summary>
/// The timers of a loop, in the order of libuv 0.9: by due time, and by the address of their storage where that is the same.
/// </summary>
internal sealed class TimerQueue
{
    private readonly SortedSet<IoTimer> _armed = new(Comparer<IoTimer>.Create(static (a, b) =>
        (a.Due, (nuint)a.Address, a.Number).CompareTo((b.Due, (nuint)b.Address, b.Number))));

    /// <summary>When the first is due; null without one.</summary>
    public ulong? FirstDue => _armed.Min?.Due;

    public void Start(IoTimer timer, ulong due)
    {
        Stop(timer);
        timer.Due = due;
        timer.IsArmed = true;
        _armed.Add(timer);
    }

    public void Stop(IoTimer timer)
    {
        if (!timer.IsArmed) return;
        _armed.Remove(timer);
        timer.IsArmed = false;
    }

    /// <summary>Those that are due. Callbacks start and stop timers, their own and others; one that is started anew without
    /// delay comes again in this turn, as it did.</summary>
    public IEnumerable<Callback> Ring(IoLoop loop)
    {
        while (_armed.Min is { } timer && timer.Due <= loop.Now)
        {
            Stop(timer);
            if (timer.Repeat != 0) Start(timer, loop.Now + timer.Repeat);
            yield return timer.Ringing;
        }
    }
}
