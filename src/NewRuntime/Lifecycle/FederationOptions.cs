using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Rustrt.Federation;

/// <summary>How a federation is set up. Read once, by the constructor of <see cref="Federation"/>.</summary>
[DebuggerDisplay("{MainSchedulers} schedulers, {Policy}")]
public sealed record FederationOptions
{
    /// <summary>Most schedulers (threads) of the main group. Must be at least 1.</summary>
    public int MainSchedulers { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Whether the main group is the platform group: its first scheduler then runs on the thread that calls
    /// <see cref="Federation.Run()"/> (or on a foreign loop, <see cref="Federation.DriveFromLoop"/>), and a federation with one
    /// main scheduler needs no other thread but that which looks for stalls (<see cref="StallLineAfter"/>).
    /// </summary>
    public bool MainOnCallersThread { get; init; }

    /// <summary>Policy of the platform group, the main group, and of groups created without one of their own.</summary>
    public SchedulingPolicy Policy { get; init; } = SchedulingPolicy.Stealing;

    /// <summary>The loop that gives turns, for a host whose tasks are mostly of one kind of its own.</summary>
    public TurnLoop Turns { get; init; } = TurnLoop.ForAny;

    /// <summary>
    /// Makes the event loop of each scheduler, on the scheduler's own thread. By default a <see cref="UvEventLoop"/> if libuv is installed,
    /// else a <see cref="UringEventLoop"/> if the kernel allows it, else a <see cref="FutexEventLoop"/>, which watches no descriptors.
    /// </summary>
    public Func<IEventLoop> EventLoops { get; init; } = DefaultEventLoop.Create;

    /// <summary>What tells schedulers the time, for timers alone: its timestamps are used, its timers are not.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Told once of each failure that nobody else is told of: the task is not joined, and is not the main task. By default a line
    /// on stderr. Called on any thread, the finalizer's among them; must not throw.
    /// </summary>
    public Action<TaskFailure> UnobservedFailure { get; init; } =
        static failure => Console.Error.WriteLine($"rustrt: {failure}; nobody joined it");

    /// <summary>
    /// Told why the federation ends with status 101, once everything else has been cancelled. By default written to stderr.
    /// Called on the thread that ran the main task; must not throw.
    /// </summary>
    public Action<FailureReport> MainTaskFailed { get; init; } = static report => Console.Error.WriteLine(report);

    /// <summary>
    /// Told of each value of <see cref="GlobalData"/> that could not be disposed of, once all have been tried; the exit status is 101
    /// then. By default a line on stderr. Called on the thread that waits for the end; must not throw.
    /// </summary>
    public Action<GlobalDataFailure> GlobalDataFailed { get; init; } = static failure => Console.Error.WriteLine($"rustrt: {failure}");

    /// <summary>Most threads for calls that block (<see cref="GreenTask.RunBlocking(Action)"/>); at least 1. They are started as they are
    /// needed.</summary>
    public int BlockingThreads { get; init; } = Math.Min(64, 2 * Environment.ProcessorCount);

    /// <summary>How many more such calls may wait for a thread; zero or more. One more is refused.</summary>
    public int BlockingQueueLength { get; init; } = 1024;

    /// <summary>How long such a thread waits for another call before it ends.</summary>
    public TimeSpan BlockingKeepAlive { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a turn of a task may take before it counts as a stall: the task keeps its scheduler from everything else. It is then
    /// reported once, and the tasks that wait behind it are handed to the other schedulers of the group as far as they are not bound.
    /// A thread looks at the schedulers so often, and sleeps while all of them do. <see cref="Timeout.InfiniteTimeSpan"/>: there is no
    /// such thread, and nobody is told. Real time, whatever the <see cref="Clock"/>.
    /// </summary>
    public TimeSpan StallAfter { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>
    /// How long a stall must last until a line on stderr says which task it is, where it was spawned, and what to do; there is at most
    /// one such line in ten seconds. <see cref="Timeout.InfiniteTimeSpan"/>: none. Without it, without <see cref="Stalled"/>, and with one
    /// scheduler in each group, there is no thread that looks.
    /// </summary>
    public TimeSpan StallLineAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Told of each stall, once, as soon as it is one (<see cref="StallAfter"/>), on the thread that looks for them; must not throw.</summary>
    public Action<StallReport>? Stalled { get; init; }

    /// <summary>
    /// How often it is written down which task waits in which wait, so that <see cref="TaskWait.AtLeast"/> is right to about that span.
    /// Each time costs a look at every task. Null: the thread that looks for stalls (<see cref="StallAfter"/>), where there is one, does
    /// it every ten seconds, unless there are more than ten thousand tasks. <see cref="Timeout.InfiniteTimeSpan"/>: never; a wait's
    /// time then counts from the last turn of any task in its group, or the first <see cref="Federation.Dump"/> that sees it.
    /// </summary>
    public TimeSpan? WaitSampling { get; init; }

    /// <summary>
    /// A signal that has what <see cref="Federation.Dump"/> says written to stderr: <see cref="PosixSignal.SIGQUIT"/> for instance (from a
    /// terminal: Ctrl+\), which then does not end the process; or a number, such as that of SIGUSR1. Null: there is none.
    /// </summary>
    public PosixSignal? DumpSignal { get; init; }

    /// <summary>Where that is written instead.</summary>
    internal TextWriter? DumpOutput { get; init; }

    /// <summary>
    /// Told at the end of the federation which blocks of the exchange heap its tasks have allocated and nobody has freed, if there
    /// are any. Null: no account is kept, and allocating is cheaper. Called on the thread that waits for the end; must not throw.
    /// </summary>
    public Action<IReadOnlyList<Memory.ExchangeLeak>>? ExchangeLeaks { get; init; }

    /// <summary>Called on each scheduler's thread before its first turn.</summary>
    public Action<Scheduler>? ThreadStarted { get; init; }

    /// <summary>Called on each scheduler's thread after its last turn.</summary>
    public Action<Scheduler>? ThreadEnding { get; init; }

    /// <summary>
    /// Called once at shutdown, on the thread that brought the live count to zero, before any group may exit: it may place and
    /// schedule a task in the main group, which then stays until that has ended. For kinds of tasks that
    /// <see cref="Federation.RunAtExit"/> does not know.
    /// </summary>
    public Action<Federation>? StartAtExitTask { get; init; }

    /// <summary>
    /// Told when a phase begins (<see cref="Federation.Phase"/>), on the thread that begins it, so it should be brief. Phases that are
    /// passed over are not told of. Must not throw.
    /// </summary>
    public Action<Federation, FederationPhase>? PhaseBegan { get; init; }

    /// <summary>Stack of scheduler threads in bytes. Upcalls of native tasks run on it, so at least 1 MiB.</summary>
    public int ThreadStackBytes { get; init; } = 2 << 20;

    /// <summary>Who makes the steps of schedulers that would have a thread of their own; called on the thread that makes one.</summary>
    internal Action<Scheduler>? Drive { get; init; }
}
