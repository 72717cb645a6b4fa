// A supervisor is a task like any other: it spawns its children supervised, is told of their ends through a pipe, and starts
// them again. Children are started in the order of the list and stopped in the reverse order, one after the other: cancelled,
// then joined. A child that does not end when it is cancelled holds its supervisor up.
//
// Each start of a child is a life with a number. The end of a life that the supervisor has stopped itself is no news.
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>Keeps tasks running.</summary>
[System.Diagnostics.DebuggerDisplay("{_children.Length} children")]
public sealed class Supervisor
{
    private readonly SupervisorOptions _options;
    private readonly ChildSpec[] _children;
    private readonly JoinHandle?[] _running;
    private readonly int[] _lives;
    private readonly Queue<long> _restarts = new();

    private Supervisor(SupervisorOptions options, ChildSpec[] children)
    {
        _options = options;
        _children = children;
        _running = new JoinHandle?[children.Length];
        _lives = new int[children.Length];
    }

    private readonly record struct End(int Child, int Life);

    /// <summary>
    /// Starts the children and keeps them running as their <see cref="ChildSpec.Restart"/> says. Ends when none is left, and
    /// stops them all if it is cancelled.
    /// </summary>
    /// <exception cref="SupervisorFailedException">There were too many restarts.</exception>
    /// <exception cref="TaskCancelledException">The task that runs the supervisor has been cancelled.</exception>
    public static GreenTask Run(SupervisorOptions options, params ChildSpec[] children)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(children);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaximumRestarts);
        return new Supervisor(options, children).Supervise();
    }

    private async GreenTask Supervise()
    {
        var (sender, ends) = Pipe.Shared<End>();
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
                    if (received.Value.Life == _lives[received.Value.Child]) await Ended(received.Value.Child, sender);
                }
            }
            finally
            {
                await StopFrom(0);
            }
        }
    }

    private async GreenTask Ended(int child, SharedSender<End> sender)
    {
        Outcome outcome;
        using (GreenTask.Unkillable()) outcome = await _running[child]!.Value.Try(); // it has told us with its last step
        _running[child] = null;
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
        while (_restarts.TryPeek(out long time) && _options.Clock.GetElapsedTime(time) >= _options.Period) _restarts.Dequeue();
        if (_restarts.Count >= _options.MaximumRestarts) return false;
        _restarts.Enqueue(_options.Clock.GetTimestamp());
        return true;
    }

    private void StartFrom(int first, SharedSender<End> sender)
    {
        for (int child = first; child < _children.Length; child++) Start(child, sender);
    }

    private void Start(int child, SharedSender<End> sender)
    {
        var mine = sender.Clone();
        var options = new SpawnOptions { Name = _children[child].Name, Failure = FailurePolicy.Supervised };
        _running[child] = GreenTask.Spawn(Guarded(_children[child], new End(child, ++_lives[child]), mine), options, mine);
    }

    private static async GreenTask Guarded(ChildSpec child, End end, SharedSender<End> ends)
    {
        try
        {
            await child.Start();
        }
        finally
        {
            ends.TrySend(end); // no limit: never refused while the supervisor lives
        }
    }

    private async GreenTask StopFrom(int first)
    {
        using var _ = GreenTask.Unkillable();
        for (int child = _children.Length - 1; child >= first; child--)
        {
            if (_running[child] is not { } task) continue;
            _lives[child]++;
            _running[child] = null;
            task.Cancel();
            await task.Try();
        }
    }
}
