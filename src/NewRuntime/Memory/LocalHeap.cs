// Values of one task that are released as soon as nobody refers to them. The heap counts references and calls Dispose; the memory is
// the .NET collector's business as always.
//
//   last reference dropped   the value is disposed of, then the references that it names are dropped, in that order. What loses
//                            its last reference by that waits in a queue: nothing calls itself, however long the chain.
//   cycles                   found from boxes that lost a reference and kept others (CycleCollector): when Collect is called, and
//                            by Box when as many boxes have been made as there were after the last collection.
//   end of the task          everything that is left, the newest first; counts do not matter any more.
//
// Values that are released together, by a collection or at the end, are all disposed of before the first of them counts as
// released: so they can look at each other meanwhile. Nothing brings one back: Share refuses a box that has no references or is
// condemned.
//
// An exception of a Dispose keeps nothing else from being released, and is thrown when that is done; by the end of the task it
// becomes the task's failure, unless that has failed anyway.
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Rustrt.Federation.Memory;

/// <summary>The local heap of a task.</summary>
[DebuggerDisplay("{Count} boxes of {_task}")]
public sealed class LocalHeap
{
    private const int FewestBetweenCollections = 1000;
    private const int MostRoundsAtEnd = 100;

    private readonly Frame _task;
    private readonly CycleCollector<LocalBox> _collector;
    private readonly Queue<LocalBox> _unreferenced = new();
    private readonly List<LocalBox> _suspects = [];
    private readonly List<LocalBox> _named = [];
    private readonly List<Exception> _failures = [];
    private LocalBox? _newest;
    private long _made;
    private long _nextCollection = FewestBetweenCollections; // by _made
    private bool _isReleasing;
    private bool _isTracing;
    private bool _isEnding;

    private LocalHeap(Frame task)
    {
        _task = task;
        _collector = new CycleCollector<LocalBox>(new Graph(this));
    }

    /// <summary>The running task's.</summary>
    /// <exception cref="OutsideException">No task runs here.</exception>
    [Service("local heap", ServiceNeeds.Task)]
    public static LocalHeap Current
    {
        get
        {
            var task = Spawning.CurrentTask("LocalHeap.Current");
            return task.Extras.LocalHeap ??= new LocalHeap(task);
        }
    }

    /// <summary>How many boxes there are whose values have not been released.</summary>
    public int Count { get; private set; }

