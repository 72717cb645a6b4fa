// A select registers the waiter with every pipe under one wait number and the pipe's place in the list. The first pipe that has
// something ends the wait; the waiter then takes back the other registrations. A pipe that becomes ready in between sends a
// wake with a number that is over, which does nothing.
using System.Diagnostics;

namespace Rustrt.Federation.Pipes;

/// <summary>Several pipes, to be asked which has something first (<see cref="Pipe.Select"/>).</summary>
[DebuggerDisplay("select of {_receivers.Length} pipes")]
public readonly struct Selection
{
    private readonly Receiver[] _receivers;

    internal Selection(Receiver[] receivers) => _receivers = receivers;

    /// <summary>Waits until one is ready, on a thread that runs no scheduler, which blocks meanwhile.</summary>
    /// <param name="limit">How long to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="OutsideException">Called by a task, which must not block its scheduler.</exception>
    /// <exception cref="InvalidOperationException">An end belongs to another task or thread.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    [Service("pipes, blocking", ServiceNeeds.OwnThread)]
    public Selected Block(TimeSpan? limit = null)
    {
        var span = TimeLimit.Check(limit ?? Timeout.InfiniteTimeSpan, nameof(limit));
        var thread = ThreadWaiter.Here("Selection.Block");
        if (FirstReady() < 0)
        {
            Register(thread, thread.Arm());
            thread.Block(span);
        }
        return Finish();
    }

    /// <summary>The first in the list that is ready; -1 if none is.</summary>
    /// <param name="orFinished">Whether one that has ended counts as ready.</param>
    internal int FirstReady(bool orFinished = true)
    {
        for (int i = 0; i < _receivers.Length; i++)
        {
            var core = _receivers[i].UseCore(out var current);
            if (orFinished ? core.IsReady(current) : core.HasValue(current)) return i;
        }
        return -1;
    }

    /// <summary>A wait that has just begun ends when one is ready.</summary>
    internal void Register(Waiter waiter, uint number)
    {
        Place? current = null;
        for (int i = 0; i < _receivers.Length; i++)
        {
            var core = _receivers[i].UseCore(out current);
            if (core.AddReceiver(waiter, number, i, current)) continue;
            waiter.Wake(number, WaitStatus.Completed, i, current);
            return;
        }
        waiter.EndWaitIfCancelled(number, current);
    }

    /// <summary>Which is ready, or why none is.</summary>
    internal Selected Finish()
    {
        var user = Place.Here is { } place ? place.Running : ThreadWaiter.Current;
        bool cancelled = user is { IsCancelled: true };
        int ready = FirstReady(orFinished: !cancelled); // as a receive would have it (Receiving)
        foreach (var receiver in _receivers) receiver.UseCore(out var current).RemoveReceiver(current);
        return ready >= 0 ? new Selected(WaitStatus.Completed, ready) : new Selected(cancelled ? WaitStatus.Cancelled : user!.Status, -1);
    }
}
