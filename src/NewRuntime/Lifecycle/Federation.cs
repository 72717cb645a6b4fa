// A federation from start to end.
//
//   1. The constructor makes the platform group (id 1: one scheduler, no thread of its own) and the main group (id 2: its
//      first scheduler and thread at once; or, by an option, the same group). Neither may exit yet. The caller places and
//      schedules the first task.
//   2. Run drives the platform scheduler on the calling thread; or a foreign loop does (ForeignScheduler).
//   3. The decrement that brings the live count to zero begins the shutdown, once, on whatever thread did it:
//      a) exit tasks are closed; if there are any, or the options say so, an at-exit task is created and scheduled;
//      b) weak managed tasks are cancelled;
//      c) the main group, then the platform group, may exit.
//   4. A group that may exit and has no live task ends: its id becomes unknown and its schedulers leave. Groups made by
//      CreateGroup may exit from birth, so they end with their last task. One that never gets a task stays, and everything
//      with it: so did the old runtime.
//   5. Run returns when all groups are gone and their threads have ended, and the threads for blocking calls have, too.
//
// The release of a task works in this order, which callers can observe: the group's count is lowered, the live count with it
// (maybe 3), then the group ends if it must (4).
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Rustrt.Federation;

/// <summary>A set of scheduler groups that live and end together.</summary>
[DebuggerDisplay("federation {Tasks.Id}, {MainGroup}, closing: {IsClosing}")]
public sealed partial class Federation
{
    [ThreadStatic]
    private static Federation? t_ofBlockingThread;

    private readonly GroupRegistry _registry = new();
    private int _shuttingDown;