    /// <summary>Puts a value into a box with one reference, which is the caller's. May collect first.</summary>
    /// <exception cref="InvalidOperationException">Another task than the heap's called, or <see cref="ILocalReferences.Trace"/> did.</exception>
    public LocalBox<T> Box<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckIdle();
        if (_made >= _nextCollection && !_isReleasing) ReleaseCycles();
        var box = new LocalBox<T>(this, value) { Number = _made++, Older = _newest };
        if (_newest is not null) _newest.Newer = box;
        _newest = box;
        Count++;
        return box;
    }

    /// <summary>Releases the boxes that only refer to each other, and what only they refer to. The newest goes first.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="InvalidOperationException">Called while values are released or traced, or by another task; or a value has
    /// named more references than it has.</exception>
    public int Collect()
    {
        CheckIdle();
        if (_isReleasing) throw new InvalidOperationException("The local heap is releasing values, and cannot collect in the middle of it.");
        return ReleaseCycles();
    }

    /// <summary>Throws unless the heap's task runs here.</summary>
    internal void CheckUser()
    {
        var user = Scheduler.Current?.CurrentTask;
        if (user != _task || _task.ExtrasOrNull?.LocalHeap != this) ThrowForeign(user);
    }

    /// <summary>One more reference.</summary>
    internal void Add(LocalBox box)
    {
        CheckIdle();
        if (box.References == 0 || box.State != LocalBoxState.Present) throw box.IsReleased();
        box.References++;
    }

    /// <summary>One reference less.</summary>
    internal void Drop(LocalBox box)
    {
        CheckIdle();
        if (_isEnding && box.State != LocalBoxState.Present) return; // everything goes, in whatever order values drop what they hold
        Lower(box);
        if (!_isReleasing) ReleaseUnreferenced();
    }

    /// <summary>The task has ended: releases everything. Returns what failed.</summary>
    internal Exception? End()
    {
        _isEnding = true;
        for (int round = 0; _newest is not null; round++)
        {
            if (round == MostRoundsAtEnd)
            {
                _failures.Add(new InvalidOperationException(
                    $"The local heap of {_task} does not become empty: values that are disposed of at its end put new ones into boxes, again and again, {_newest} for one."));
                break;
            }
            var all = new List<LocalBox>(Count);
            for (var box = _newest; box is not null; box = box.Older) all.Add(box);
            ReleaseTogether(all);
            ReleaseQueue();
        }
        return TakeFailure();
    }

    private void CheckIdle()
    {
        CheckUser();
        if (_isTracing) throw new InvalidOperationException($"{nameof(ILocalReferences)}.{nameof(ILocalReferences.Trace)} names references and does nothing else with the heap.");
    }

    private void Lower(LocalBox box)
    {
        if (box.References == 0 || box.State != LocalBoxState.Present) throw box.IsReleased();
        if (--box.References == 0) _unreferenced.Enqueue(box);
        else if (box.Content is ILocalReferences && !box.IsSuspect)
        {
            box.IsSuspect = true;
            _suspects.Add(box);
        }
    }

    private void ReleaseUnreferenced()
    {
        ReleaseQueue();
        if (TakeFailure() is { } failure) ExceptionDispatchInfo.Throw(failure);
    }

    private void ReleaseQueue()
    {
        _isReleasing = true;
        while (_unreferenced.TryDequeue(out var box))
        {
            if (box.State == LocalBoxState.Present) Release(box);
        }
        _isReleasing = false;
    }

    private void Release(LocalBox box)
    {
        var named = TryTrace(box);
        DisposeOf(box);
        Bury(box);
        foreach (var other in named) DropNamed(box, other);
    }

    private int ReleaseCycles()
    {
        List<LocalBox> garbage;
        try
        {
            garbage = _collector.Find(_suspects.Where(static box => box.State == LocalBoxState.Present));
        }
        finally
        {
            foreach (var box in _suspects) box.IsSuspect = false;
            _suspects.Clear();
        }
        int released = garbage.Count;
        if (released > 0)
        {
            garbage.Sort(static (one, other) => other.Number.CompareTo(one.Number));
            var named = garbage.SelectMany(box => TryTrace(box).Select(other => (box, other))).ToList();
            ReleaseTogether(garbage);
            foreach (var (box, other) in named)
            {
                if (other.State == LocalBoxState.Present) DropNamed(box, other); // it is not of the cycle
            }
            int before = Count;
            ReleaseQueue();
            released += before - Count;
        }
        _nextCollection = _made + Math.Max(FewestBetweenCollections, Count);
        if (TakeFailure() is { } failure) ExceptionDispatchInfo.Throw(failure);
        return released;
    }

    private void ReleaseTogether(List<LocalBox> boxes)
    {
        foreach (var box in boxes) box.State = LocalBoxState.Condemned;
        _isReleasing = true;
        foreach (var box in boxes) DisposeOf(box);
        _isReleasing = false;
        foreach (var box in boxes) Bury(box);
    }

    private List<LocalBox> TryTrace(LocalBox box)
    {
        _named.Clear();
        try
        {
            Trace(box, _named);
        }
        catch (Exception e)
        {
            _failures.Add(e);
            _named.Clear();
        }
        return _named.Count == 0 ? [] : [.. _named]; // a Dispose may trace meanwhile
    }

    private void Trace(LocalBox box, List<LocalBox> into)
    {
        if (box.Content is not ILocalReferences references) return;
        _isTracing = true;
        try
        {
            references.Trace(new LocalTracer(this, into));
        }
        finally
        {
            _isTracing = false;
        }
    }

    private void DisposeOf(LocalBox box)
    {
        try
        {
            (box.Content as IDisposable)?.Dispose();
        }
        catch (Exception e)
        {
            _failures.Add(e);
        }
    }

    private void DropNamed(LocalBox by, LocalBox box)
    {
        if (box.References > 0 && box.State == LocalBoxState.Present) Lower(box);
        else _failures.Add(new InvalidOperationException(
            $"{by} has dropped a reference to {box} that it named by {nameof(ILocalReferences.Trace)}: those the heap drops."));
    }

    private void Bury(LocalBox box)
    {
        box.State = LocalBoxState.Released;
        box.References = 0;
        if (box.Newer is null) _newest = box.Older;
        else box.Newer.Older = box.Older;
        if (box.Older is not null) box.Older.Newer = box.Newer;
        box.Older = box.Newer = null;
        Count--;
    }

    private Exception? TakeFailure()
    {
        if (_failures.Count == 0) return null;
        var failure = _failures.Count == 1 ? _failures[0] : new AggregateException(_failures);
        _failures.Clear();
        return failure;
    }

    private void ThrowForeign(Frame? user)
    {
        if (_isEnding) throw new InvalidOperationException("The task that this box or local heap belongs to has ended, and all its boxes have been released.");
        throw new InvalidOperationException(
            $"This is in the local heap of {_task}, and {(user is null ? "a thread that runs no task" : user)} used it. Local boxes cannot be "
            + "given to others: send the value, or use the exchange heap.");
    }

    // The boxes as the collector sees them.
    private sealed class Graph(LocalHeap heap) : ICountedGraph<LocalBox>
    {
        public int ReferencesTo(LocalBox node) => node.References;

        public void Trace(LocalBox node, List<LocalBox> into) => heap.Trace(node, into);

        public int PlaceOf(LocalBox node) => node.Place;

        public void SetPlace(LocalBox node, int place) => node.Place = place;

        public Exception MoreTracedThanCounted(LocalBox node) => new InvalidOperationException(
            $"{node} has {node.References} references, and {nameof(ILocalReferences)}.{nameof(ILocalReferences.Trace)} of those that refer to it named more.");
    }
}
