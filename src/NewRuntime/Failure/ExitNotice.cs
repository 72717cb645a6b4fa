// Watching the end of tasks through a pipe. The watched task holds a place among the pipe's senders, as if it had an end of its
// own: so the pipe does not end before all that are watched have. It cannot wait when it ends, so the pipe has no limit.
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>The pipe that a task's end is told through.</summary>
internal sealed class ExitNotice
{
    private ExitNotice(PipeCore<TaskExit> exits) => Exits = exits;

    /// <summary>The pipe.</summary>
    internal PipeCore<TaskExit> Exits { get; }

    /// <summary>Has the end of a task told, which has been placed and not been started.</summary>
    internal static void Watch(Frame task, SharedSender<TaskExit> exits, Scheduler? current)
    {
        var core = exits.ShareWith(task);
        core.AddSender(current);
        GC.KeepAlive(exits);
        task.Extras.ExitNotice = new ExitNotice(core);
    }

    /// <summary>Throws unless the calling task or thread may have ends told there.</summary>
    internal static void Check(SharedSender<TaskExit>? exits)
    {
        if (exits is null) return;
        exits.CheckOwner();
        if (!exits.IsUnlimited)
        {
            throw new ArgumentException($"{nameof(SpawnOptions)}.{nameof(SpawnOptions.NotifyExit)}: a task that ends cannot wait for room, "
                + $"and this pipe has a limit. Use {nameof(Pipe)}.{nameof(Pipe.Shared)}<{nameof(TaskExit)}>() without a capacity.");
        }
    }

    /// <summary>The task has ended. False: nobody is there to be told.</summary>
    internal bool Tell(TaskExit exit, Scheduler current)
    {
        bool told = Exits.TrySend(exit, current) == WaitStatus.Completed;
        Exits.CloseSender(current);
        return told;
    }
}
