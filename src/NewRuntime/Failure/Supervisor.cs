// A supervisor is a task like any other: it spawns its children supervised, is told of their ends through a pipe, and starts
// them again. Children are started in the order of the list and stopped in the reverse order, one after the other: cancelled,
// then joined. A child that does not end when it is cancelled holds its supervisor up: one that waits for something foreign without
// its GreenTask.CancellationToken, for instance.
//
// Each start of a child is a task with a number of its own. The end of one that the supervisor has stopped itself is no news.
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>Keeps tasks running.</summary>
[System.Diagnostics.DebuggerDisplay("{_children.Length} children")]
public sealed class Supervisor
{
    private readonly SupervisorOptions _options;
    private readonly ChildSpec[] _children;
    private readonly JoinHandle?[] _running;
    private readonly long[] _ids; // of the running tasks; 0: none
    private readonly Queue<long> _restarts = new();

    private Supervisor(SupervisorOptions options, ChildSpec[] children)
    {
        _options = options;
        _children = children;
        _running = new JoinHandle?[children.Length];
        _ids = new long[children.Length];
    }

    /// <summary>
    /// Starts the children and keeps them running as their <see cref="ChildSpec.Restart"/> says. Ends when none is left, and
    /// stops them all if it is cancelled.
    /// </summary>
    /// <exception cref="SupervisorFailedException">There were too many restarts.</exception>
    /// <exception cref="TaskCancelledException">The task that runs the supervisor has been cancelled.</exception>
    [Service("supervisors", ServiceNeeds.Task)]
    public static GreenTask Run(SupervisorOptions options, params ChildSpec[] children)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(children);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumRestarts);
        return new Supervisor(options, children).Supervise();
    }

    private async GreenTask Supervise()
    {
        var (sender, ends) = Pipe.Shared<TaskExit>();
        using (sender)
        using (ends)
        {
            try
            {
                StartFrom(0, sender);
                while (Array.Exists(_running, child => child is not null))
                {
                    var received = await ends.Receive();
                    if (received.Status != WaitStatus.Completed) throw new TaskCancelledException();
                    int child = Array.IndexOf(_ids, received.Value.Id);
                    if (child >= 0) await Ended(child, received.Value.Outcome, sender);
                }
            }
            finally
            {
                await StopFrom(0);
            }
        }
    }

    private async GreenTask Ended(int child, Outcome outcome, SharedSender<TaskExit> sender)
    {
        Forget(child).Detach(); // what there is to know of it has been told
        if (!IsToRestart(_children[child].Restart, outcome)) return;
        if (!MayRestart()) throw new SupervisorFailedException(_children[child], _options, outcome.Exception);
        switch (_options.Strategy)
        {
            case RestartStrategy.OneForOne:
                Start(child, sender);
                break;
            case RestartStrategy.OneForAll:
                await StopFrom(0);
                StartFrom(0, sender);
                break;
            case RestartStrategy.RestForOne:
                await StopFrom(child);
                StartFrom(child, sender);
                break;
        }
    }

    private static bool IsToRestart(RestartMode mode, Outcome outcome) =>
        mode == RestartMode.Permanent || (mode == RestartMode.Transient && !outcome.IsCompleted);

    private bool MayRestart()
    {
        var clock = _options.Clock ?? Scheduler.Current!.Group.Federation.Options.Clock;
        while (_restarts.TryPeek(out long time) && clock.GetElapsedTime(time) >= _options.Period) _restarts.Dequeue();
        if (_restarts.Count >= _options.MaximumRestarts) return false;
        _restarts.Enqueue(clock.GetTimestamp());
        return true;
    }

    private void StartFrom(int first, SharedSender<TaskExit> sender)
    {
        for (int child = first; child < _children.Length; child++) Start(child, sender);
    }

    private void Start(int child, SharedSender<TaskExit> sender)
    {
        var options = new SpawnOptions { Name = _children[child].Name, Failure = FailurePolicy.Supervised, NotifyExit = sender };
        var task = GreenTask.Spawn(Call(_children[child]), options);
        _running[child] = task;
        _ids[child] = task.Id;
    }

    // An exception of Start itself is the child's, too.
    private static async GreenTask Call(ChildSpec child) => await child.Start();

    private JoinHandle Forget(int child)
    {
        var task = _running[child]!.Value;
        _running[child] = null;
        _ids[child] = 0;
        return task;
    }

    private async GreenTask StopFrom(int first)
    {
        using var _ = GreenTask.Unkillable();
        for (int child = _children.Length - 1; child >= first; child--)
        {
            if (_running[child] is null) continue;
            var task = Forget(child);
            task.Cancel();
            await task.Try();
        }
    }
}
