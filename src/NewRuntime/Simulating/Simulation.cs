// A whole federation on one thread. Each scheduler is a SimulatedScheduler; a seed decides which of them makes the next step
// and everything else that could go one way or another (SimulationFaults). Time is virtual and passes only when no scheduler has
// a step to make. So a run depends on its seed and the program alone, and a failure is repeated by its seed.
//
// A program that is simulated gets time and random numbers from the simulation and awaits nothing that other threads do.
using System.Diagnostics;

namespace Rustrt.Federation;

/// <summary>A simulated federation: deterministic, without threads and without waiting.</summary>
[DebuggerDisplay("simulation {Seed} at {Now}")]
public sealed class Simulation
{
    [ThreadStatic]
    private static Simulation? t_current;

    private readonly SimulationOptions _options;
    private readonly SimulatedClock _clock = new();
    private readonly Random _choices;
    private readonly List<SimulatedScheduler> _schedulers = [];
    private readonly List<SimulatedScheduler> _ready = [];
    private readonly List<SimulatedDescriptor> _descriptors = [];
    private readonly SimulatedTasks _tasks = new();
    private long _steps;
    private ulong _fingerprint = 14695981039346656037; // FNV-1a

    private Simulation(int seed, SimulationOptions options)
    {
        Seed = seed;
        _options = options;
        _choices = new Random(seed);
        Random = new Random(_choices.Next());
    }

    /// <summary>The simulation that the calling task lives in, or null.</summary>
    public static Simulation? Current => t_current;

    /// <summary>What the run follows from.</summary>
    public int Seed { get; }

    /// <summary>Random numbers for the simulated program: they follow from the seed, and drawing them does not change the schedule.</summary>
    public Random Random { get; }

    /// <summary>The virtual time, for programs that take theirs from a <see cref="TimeProvider"/>. It makes no timers.</summary>
    public TimeProvider Time => _clock;

    /// <summary>How much virtual time has passed.</summary>
    public TimeSpan Now => _clock.Now;

    internal SimulationFaults Faults => _options.Faults;

    /// <summary>Runs a program as the first task of a simulated federation, until all its tasks have ended.</summary>
    /// <param name="seed">Decides everything that is not decided by the program.</param>
    /// <param name="main">Makes the first task.</param>
    /// <param name="options">How the federation is set up.</param>
    /// <exception cref="SimulationDeadlockException">All tasks wait for each other.</exception>
    /// <exception cref="SimulationException">The first task failed, the run did not end, or the runtime broke a rule of its own.</exception>
    /// <exception cref="OutsideException">Called on a scheduler's thread.</exception>
    /// <exception cref="InvalidOperationException">Called inside of another simulation.</exception>
    [Service("simulation", ServiceNeeds.OwnThread)]
    public static SimulationResult Run(int seed, Func<GreenTask> main, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(main);
        if (Place.Here is not null) throw OutsideException.Runs("Simulation.Run");
        if (t_current is not null) throw new InvalidOperationException("A simulation cannot be started inside of another one.");
        var simulation = new Simulation(seed, options ?? new SimulationOptions());
        t_current = simulation;
        try
        {
            return simulation.Run(main);
        }
        finally
        {
            t_current = null;
        }
    }

    /// <summary>Makes a descriptor that tasks of this simulation can wait for.</summary>
    public SimulatedDescriptor OpenDescriptor()
    {
        var descriptor = new SimulatedDescriptor(SimulatedDescriptor.FirstNumber + _descriptors.Count);
        _descriptors.Add(descriptor);
        return descriptor;
    }

    /// <summary>A scheduler makes no step until a span of virtual time is over, as if its thread did not get the processor.</summary>
    public void Stall(Scheduler scheduler, TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var simulated = _schedulers.Find(s => s.Scheduler == scheduler)
            ?? throw new ArgumentException($"{scheduler} is not part of this simulation.", nameof(scheduler));
        simulated.Stall(span);
    }

    /// <summary>Draws whether something with a probability happens.</summary>
    internal bool Happens(double probability) => probability > 0 && _choices.NextDouble() < probability;

    internal TimeSpan DrawStall() => Faults.LongestStall * _choices.NextDouble();

    /// <summary>What of several things a descriptor is ready for.</summary>
    internal Readiness ReadinessOf(int number, Readiness what)
    {
        var descriptor = _descriptors[number - SimulatedDescriptor.FirstNumber];
        return descriptor.HasFailed ? what : descriptor.Ready & what; // the operation that follows would tell
    }

    internal void CheckOpen(int number)
    {
        int index = number - SimulatedDescriptor.FirstNumber;
        if (index < 0 || index >= _descriptors.Count)
        {
            throw new EventLoopUnavailableException($"{nameof(SimulatedEventLoop)} watches simulated descriptors alone, and {number} is "
                + $"none: see {nameof(Simulation)}.{nameof(OpenDescriptor)}.");
        }
        if (_descriptors[index].HasFailed)
            throw new InvalidOperationException($"Descriptor {number} cannot be watched: it has failed.");
    }

