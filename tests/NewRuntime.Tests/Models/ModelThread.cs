// One modelled thread and its memory model: total store order, as on x64.
//
//   store             goes to the end of the thread's own buffer
//   load              sees the newest own buffered store to the word, else the memory
//   interlocked,      empty the own buffer first
//   fence
//   fence everywhere  empties all buffers: the operating system interrupts the other threads for it
//
// When a buffered store reaches the memory is a choice, but only what a thread is about to read or overwrite there can make
// a difference. So the choice is put off until then: before another thread touches a word, it is asked how many of the
// buffered stores up to one to that word have arrived. A store itself, and a read of what only the thread itself writes,
// is seen by nobody else and is therefore no place to switch threads.
//
// A weakened access (a mutation): an interlocked operation becomes a load and a buffered store, a fence nothing, a fence everywhere
// one of the calling thread alone, a release a store that overtakes those before it. The last does not happen on x64; it is what a
// plain store may do elsewhere.
namespace Rustrt.Federation.Tests;

/// <summary>A thread of a <see cref="ModelRun"/>.</summary>
internal sealed class ModelThread(ModelRun run, string name, Action body)
{
    private readonly List<(Location Location, object? Value)> _buffer = [];
    private bool _draining;

    /// <summary>The modelled thread that the calling thread plays; null if none.</summary>
    [ThreadStatic]
    private static ModelThread? t_current;

    public static ModelThread? Current => t_current;

    public string Name => name;

    public bool HasEnded { get; private set; }

    /// <summary>What the thread waits for; null: it can go on.</summary>
    public Func<bool>? Waits { get; private set; }

    public void Play()
    {
        t_current = this;
        try
        {
            body();
        }
        finally
        {
            t_current = null;
            HasEnded = true;
        }
    }

    /// <summary>Blocks the calling modelled thread, as a system call does: a full fence, then a condition.</summary>
    public static void WaitUntil(Func<bool> condition)
    {
        var me = Current!;
        me.Fence();
        me.Waits = condition;
        me.Run.Blocked(me);
        me.Waits = null;
    }

    public ModelRun Run => run;

    public T Own<T>(ref T word) => (T)Seen(run.Find(ref word))!;

    public T Load<T>(ref T word)
    {
        var location = run.Find(ref word);
        run.Step(this);
        OthersMayArrive(location);
        object? value = Seen(location);
        run.Trace(this, $"read {location.Name}", value);
        return (T)value!;
    }

    public void Store<T>(ref T word, T value, AccessKind kind)
    {
        var location = run.Find(ref word);
        if (run.IsWeakened(new Access(kind, name, location.Name, value)))
        {
            run.Step(this);
            OthersMayArrive(location);
            _buffer.RemoveAll(store => store.Location == location);
            location.Memory = value;
            run.Trace(this, $"write, overtaking, {location.Name}", value);
            return;
        }
        _buffer.Add((location, value));
        run.Trace(this, $"write {location.Name}", value);
    }

    public T Change<T>(ref T word, T value, AccessKind kind, Func<T, bool> changes, Func<T, T> result)
    {
        var location = run.Find(ref word);
        if (run.IsWeakened(new Access(kind, name, location.Name, value)))
        {
            var seen = Load(ref word);
            if (changes(seen)) Store(ref word, result(seen), AccessKind.Plain);
            return seen;
        }
        run.Step(this);
        DrainAll();
        OthersMayArrive(location);
        var old = (T)location.Memory!;
        if (changes(old)) location.Memory = result(old);
        run.Trace(this, $"{kind} {location.Name} to {value} finds", old);
        return old;
    }

    /// <summary>Reads until it reads something else. Reads in between change nothing, so they are left out: others go on until
    /// there is something else, and what they have stored arrives.</summary>
    public void WaitWhile<T>(ref T word, T value)
    {
        var location = run.Find(ref word);
        DrainAll();
        while (Equals(Load(ref word), value))
        {
            Waits = () => !Equals(location.Memory, value) || run.Threads.Any(other => other != this && other.Stores(location));
            run.Blocked(this);
            Waits = null;
            if (!Equals(location.Memory, value)) continue;
            foreach (var other in run.Threads) other.DrainTo(location); // stores arrive in the end
        }
    }

    /// <summary>Takes a lock, which is a word like any other here: free, or taken.</summary>
    public void Enter(Lock gate)
    {
        ref bool taken = ref run.IsTaken(gate);
        while (Change(ref taken, true, AccessKind.Exchange, _ => true, _ => true)) WaitWhile(ref taken, true);
    }

    public void Exit(Lock gate) => Store(ref run.IsTaken(gate), false, AccessKind.Release);

    private bool Stores(Location location) => _buffer.Any(store => store.Location == location);

    public void Fence()
    {
        if (run.IsWeakened(new Access(AccessKind.Fence, name, "", null))) return;
        run.Step(this);
        DrainAll();
        run.Trace(this, "fence", null);
    }

    public void FenceEverywhere()
    {
        if (run.IsWeakened(new Access(AccessKind.FenceEverywhere, name, "", null)))
        {
            Fence();
            return;
        }
        run.Step(this);
        foreach (var thread in run.Threads) thread.DrainAll();
        run.Trace(this, "fence everywhere", null);
    }

    private void DrainTo(Location location)
    {
        while (Stores(location)) DrainOldest();
    }

    public void DrainAll()
    {
        while (_buffer.Count > 0) DrainOldest();
    }

    private object? Seen(Location location)
    {
        for (int i = _buffer.Count - 1; i >= 0; i--)
        {
            if (_buffer[i].Location == location) return _buffer[i].Value;
        }
        return location.Memory;
    }

    private void DrainOldest()
    {
        var (location, value) = _buffer[0];
        _draining = true;
        OthersMayArrive(location);
        _draining = false;
        _buffer.RemoveAt(0);
        location.Memory = value;
        run.Trace(this, $"    arrives {location.Name}", value);
    }

    private void OthersMayArrive(Location location)
    {
        foreach (var other in run.Threads)
        {
            if (other == this || other._draining) continue;
            var upTo = other._buffer.Select((store, i) => store.Location == location ? i + 1 : 0).Where(count => count > 0).ToList();
            int choice = run.Choose(upTo.Count + 1);
            for (int left = choice == 0 ? 0 : upTo[choice - 1]; left > 0; left--) other.DrainOldest();
        }
    }
}
