// Where the tasks of a federation are found, for what concerns all of them: a failing main task, the report of what did not end,
// a dump. A spawn in steady state does nothing for it: what is listed are frames, once, when they become a task of the federation
// for the first time. Frames are pooled, and all federations use the same pool: a frame on a list is a task, or was one and may
// be again, here or elsewhere.
//
// Each scheduler has a list that its thread alone adds to; threads that run no scheduler add to a common one, under the lock.
// When a scheduler leaves, its frames stay listed for as long as anybody else holds them.
//
// Cancelling everything misses nobody:
//   canceller                                spawner
//   1. sets CancelsNewborn of every group    a. makes the frame a task (Frame.BecomeRoot)
//   2. fence on all threads                  b. reads CancelsNewborn of the group
//   3. goes through the frames
// If a comes before the fence the canceller sees a task in 3; if not, b comes after it and sees the flag.
namespace Rustrt.Federation;

/// <summary>The tasks of a federation.</summary>
internal sealed class LiveTasks(Federation federation)
{
    private static int s_lastId;

    private readonly Lock _lock = new();
    private readonly FrameList _others = new();
    private readonly List<FrameList> _lists = [];
    private List<WeakReference<Frame>> _ofThoseWhoLeft = [];

    /// <summary>What frames that are listed here are marked with (<see cref="TaskCell.ListedIn"/>).</summary>
    internal int Id { get; } = Interlocked.Increment(ref s_lastId);

    /// <summary>Lists a frame that is about to become a task of the federation and is not marked as listed here.</summary>
    internal void Add(Frame frame, Scheduler? current)
    {
        frame.ListedIn = Id;
        if (current is not null && current.Group.Federation == federation)
        {
            current.Frames.Add(frame);
            return;
        }
        lock (_lock) _others.Add(frame);
    }

    /// <summary>A scheduler begins.</summary>
    internal void Joined(FrameList list)
    {
        lock (_lock) _lists.Add(list);
    }

    /// <summary>A scheduler has left.</summary>
    internal void Left(FrameList list)
    {
        lock (_lock)
        {
            _lists.Remove(list);
            _ofThoseWhoLeft = [.. _ofThoseWhoLeft.Where(frame => frame.TryGetTarget(out _)), .. list.Read().Select(frame => new WeakReference<Frame>(frame))];
        }
    }

    /// <summary>All frames that are tasks of the federation, or were or may be.</summary>
    internal List<Frame> Frames()
    {
        lock (_lock)
        {
            List<Frame> all = [.. _others.Read(), .. _lists.SelectMany(list => list.Read())];
            foreach (var weak in _ofThoseWhoLeft)
            {
                if (weak.TryGetTarget(out var frame)) all.Add(frame);
            }
            return all;
        }
    }

    /// <summary>Cancels all tasks but one, and all that will be spawned. Returns those that it cancelled.</summary>
    internal List<Frame> CancelAll(Frame? but, Scheduler? current)
    {
        federation.CancelsNewborn = true;
        foreach (var group in federation.Registry.Groups) group.CancelsNewborn = true;
        Interlocked.MemoryBarrierProcessWide();
        var cancelled = new List<Frame>();
        foreach (var frame in Frames())
        {
            int life = Volatile.Read(ref frame.Generation);
            if (frame == but || !frame.IsLiveTask || frame.Group.Federation != federation) continue;
            cancelled.Add(frame);
            frame.Cancel(life, current);
        }
        return cancelled;
    }

    /// <summary>The federation has ended: failures that nobody has taken are reported.</summary>
    internal void ReportUnobserved()
    {
        foreach (var frame in Frames())
        {
            if (frame.ListedIn == Id) frame.ExtrasOrNull?.Unobserved?.Report();
        }
    }
}
