namespace Rustrt.Federation;

/// <summary>
/// The event loop of a simulated scheduler. It never waits: a turn returns at once, which the contract allows, and the
/// simulation gives the next turn when there is something for it or its time has come.
/// </summary>
internal sealed class SimulatedEventLoop(Simulation simulation) : IEventLoop
{
    private readonly SortedDictionary<int, (Readiness What, IReadinessTarget Target)> _watched = [];
    private volatile bool _woken;

    /// <summary>What the simulation does about a wake.</summary>
    internal Action? OnWake { get; set; }

    /// <summary>Whether the next turn has something to handle.</summary>
    internal bool HasEvents
    {
        get
        {
            if (_woken) return true;
            foreach (var (number, (what, _)) in _watched)
            {
                if (simulation.ReadinessOf(number, what) != Readiness.None) return true;
            }
            return false;
        }
    }

    /// <inheritdoc/>
    public void Turn(TimeSpan wait)
    {
        _woken = false;
        if (_watched.Count == 0) return;
        foreach (int number in _watched.Keys.ToArray()) // a report may change what is watched
        {
            if (!_watched.TryGetValue(number, out var watch)) continue;
            var ready = simulation.ReadinessOf(number, watch.What);
            if (ready != Readiness.None && !simulation.Happens(simulation.Faults.LateReadiness)) watch.Target.Ready(number, ready);
        }
    }

    /// <inheritdoc/>
    public void Wake()
    {
        _woken = true;
        OnWake?.Invoke();
    }

    /// <summary>Forgets a wake: for planted bugs.</summary>
    internal void ForgetWake() => _woken = false;

    /// <inheritdoc/>
    public void Watch(int descriptor, Readiness what, IReadinessTarget target)
    {
        if (what == Readiness.None)
        {
            _watched.Remove(descriptor);
            return;
        }
        simulation.CheckOpen(descriptor);
        _watched[descriptor] = (what, target);
    }

    /// <inheritdoc/>
    public void Dispose() => _watched.Clear();
}
