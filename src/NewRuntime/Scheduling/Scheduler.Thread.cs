// On which thread a scheduler runs, from start to end.
//
// Its own thread is named, has a stack that upcalls of native tasks may use, and does not inherit the execution context of
// whoever created it: a scheduler lives on after that and must not carry its values about. An exception that reaches
// the top has come out of a turn, so the queues are no longer to be trusted: the process ends with a message.
namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private int _started;

    /// <summary>Runs the scheduler on a thread of its own.</summary>
    internal void StartThread()
    {
        Claim();
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
        if (t_current is { } other)
            throw new InvalidOperationException($"{this} cannot run on this thread: {other} does already.");
        Claim();
        Run();
    }

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
        var options = Group.Federation.Options;
        var context = SynchronizationContext.Current;
        t_current = this;
        Group.Federation.Tasks.Joined(Frames);
        SynchronizationContext.SetSynchronizationContext(new SchedulerContext(this));
        try
        {
            using (_loop = options.EventLoops())
            {
                options.ThreadStarted?.Invoke(this);
                RunUntilGroupEnds();
                options.ThreadEnding?.Invoke(this);
            }
        }
        finally
        {
            t_current = null;
            Group.Federation.Tasks.Left(Frames);
            SynchronizationContext.SetSynchronizationContext(context);
        }
        Group.SchedulerLeft();
    }
}
