// Where the tasks of a federation are found, for what concerns all of them: a failing main task, the report of what did not end,
// a dump. A spawn in steady state does nothing for it: what is listed are frames, once, when they become a task of the federation
// for the first time. Frames are pooled, and all federations use the same pool: a frame on a list is a task, or was one and may
// be again, here or elsewhere.
//
// Each scheduler has a list that its thread alone adds to; threads that run no scheduler add to a common one, under the lock.
// When a scheduler leaves, its frames stay listed for as long as anybody else holds them.
//
// Whoever cancels all of them misses none that is being spawned: Admission.cs says how.
namespace Rustrt.Federation;

/// <summary>The tasks of a federation.</summary>
internal sealed class LiveTasks(Federation federation)
{
    private static int s_lastId;

    private readonly Lock _lock = new();
    private readonly FrameList _others = new();
    private readonly List<FrameList> _lists = [];
    private List<WeakReference<Frame>> _ofThoseWhoLeft = [];
    private int _keptOfThem; // when they were cleared up last
    private Admission<HardwareAtomics> _admission;

    /// <summary>What frames that are listed here are marked with (<see cref="TaskCell.ListedIn"/>).</summary>
    internal int Id { get; } = Interlocked.Increment(ref s_lastId);

    /// <summary>The second look at a frame that has become a task: steps c and d.</summary>
    internal void Admit(Frame frame, Scheduler? current)
    {
        if (frame.ListedIn != Id) Add(frame, current);
        if (_admission.CancelsNewborn) frame.CancelNewborn();
    }

    /// <summary>The <see cref="SchedulerGroup.Admission"/> of a new group.</summary>
    internal AdmissionMark<HardwareAtomics> MarkForNewGroup => new(_admission.CancelsNewborn ? AdmissionMark<HardwareAtomics>.None : Id);

    private void Add(Frame frame, Scheduler? current)
    {
        bool cameFromElsewhere = frame.ListedIn != 0;
        frame.ListedIn = Id;
        if (current is not null && current.Group.Federation == federation)
        {
            current.Frames.Add(frame, cameFromElsewhere);
            return;
        }
        lock (_lock) _others.Add(frame, cameFromElsewhere);
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
            // By reference, and nothing more where there was no frame: a program whose memory has run out has to end, too, and the first
            // comparison of List.Remove makes its comparer.
            int place = 0;
            while (!ReferenceEquals(_lists[place], list)) place++;
            _lists.RemoveAt(place);
            if (list.Count == 0) return;
            _ofThoseWhoLeft.AddRange(Weakly(list.Read()));
            if (_ofThoseWhoLeft.Count <= _keptOfThem * 2) return;
            _ofThoseWhoLeft = [.. Weakly(OfThoseWhoLeft())];
            _keptOfThem = _ofThoseWhoLeft.Count;
        }
    }

    private static IEnumerable<WeakReference<Frame>> Weakly(IEnumerable<Frame> frames) => frames.Select(static frame => new WeakReference<Frame>(frame));

    // Those that are still listed here, each once: a frame that went to another federation and came back was added again.
    private HashSet<Frame> OfThoseWhoLeft()
    {
        var frames = new HashSet<Frame>();
        foreach (var weak in _ofThoseWhoLeft)
        {
            if (weak.TryGetTarget(out var frame) && frame.ListedIn == Id) frames.Add(frame);
        }
        return frames;
    }

    /// <summary>How many frames are looked at in order to find the tasks.</summary>
    internal int Listed
    {
        get { lock (_lock) return _others.Count + _lists.Sum(static list => list.Count) + _ofThoseWhoLeft.Count; }
    }

    /// <summary>All frames that are tasks of the federation, or were or may be.</summary>
    internal List<Frame> Frames()
    {
        lock (_lock)
        {
            return [.. _others.Read(), .. _lists.SelectMany(list => list.Read()), .. OfThoseWhoLeft()];
        }
    }

    /// <summary>The tasks that have not ended, a moment ago.</summary>
    internal IEnumerable<Frame> Alive() => Frames().Where(frame => frame.IsLiveTask && frame.Group.Federation == federation);

    /// <summary>Cancels the weak tasks: only they are left. Those that come later are cancelled by whoever spawns them.</summary>
    internal void CancelWeak(Scheduler? current)
    {
        if (!_admission.AnyWeak) return;
        foreach (var frame in Frames())
        {
            int life = Volatile.Read(ref frame.Generation);
            if (frame.IsLiveTask && frame.Group.Federation == federation && frame.ExtrasOrNull is { IsWeak: true }) frame.Cancel(life, current);
        }
    }

    /// <summary>A task that has been listed is weak.</summary>
    internal void AdmitWeak(Frame task)
    {
        _admission.AddWeak();
        if (federation.IsShuttingDown) task.CancelNewborn();
    }

    /// <summary>Cancels all tasks but one, and all that will be spawned.</summary>
    /// <returns>How many, and the first of them as they were before.</returns>
    internal (int Count, List<TaskInfo> First) CancelAll(Frame? but, Scheduler? current, int most = int.MaxValue)
    {
        federation.Begins(FederationPhase.Cancelling);
        _admission.CancelFromNowOn(() =>
        {
            lock (federation.Registry.Lock) // a group that is being made sees the sign, or is on the list
            {
                foreach (var group in federation.Registry.Groups) group.Admission.Revoke();
            }
        });
        int count = 0;
        var first = new List<TaskInfo>();
        foreach (var frame in Frames())
        {
            int life = Volatile.Read(ref frame.Generation);
            if (frame == but || !frame.IsLiveTask || frame.Group.Federation != federation) continue;
            count++;
            if (first.Count < most) first.Add(TaskInfo.Of(frame));
            frame.Cancel(life, current);
        }
        return (count, first);
    }

    /// <summary>The federation has ended: failures that nobody has taken are reported.</summary>
    internal void ReportUnobserved()
    {
        foreach (var frame in Frames())
        {
            if (frame.ListedIn == Id) frame.ExtrasOrNull?.Unobserved?.Report();
        }
        lock (_lock)
        {
            _others.Clear(); // the federation may be referred to for long: see Scheduler.LetGo
            _ofThoseWhoLeft = [];
        }
    }
}
