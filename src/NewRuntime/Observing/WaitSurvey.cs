// Who waits for what. No task writes that down for a dump: it is found where the task has registered itself in order to be woken.
// That is read from the thread of whoever asks, while the tasks go on, without a lock: a task that moves on meanwhile may be
// described by half of what it was and half of what it is. What is read is never more than compared.
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>What the tasks of a federation wait for, at some moment.</summary>
internal sealed class WaitSurvey
{
    private readonly Dictionary<Waiter, Frame> _joined = [];
    private readonly Dictionary<PipeCore, List<(Frame Task, PipeEnd? End)>> _users = [];

    internal WaitSurvey(IEnumerable<Frame> tasks)
    {
        foreach (var task in tasks)
        {
            if (task.Joiner is { } joiner) _joined[joiner] = task;
            if (task.ExtrasOrNull is not { } extras) continue;
            foreach (var end in extras.Ends())
            {
                if (end.AnsweredForBy(task)) UsersOf(end.Core).Add((task, end));
            }
            if (extras.ExitNotice is { } notice) UsersOf(notice.Exits).Add((task, null));
        }
    }

    /// <summary>What a task waits for; null: it does not wait.</summary>
    internal TaskWait? Of(Frame task)
    {
        uint number = task.ParkedWait;
        if (number == 0) return null;
        var wait = OfPipes(task, number) ?? OfJoin(task, number) ?? OfExtras(task, number) ?? OfBlocking(task);
        var left = task.TimeLeft(number);
        wait ??= left is null ? new TaskWait(TaskWaitKind.Other, "") : new TaskWait(TaskWaitKind.Sleep, "a time");
        return wait with { Left = left };
    }

    private TaskWait? OfPipes(Frame task, uint number)
    {
        if (task.ExtrasOrNull is not { } extras) return null;
        var received = new List<PipeEnd>();
        foreach (var end in extras.Ends())
        {
            if (end is Receiver)
            {
                if (end.Core.IsReceivedBy(task, number)) received.Add(end);
            }
            else if (end.Core.HoldsSendOf(task, number))
            {
                return new TaskWait(TaskWaitKind.Send, $"room in {NameOf(end)}") { Tasks = Peers(end, receivers: true) };
            }
        }
        if (received.Count == 0) return null;
        string what = received.Count == 1 ? $"a value from {NameOf(received[0])}" : $"a value from one of {string.Join(", ", received.Select(NameOf))}";
        return new TaskWait(TaskWaitKind.Receive, what) { Tasks = [.. received.SelectMany(end => Peers(end, receivers: false)).Distinct()] };
    }

    private TaskWait? OfJoin(Frame task, uint number) =>
        _joined.TryGetValue(task, out var other) && other.IsJoinedBy(task, number)
            ? new TaskWait(TaskWaitKind.Join, $"the end of {other}") { Tasks = [TaskIds.Of(other, other.Generation)] }
            : null;

    private static TaskWait? OfExtras(Frame task, uint number)
    {
        if (task.ExtrasOrNull is not { } extras) return null;
        if (extras.ForeignWait is { } foreign && foreign.Number == number) return new TaskWait(TaskWaitKind.Foreign, TypeName.Of(foreign.Awaiter));
        if (extras.Operation is { } operation && operation.IsOf(task, number)) return new TaskWait(TaskWaitKind.Operation, $"an operation on {operation.Home}");
        return extras.WatchNumber == number ? new TaskWait(TaskWaitKind.Descriptor, $"descriptor {extras.Watched} to be {extras.WatchedFor}") : null;
    }

    private static TaskWait? OfBlocking(Frame task)
    {
        if (!GreenTask.IsCallBlocking(task.TopMethod)) return null;
        bool queued = task.Group.Federation.Blocking.Queues(task);
        return new TaskWait(TaskWaitKind.Blocking, queued ? "a thread for a blocking call" : "a blocking call");
    }

    private IReadOnlyList<long> Peers(PipeEnd end, bool receivers) =>
        _users.TryGetValue(end.Core, out var users)
            ? [.. users.Where(user => user.End is Receiver == receivers).Select(static user => TaskIds.Of(user.Task, user.Task.Generation)).Distinct()]
            : [];

    private List<(Frame Task, PipeEnd? End)> UsersOf(PipeCore pipe)
    {
        if (!_users.TryGetValue(pipe, out var users)) _users.Add(pipe, users = []);
        return users;
    }

    private static string NameOf(PipeEnd end) => $"a pipe of {TypeName.Of(end.GetType().GenericTypeArguments[0])}";
}
