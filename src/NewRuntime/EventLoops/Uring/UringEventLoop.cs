// The event loop on io_uring: a poll request for each descriptor that is watched, one more for the descriptor that wakes make
// readable, and the time limit of the call that waits. A request says once that its descriptor is ready; it is made again for as
// long as the descriptor is watched. Requests go to the kernel with the next wait, in the same call.
//
//   id of a request   0: nobody is interested in its end (the removal of another); 1: the wakes; else a watch
//
// A watch that changes gets a new id, and the request of the old one is taken back: what that one still says is told apart by its id.
// Taken back at once, not with the next wait: a request keeps its file open, and the caller may be about to close it.
//
// Wake against Dispose: as in UvEventLoop.
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>An event loop on io_uring. Linux 5.11 or newer, where nothing forbids it.</summary>
[DebuggerDisplay("{_watched.Count} descriptors, disposed: {_disposed}")]
public sealed class UringEventLoop : IEventLoop
{
    private const ulong NobodysId = 0, WakeId = 1;

    private readonly Lock _wake = new();
    private readonly UringQueues _queues = UringQueues.Open();
    private readonly int _wakeDescriptor = EventDescriptor.Open();
    private readonly Dictionary<int, Watched> _watched = [];
    private readonly Dictionary<ulong, Watched> _requests = [];
    private ulong _lastId = WakeId;
    private bool _disposed;

    /// <summary>Sets the loop up.</summary>
    /// <exception cref="EventLoopUnavailableException">The kernel has no io_uring, or it is forbidden to use it.</exception>
    public UringEventLoop()
    {
        _queues.Poll(_wakeDescriptor, Readiness.Readable, WakeId);
        _queues.Submit();
    }

    private sealed class Watched(int descriptor)
    {
        internal int Descriptor => descriptor;
        internal Readiness What;
        internal IReadinessTarget? Target;
        internal ulong Request; // 0: none
    }

    /// <inheritdoc/>
    public int Descriptor => _queues.Descriptor;

    /// <inheritdoc/>
    public void Turn(TimeSpan wait)
    {
        if (wait != Timeout.InfiniteTimeSpan) ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero);
        ObjectDisposedException.ThrowIf(_disposed, this);
        _queues.SubmitAndWait(wait);
        while (_queues.TryTake(out ulong id, out int result))
        {
            if (id == WakeId) TakeWake();
            else if (_requests.Remove(id, out var watched)) Report(watched, result);
        }

        // Whoever only polls may be about to wait for the loop's descriptor, which knows of what has been submitted.
        if (wait == TimeSpan.Zero) _queues.Submit();
    }

    /// <inheritdoc/>
    public void Wake()
    {
        lock (_wake)
        {
            if (!_disposed) EventDescriptor.Signal(_wakeDescriptor);
        }
    }

    /// <inheritdoc/>
    public void Watch(int descriptor, Readiness what, IReadinessTarget target)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _watched.TryGetValue(descriptor, out var watched);
        if (what == Readiness.None)
        {
            if (watched is null) return;
            _watched.Remove(descriptor);
            TakeBack(watched);
            return;
        }
        if (watched is null)
        {
            if (!UringCalls.IsOpen(descriptor))
                throw new InvalidOperationException($"Descriptor {descriptor} cannot be watched: it is not open.");
            _watched.Add(descriptor, watched = new Watched(descriptor));
        }
        watched.Target = target;
        if (watched.What == what && watched.Request != NobodysId) return;
        TakeBack(watched);
        watched.What = what;
        Request(watched);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_wake)
        {
            if (_disposed) return;
            _disposed = true;
        }
        _queues.Dispose();
        EventDescriptor.Close(_wakeDescriptor);
    }

    private void TakeWake()
    {
        EventDescriptor.Reset(_wakeDescriptor);
        _queues.Poll(_wakeDescriptor, Readiness.Readable, WakeId);
    }

    private void Report(Watched watched, int result)
    {
        watched.Request = NobodysId;
        watched.Target!.Ready(watched.Descriptor, UringEvents.Meaning(result) & watched.What);

        // Unless the report has ended the watch, or renewed it.
        if (watched.Request == NobodysId && _watched.TryGetValue(watched.Descriptor, out var still) && still == watched) Request(watched);
    }

    private void Request(Watched watched)
    {
        watched.Request = ++_lastId;
        _requests.Add(watched.Request, watched);
        _queues.Poll(watched.Descriptor, watched.What, watched.Request);
    }

    private void TakeBack(Watched watched)
    {
        if (watched.Request == NobodysId) return;
        _requests.Remove(watched.Request);
        _queues.RemovePoll(watched.Request, NobodysId);
        watched.Request = NobodysId;
        _queues.Submit();
    }
}
