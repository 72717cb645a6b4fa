// A thread that waits for what tasks wait for. To whoever ends the wait it is a task like any other, one that migrates; only
// that making it runnable is the operating system's business.
namespace Rustrt.Federation.Pipes;

/// <summary>A thread that runs no scheduler, as waits see it.</summary>
internal sealed class ThreadTask : Frame, IDisposable
{
    [ThreadStatic]
    private static ThreadTask? t_current;

    private readonly SemaphoreSlim _signal = new(0);

    /// <summary>Stands for nobody.</summary>
    internal static ThreadTask Nobody { get; } = new();

    /// <summary>The calling thread, which runs no scheduler.</summary>
    internal static ThreadTask Current => t_current ??= new ThreadTask();

    /// <summary>The calling thread, which must not run a scheduler.</summary>
    internal static ThreadTask Here()
    {
        if (Scheduler.Current is { } scheduler)
        {
            throw new InvalidOperationException(
                $"{scheduler} runs on this thread, and would stand still with all its tasks: await instead of blocking.");
        }
        return Current;
    }

    /// <summary>Blocks until the wait that has begun has ended.</summary>
    internal WaitStatus Block(TimeSpan limit)
    {
        if (CommitPark() && !_signal.Wait(limit))
        {
            Wake(WaitNumber, WaitStatus.TimedOut, 0, current: null);
            _signal.Wait(); // one of the two has ended the wait, and whoever did signals
        }
        return Status;
    }

    /// <inheritdoc/>
    public void Dispose() => _signal.Dispose();

    /// <inheritdoc/>
    public override string ToString() => $"thread {Environment.CurrentManagedThreadId}";

    private protected override void Rouse(Scheduler? current) => _signal.Release();

    protected override void MoveNext() => throw new InvalidOperationException("A thread is not run by a scheduler.");

    internal override void Recycle() => throw new InvalidOperationException("A thread is not a task that ends.");
}
