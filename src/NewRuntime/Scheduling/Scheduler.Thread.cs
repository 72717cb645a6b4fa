// On which thread a scheduler runs, from start to end.
//
// Its own thread is named, has a stack that upcalls of native tasks may use, and does not inherit the execution context of
// whoever created it: a scheduler lives on after that and must not carry its values about. An exception that reaches
// the top has come out of a turn, so the queues are no longer to be trusted: the process ends with a message.
using System.Diagnostics;

namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private int _started;
    private SchedulerContext? _context;

    /// <summary>Has the scheduler run: on a thread of its own, or by whoever drives the federation.</summary>
    internal void Start()
    {
        Claim();
        if (Group.Federation.Options.Drive is { } drive)
        {
            drive(this);
            return;
        }
        var thread = new Thread(RunAndReport, Group.Federation.Options.ThreadStackBytes)
        {
            Name = $"rustrt-{Group.Id}.{Index}",
            IsBackground = true, // Federation.Run joins it; a host that ends without that is not held up
        };
        Group.Federation.Registry.ThreadStarted(thread);
        thread.UnsafeStart();
    }

    /// <summary>Runs the scheduler on the calling thread until its group has ended.</summary>
    internal void RunOnCurrentThread()
    {
        ClaimForCurrentThread("Federation.Run");
        Run();
    }

    /// <summary>Reserves a scheduler that has no thread of its own for the calling one.</summary>
    internal void ClaimForCurrentThread(string service)
    {
        if (Here is not null) throw OutsideException.Runs(service);
        Claim();
    }

    /// <summary>
    /// Makes the scheduler the one that the calling thread belongs to, for one step. Returns what it belonged to before.
    /// </summary>
    internal Belonging Enter()
    {
        var before = new Belonging(Current, SynchronizationContext.Current);
        Here = this;
        SynchronizationContext.SetSynchronizationContext(_context ??= new SchedulerContext(this));
        return before;
    }

    /// <summary>Undoes <see cref="Enter"/>.</summary>
    internal static void Exit(Belonging before)
    {
        Here = before.Scheduler;
        SynchronizationContext.SetSynchronizationContext(before.Context);
    }

    /// <summary>What a thread belongs to.</summary>
    internal readonly record struct Belonging(Scheduler? Scheduler, SynchronizationContext? Context);

    private void Claim()
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
            throw new InvalidOperationException($"{this} has been started already; a federation runs once.");
    }

    private void RunAndReport()
    {
        try
        {
            Run();
        }
        catch (Exception e)
        {
            Environment.FailFast($"rustrt: {this} ended by an exception: {e.Message}", e);
        }
    }

    private void Run()
    {
        var before = Enter();
        try
        {
            Begin();
            RunUntilGroupEnds();
            End();
        }
        finally
        {
            _loop?.Dispose(); // once more, unless an exception has come in between
            Exit(before);
        }
        Group.SchedulerLeft();
    }

    /// <summary>The first step, on the thread that the scheduler belongs to.</summary>
    internal void Begin()
    {
        var options = Group.Federation.Options;
        Group.Federation.Tasks.Joined(Frames);
        _loop = options.EventLoops();
        _busy.Begin(Now.Ticks);
        if (FederationEvents.Log.IsEnabled()) FederationEvents.Log.SchedulerBegins(Group.Federation.Tasks.Id, Group.Id, Index);
        Group.Federation.Stalls?.Begun(Group);
        options.ThreadStarted?.Invoke(this);
    }

    /// <summary>The last step: the group has ended. Nobody waits in the event loop any more.</summary>
    internal void End()
    {
        _busy.End(Now.Ticks);
        while (!_inbox.TryClose()) TakeIn(); // timers of ended tasks may have been taken back, joiners may have come
        Debug.Assert(_inbox.IsEmpty && Queue.Next() is null, "The group has ended, but there are tasks left to run.");
        Group.Federation.Options.ThreadEnding?.Invoke(this);
        if (FederationEvents.Log.IsEnabled()) FederationEvents.Log.SchedulerEnds(Group.Federation.Tasks.Id, Group.Id, Index);
        Group.Federation.Tasks.Left(Frames);
        _loop!.Dispose();
        LetGo();
    }

    // A pooled frame refers to the scheduler that it was bound to last until it is a task again, which may take for ever. So what
    // is large goes now.
    private void LetGo()
    {
        Frames.Clear();
        _timers = null;
        _watches = null;
        _times = null;
        Watch = null;
    }
}
