// The event loop on libuv: one uv_loop, a descriptor that wakes make readable, and a timer for limited waits.
//
// Wake against Dispose: a waker is chosen (Parker, w3) before it calls Wake, so the sleeper may have been roused by
// something else, and its scheduler may have left and disposed the loop, before the call arrives. The descriptor could then
// be somebody else's. Both therefore take a lock; it is only ever contended at the very end, and costs nothing beside the
// system call of the wake.
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>An event loop on libuv.</summary>
[DebuggerDisplay("disposed: {_disposed}")]
public sealed class UvEventLoop : IEventLoop
{
    private readonly Lock _wake = new();
    private readonly UvHandles _uv;
    private bool _disposed;

    /// <summary>Sets the loop up.</summary>
    /// <exception cref="EventLoopUnavailableException">libuv is not installed.</exception>
    public UvEventLoop() => _uv = UvHandles.Open();

    /// <inheritdoc/>
    public void Turn(TimeSpan wait)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (wait == TimeSpan.Zero) _uv.RunWithoutWaiting();
        else if (wait == Timeout.InfiniteTimeSpan) _uv.RunUntilEvent();
        else _uv.RunUntilEventOr(WholeMilliseconds(wait));
    }

    /// <inheritdoc/>
    public void Wake()
    {
        lock (_wake)
        {
            if (!_disposed) _uv.SendWake();
        }
    }

    /// <inheritdoc/>
    public int Descriptor => _uv.BackendDescriptor;

    /// <inheritdoc/>
    public void Watch(int descriptor, Readiness what, IReadinessTarget target)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _uv.Polls.Watch(descriptor, what, target);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_wake)
        {
            if (_disposed) return;
            _disposed = true;
        }
        _uv.Close();
    }

    // Rounded up: a turn that returns early for want of resolution would be called again at once.
    private static ulong WholeMilliseconds(TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        return (ulong)Math.Ceiling(wait.TotalMilliseconds);
    }
}
