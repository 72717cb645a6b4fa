namespace Rustrt.Federation.Tests;

/// <summary>
/// Runs several bodies as threads of which only one goes on at a time, and decides by a seed at each of their atomic
/// operations who that is. A failing seed fails again. Sequentially consistent: it finds wrong orders of steps, not missing
/// fences.
/// </summary>
internal sealed class Interleaving
{
    // Most operations go straight on; bugs need few switches at the right places rather than many.
    private const double SwitchProbability = 0.25;

    [ThreadStatic]
    private static (Interleaving Run, int Me)? t_member;

    private readonly Random _random;
    private readonly SemaphoreSlim[] _turns;
    private readonly List<int> _living = [];
    private Exception? _failure;

    private Interleaving(int seed, int members)
    {
        _random = new Random(seed);
        _turns = [.. Enumerable.Range(0, members).Select(_ => new SemaphoreSlim(0))];
        _living.AddRange(Enumerable.Range(0, members));
    }

    /// <summary>Runs the bodies to their end under one seed; the first exception of any of them comes out.</summary>
    public static void Explore(int seed, params Action[] bodies)
    {
        var run = new Interleaving(seed, bodies.Length);
        var threads = bodies.Select((body, me) => new Thread(() => run.Member(me, body), 256 << 10) { IsBackground = true }).ToArray();
        foreach (var thread in threads) thread.Start();
        run._turns[run._random.Next(bodies.Length)].Release();
        foreach (var thread in threads) Assert.True(thread.Join(TimeSpan.FromSeconds(60)), $"seed {seed} does not end");
        if (run._failure is not null) throw new InvalidOperationException($"seed {seed}: {run._failure.Message}", run._failure);
    }

    /// <summary>Called before each atomic operation: perhaps somebody else goes on from here.</summary>
    public static void Step()
    {
        if (t_member is not var (run, me)) return;
        if (run._random.NextDouble() >= SwitchProbability) return;
        int next = run._living[run._random.Next(run._living.Count)];
        if (next == me) return;
        run._turns[next].Release();
        run._turns[me].Wait();
    }

    private void Member(int me, Action body)
    {
        _turns[me].Wait();
        t_member = (this, me);
        try
        {
            body();
        }
        catch (Exception e)
        {
            _failure ??= e;
        }
        t_member = null;
        _living.Remove(me);
        if (_living.Count > 0) _turns[_living[_random.Next(_living.Count)]].Release();
    }
}

/// <summary>Plain operations with a possible switch before each.</summary>
internal readonly struct SteppedAtomics : IAtomics
{
    public static int Acquire(ref int location)
    {
        Interleaving.Step();
        return location;
    }

    public static uint Acquire(ref uint location)
    {
        Interleaving.Step();
        return location;
    }

    public static ulong Acquire(ref ulong location)
    {
        Interleaving.Step();
        return location;
    }

    public static void Release(ref uint location, uint value)
    {
        Interleaving.Step();
        location = value;
    }

    public static int Exchange(ref int location, int value)
    {
        Interleaving.Step();
        (location, value) = (value, location);
        return value;
    }

    public static int CompareExchange(ref int location, int value, int expected)
    {
        Interleaving.Step();
        int old = location;
        if (old == expected) location = value;
        return old;
    }

    public static ulong CompareExchange(ref ulong location, ulong value, ulong expected)
    {
        Interleaving.Step();
        ulong old = location;
        if (old == expected) location = value;
        return old;
    }

    public static TaskCell? ReadSlot(ref TaskCell? slot)
    {
        Interleaving.Step();
        return slot;
    }

    public static void WriteSlot(ref TaskCell? slot, TaskCell? task)
    {
        Interleaving.Step();
        slot = task;
    }
}
