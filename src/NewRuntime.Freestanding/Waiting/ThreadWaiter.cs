// A thread that waits for what tasks wait for. To whoever ends the wait it is a waiter like any other, one that is bound to no
// place; only that making it go on is the operating system's business.
namespace Rustrt.Federation;

/// <summary>A thread that runs no scheduler, as waits see it.</summary>
internal sealed class ThreadWaiter : Waiter, IDisposable
{
    [ThreadStatic]
    private static ThreadWaiter? t_current;

    private readonly SemaphoreSlim _signal = new(0);
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <summary>The calling thread, which runs no scheduler.</summary>
    internal static ThreadWaiter Current => t_current ??= new ThreadWaiter();

    /// <summary>The calling thread, which must not run a scheduler.</summary>
    internal static ThreadWaiter Here(string service) => Place.Here is null ? Current : throw OutsideException.Blocks(service);

    /// <summary>Blocks until the wait that has begun has ended.</summary>
    internal WaitStatus Block(TimeSpan limit)
    {
        if (CommitWait() && !_signal.Wait(limit))
        {
            Wake(WaitNumber, WaitStatus.TimedOut, 0, current: null);
            _signal.Wait(); // one of the two has ended the wait, and whoever did signals
        }
        return Status;
    }

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();

    /// <inheritdoc/>
    public override string ToString() => $"thread {_thread}";

    internal override void Rouse(Place? current) => _signal.Release();
}
