namespace Rustrt.Federation.Tests;

/// <summary>The smallest loop that keeps the contract: proof that schedulers depend on nothing else.</summary>
internal sealed class MonitorEventLoop : IEventLoop
{
    private readonly object _lock = new();
    private bool _woken;

    public void Turn(TimeSpan wait)
    {
        lock (_lock)
        {
            if (!_woken && wait != TimeSpan.Zero) Monitor.Wait(_lock, wait);
            _woken = false;
        }
    }

    public void Wake()
    {
        lock (_lock)
        {
            _woken = true;
            Monitor.Pulse(_lock);
        }
    }

    public void Dispose()
    {
    }
}