    /// <summary>A task is about to have a turn.</summary>
    internal void CheckMayRun(TaskCell task)
    {
        if (task is Frame { MayRun: false }) throw Broken($"{SimulatedTasks.NameOf(task)} gets a turn although it waits or has ended");
        _tasks.Ran(task, Now);
    }

    /// <summary>A task has had its last turn.</summary>
    internal void Ended(TaskCell task) => _tasks.Ended(task);

    private SimulationResult Run(Func<GreenTask> main)
    {
        var federation = new Federation(new FederationOptions
        {
            MainSchedulers = _options.MainSchedulers,
            Policy = _options.Policy,
            Clock = _clock,
            EventLoops = () => new SimulatedEventLoop(this),
            Drive = Add,
        });
        var platform = federation.PlatformGroup.Schedulers[0];
        platform.ClaimForCurrentThread("Simulation.Run");
        Add(platform);

        Exception? failure = null;
        async GreenTask Guarded()
        {
            try
            {
                await main();
            }
            catch (Exception e)
            {
                failure = e;
            }
        }
        Spawning.StartDetached(Guarded().TakeCold(), federation.MainGroup, current: null);

        while (_schedulers.Count > 0) MakeOneStep();
        if (failure is not null) throw new SimulationException(Seed, $"The first task failed: {failure.Message}", failure);
        return new SimulationResult(federation.WaitForEnd(), Now, _steps, _fingerprint);
    }

    private void Add(Scheduler scheduler)
    {
        scheduler.SeedSearches((uint)_choices.Next(1, int.MaxValue));
        _schedulers.Add(_options.Driver(this, scheduler));
    }

    private void MakeOneStep()
    {
        if (++_steps > _options.MaximumSteps)
            throw new SimulationException(Seed, $"The simulation has not ended after {_options.MaximumSteps} steps.\n{_tasks.Describe()}");
        var chosen = Choose();
        if (chosen is null)
        {
            PassTime();
            return;
        }
        if (Happens(Faults.Stall)) chosen.Stall(DrawStall());
        _fingerprint = (_fingerprint ^ chosen.State) * 1099511628211;
        var before = chosen.Scheduler.Enter();
        try
        {
            chosen.Step();
        }
        catch (Exception e) when (e is not SimulationException)
        {
            throw new SimulationException(Seed, $"{chosen.Scheduler} failed: {e.Message}", e);
        }
        finally
        {
            Scheduler.Exit(before);
        }
        if (chosen.IsGone) _schedulers.Remove(chosen);
    }

    private SimulatedScheduler? Choose()
    {
        if (Happens(Faults.SpuriousWake))
        {
            var any = _schedulers[_choices.Next(_schedulers.Count)];
            if (any.IsAsleep) return any;
        }
        _ready.Clear();
        foreach (var scheduler in _schedulers)
        {
            if (scheduler.IsReady) _ready.Add(scheduler);
        }
        return _ready.Count == 0 ? null : _ready[_choices.Next(_ready.Count)];
    }

    // Nobody has a step to make at this time.
    private void PassTime()
    {
        if (_schedulers.TrueForAll(s => s.IsIdle)) CheckThatNothingIsLeft();
        TimeSpan? next = null;
        foreach (var scheduler in _schedulers)
        {
            if (scheduler.NextStep is { } time && !(next <= time)) next = time;
        }
        if (next is null) throw Deadlock();
        _clock.AdvanceTo(next.Value);
    }

    private void CheckThatNothingIsLeft()
    {
        foreach (var scheduler in _schedulers)
        {
            if (scheduler.Scheduler.Group.Work is not { } work) continue;
            if (work.HasWork) throw Broken($"all schedulers sleep, and there are runnable tasks in {scheduler.Scheduler.Group}");
            if (work.HasSearchers) throw Broken($"all schedulers sleep, and the right to search in {scheduler.Scheduler.Group} has not been given back");
        }
    }

    private SimulationDeadlockException Deadlock()
    {
        var present = string.Concat(_schedulers.Select(s => $"\n  {s}"));
        var idle = _schedulers.Select(s => s.Scheduler.Group).Distinct().Where(g => g.LiveTasks == 0 && !g.HasEnded && g.Id > 2)
            .Select(g => $"\n  {g} was made and never got a task: it does not end");
        return new SimulationDeadlockException(
            Seed, $"Deadlock after {Now.TotalMilliseconds} ms: all tasks wait, and nothing is left that could wake one.\n{_tasks.Describe()}{string.Concat(idle)}\nSchedulers:{present}");
    }

    private SimulationException Broken(string rule) => new(Seed, $"The runtime broke a rule after {Now.TotalMilliseconds} ms: {rule}.");
}