    /// <summary>Sets the federation up; the main group's first scheduler starts at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="EventLoopUnavailableException">The event loop needs something that is not installed.</exception>
    public Federation(FederationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ThreadStackBytes, 1 << 20, nameof(options.ThreadStackBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BlockingThreads, 1, nameof(options.BlockingThreads));
        ArgumentOutOfRangeException.ThrowIfNegative(options.BlockingQueueLength, nameof(options.BlockingQueueLength));
        TimeLimit.Check(options.BlockingKeepAlive, nameof(options.BlockingKeepAlive));
        StallDetector.Check(options.StallAfter, nameof(options.StallAfter));
        StallDetector.Check(options.StallLineAfter, nameof(options.StallLineAfter));
        if (options.WaitSampling is { } sampling && sampling != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(sampling, TimeSpan.Zero, nameof(options.WaitSampling));
        using (options.EventLoops())
        {
            // Made once for nothing: a missing library is the caller's exception here, and the end of the process later.
        }
        Options = options;
        Blocking = new BlockingPool(this);
        Ledger = options.ExchangeLeaks is null ? null : new Memory.ExchangeLedger();
        Live = new LiveCount(_registry);
        Tasks = new LiveTasks(this);
        _waitTimes = new WaitTimes(options.Clock);
        if (options.WaitSampling is { } period && period != Timeout.InfiniteTimeSpan)
            _waitSampler = options.Clock.CreateTimer(_ => _waitTimes.Note(Tasks.Alive()), null, period, period);
        if (options.DumpSignal is { } signal) _dumpSignal = PosixSignalRegistration.Create(signal, WriteDump);
        _exitTasks = new ExitTasks(this);
        Stalls = StallDetector.For(this);
        FederationMeter.Add(this);
        PlatformGroup = NewGroup(options.MainOnCallersThread ? options.MainSchedulers : 1, options.Policy, mayExit: false);
        if (options.MainOnCallersThread)
        {
            MainGroup = PlatformGroup;
            return;
        }
        MainGroup = NewGroup(options.MainSchedulers, options.Policy, mayExit: false);
        MainGroup.Schedulers[0].Start();
    }

    /// <summary>The options it was set up with.</summary>
    public FederationOptions Options { get; }

    /// <summary>What the groups share.</summary>
    public KernelState Kernel { get; } = new();

    /// <summary>What there is one of in the federation, by type.</summary>
    public GlobalData Globals { get; } = new();

    /// <summary>Group 1: one scheduler, on the thread that calls <see cref="Run()"/>, unless it is the main group too.</summary>
    [Service("platform group", ServiceNeeds.Federation)]
    public SchedulerGroup PlatformGroup { get; }

    /// <summary>Where tasks go by default: group 2, or the platform group (<see cref="FederationOptions.MainOnCallersThread"/>).</summary>
    [Service("default group", ServiceNeeds.Federation)]
    public SchedulerGroup MainGroup { get; }

    /// <summary>Whether the live count has been zero.</summary>
    [Service("shutdown", ServiceNeeds.Federation)]
    public bool IsShuttingDown => Volatile.Read(ref _shuttingDown) != 0;

    internal LiveCount Live { get; }

    /// <summary>Who looks for turns that do not end; null: nobody.</summary>
    internal StallDetector? Stalls { get; }

    /// <summary>The federation whose calls that block the calling thread makes; null on other threads.</summary>
    internal static Federation? OfBlockingThread => t_ofBlockingThread;

    /// <summary>The calling thread makes calls that block.</summary>
    internal void ClaimBlockingThread() => t_ofBlockingThread = this;

    /// <summary>The threads for calls that block.</summary>
    internal BlockingPool Blocking { get; }

    /// <summary>What its tasks have on the exchange heap, if anybody wants to know.</summary>
    internal Memory.ExchangeLedger? Ledger { get; }

    /// <summary>
    /// Makes a group of at most <paramref name="maximumSchedulers"/> schedulers and starts the first. It ends with its last
    /// task; until it gets its first one it keeps the federation alive.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is below 1.</exception>
    [Service("groups", ServiceNeeds.Federation)]
    public SchedulerGroup CreateGroup(int maximumSchedulers, SchedulingPolicy? policy = null)
    {
        var group = NewGroup(maximumSchedulers, policy ?? Options.Policy, mayExit: true);
        group.Schedulers[0].Start();
        return group;
    }

    /// <summary>The group with an id, or null if the id was never given out or the group has ended.</summary>
    [Service("groups", ServiceNeeds.Federation)]
    public SchedulerGroup? FindGroup(int id) => _registry.Find(id);

    /// <summary>
    /// The parked tasks of all groups whose policy keeps account of them (<see cref="SchedulingPolicy.LegacyOrder"/>), in the
    /// order in which something that befalls all of them has to reach them. Any of them may be woken or end meanwhile.
    /// </summary>
    public IEnumerable<TaskCell> ParkedInOrder() =>
        _registry.Groups.SelectMany(group => group.Schedulers).SelectMany(scheduler => scheduler.Queue.Parked());

    /// <summary>Counts one more by hand: the counterpart of <see cref="DecrementLiveCount"/>.</summary>
    [Service("live count", ServiceNeeds.Federation)]
    public void IncrementLiveCount() => Live.Adjust(+1);

    /// <summary>Counts one less by hand, so that a weak task does not keep the federation from shutting down.</summary>
    [Service("live count", ServiceNeeds.Federation)]
    public void DecrementLiveCount()
    {
        Live.Adjust(-1);
        AfterDecrement();
    }

    /// <summary>Runs the platform scheduler on this thread until the federation has ended, and returns the exit status.</summary>
    /// <exception cref="OutsideException">Called on a scheduler's thread.</exception>
    /// <exception cref="InvalidOperationException">Called a second time.</exception>
    [Service("running a federation", ServiceNeeds.OwnThread)]
    public int Run()
    {
        PlatformGroup.Schedulers[0].RunOnCurrentThread();
        return WaitForEnd();
    }

    /// <summary>Waits until all groups and threads are gone; the platform scheduler has left. Returns the exit status.</summary>
    internal int WaitForEnd()
    {
        _registry.WaitUntilAllGone();
        Stalls?.Stop();
        FederationMeter.Remove(this);
        _waitSampler?.Dispose();
        _dumpSignal?.Dispose();
        Blocking.Close();
        try
        {
            ReportWhatIsLeft();
        }
        finally
        {
            _ended.SetResult(); // whatever those who are told may throw
            Begins(FederationPhase.Ended);
        }
        return Kernel.ExitStatus;
    }

    private void ReportWhatIsLeft()
    {
        foreach (var failure in Globals.Close())
        {
            Kernel.ExitStatus = KernelState.FailureStatus;
            Options.GlobalDataFailed(failure);
        }
        Tasks.ReportUnobserved();
        if (Ledger?.Left() is { Count: > 0 } leaks) Options.ExchangeLeaks!(leaks);
    }

    /// <summary>
    /// As <see cref="Run()"/>, but returns at once: from now on the platform scheduler lives on a loop of the calling thread,
    /// which gives it its turns.
    /// </summary>
    /// <exception cref="OutsideException">Called on a scheduler's thread.</exception>
    /// <exception cref="InvalidOperationException">Called a second time.</exception>
    /// <exception cref="EventLoopUnavailableException">The event loop of the options has no descriptor to poll.</exception>
    [Service("running a federation", ServiceNeeds.OwnThread)]
    public ForeignScheduler DriveFromLoop() => new(PlatformGroup.Schedulers[0]);

    internal GroupRegistry Registry => _registry;

    /// <summary>To be called after every decrement of the live count that may have brought it to zero.</summary>
    internal void AfterDecrement()
    {
        if (IsShuttingDown || !Live.HasReachedZero()) return;
        if (Interlocked.Exchange(ref _shuttingDown, 1) != 0) return;
        Begins(FederationPhase.ShuttingDown);
        _exitTasks.Begin();
        Options.StartAtExitTask?.Invoke(this);
        Tasks.CancelWeak(Scheduler.Current);
        MainGroup.AllowExit();
        PlatformGroup.AllowExit();
    }

    private SchedulerGroup NewGroup(int maximumSchedulers, SchedulingPolicy policy, bool mayExit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumSchedulers, 1);
        return _registry.Add(id => new SchedulerGroup(this, id, maximumSchedulers, policy, mayExit));
    }
}
