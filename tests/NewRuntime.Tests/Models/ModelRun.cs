namespace Rustrt.Federation.Tests;

/// <summary>
/// One schedule of a program: real threads of which only one goes on at a time; who goes on, and which buffered stores have
/// arrived, is read from a list of choices, and is the first possibility beyond its end.
/// </summary>
internal sealed class ModelRun
{
    private const int MaxSteps = 5000; // far above any program here: more is a loop that does not end

    /// <summary>Stands for the number of possibilities in a schedule that is only played again.</summary>
    public const int Recorded = 0;

    private readonly ModelProgram _program;
    private readonly ModelWorkers _workers;
    private readonly Func<Access, bool> _weakens;
    private readonly List<(int Chosen, int Of)> _choices;
    private readonly List<string>? _trace;
    private readonly Dictionary<Lock, bool[]> _locks = [];
    private readonly List<Location> _lockWords = [];
    private int _next;
    private int _preemptionsLeft;
    private int _steps;
    private Exception? _failure;

    public ModelRun(
        ModelProgram program, ModelWorkers workers, int preemptions, Func<Access, bool> weakens, List<(int Chosen, int Of)> choices, List<string>? trace)
    {
        (_program, _workers, _preemptionsLeft, _weakens, _choices, _trace) = (program, workers, preemptions, weakens, choices, trace);
        Threads = [.. program.Threads.Select(thread => new ModelThread(this, thread.Name, thread.Body))];
    }

    public IReadOnlyList<ModelThread> Threads { get; }

    /// <summary>Runs to the end. Returns what went wrong; null: nothing did.</summary>
    public Exception? Play()
    {
        _workers.Play(Threads.Count, Choose(Threads.Count), PlayThread);
        if (_failure is not null) return _failure;
        try
        {
            foreach (var thread in Threads) thread.DrainAll();
            _program.Check();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    public bool IsWeakened(Access access) => _weakens(access);

    /// <summary>Whether a lock of the program is taken: the word that stands for it.</summary>
    public ref bool IsTaken(Lock gate)
    {
        if (!_locks.TryGetValue(gate, out bool[]? taken))
        {
            _locks.Add(gate, taken = [false]);
            _lockWords.Add(Location.Of($"lock {_locks.Count}", () => ref taken[0]));
        }
        return ref taken[0];
    }

    public Location<T> Find<T>(ref T word)
    {
        foreach (var location in _program.Locations.Concat(_lockWords))
        {
            if (location is Location<T> typed && typed.Is(ref word)) return typed;
        }
        throw new InvalidOperationException("A word is used that the program does not list among its locations.");
    }

    public void Trace(ModelThread thread, string what, object? value) => _trace?.Add($"{thread.Name}: {what} {value ?? "-"}");

    public int Choose(int possibilities)
    {
        if (possibilities == 1) return 0;
        if (_next == _choices.Count) _choices.Add((0, possibilities));
        var (chosen, of) = _choices[_next++];
        if (of == possibilities || (of == Recorded && chosen < possibilities)) return chosen;
        throw new InvalidOperationException("The program does not repeat itself: it depends on more than the schedule.");
    }

    /// <summary>Before an access that others can see: perhaps another thread goes on from here.</summary>
    public void Step(ModelThread me)
    {
        if (++_steps > MaxSteps) throw new InvalidOperationException($"no end after {MaxSteps} steps");
        if (_preemptionsLeft == 0) return;
        var others = Ready(me);
        int choice = Choose(others.Count + 1);
        if (choice == 0) return;
        _preemptionsLeft--;
        HandOver(me, others[choice - 1]);
    }

    /// <summary>The thread waits for a condition.</summary>
    public void Blocked(ModelThread me)
    {
        if (me.Waits!())
        {
            Step(me);
            return;
        }
        HandOver(me, NextReady(me));
    }

    private void PlayThread(int index)
    {
        var me = Threads[index];
        try
        {
            if (_failure is null) me.Play();
        }
        catch (ModelAbandonedException)
        {
            // Another thread failed, which is what is reported; this one has only been unwound.
        }
        catch (Exception e)
        {
            _failure ??= e;
        }
        int next = ModelWorkers.Nobody;
        if (_failure is null && Threads.Any(thread => !thread.HasEnded))
        {
            try
            {
                next = IndexOf(NextReady(me));
            }
            catch (InvalidOperationException e)
            {
                _failure = e;
            }
        }
        _workers.Ended(index, next);
    }

    private void HandOver(ModelThread me, ModelThread next)
    {
        _workers.Resume(IndexOf(next));
        _workers.Await(IndexOf(me));
        if (_failure is not null) throw new ModelAbandonedException();
    }

    private ModelThread NextReady(ModelThread me)
    {
        var others = Ready(me);
        if (others.Count == 0) throw new InvalidOperationException("every thread that is left sleeps: a wake is lost");
        return others[Choose(others.Count)];
    }

    private List<ModelThread> Ready(ModelThread me) =>
        [.. Threads.Where(thread => thread != me && !thread.HasEnded && (thread.Waits is not { } waits || waits()))];

    private int IndexOf(ModelThread thread) => Threads.TakeWhile(other => other != thread).Count();

    private sealed class ModelAbandonedException : Exception;
}
