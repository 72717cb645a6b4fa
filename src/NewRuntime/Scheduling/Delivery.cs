namespace Rustrt.Federation;

/// <summary>What other threads send to a scheduler: a task that it alone may run, or a change of one that is bound to it.</summary>
internal readonly struct Delivery
{
    private enum Kind : long
    {
        Run,
        Wake,
        Cancel,
        Join,
        Unjoin,
        Detach,
        RemoveTimer,
        EndWatch,
        Operation,
    }

    private readonly TaskCell _task;
    private readonly object? _other; // who joins, or the operation
    private readonly Kind _kind;
    private readonly long _word;

    private Delivery(TaskCell task, Kind kind, long word = 0, object? other = null)
    {
        _task = task;
        _kind = kind;
        _word = word;
        _other = other;
    }

    /// <summary>The task that it is about.</summary>
    internal TaskCell Task => _task;

    /// <summary>The task, if it is to run and any scheduler of its group may run it.</summary>
    internal TaskCell? UnboundTask => _kind == Kind.Run && !_task.IsBound ? _task : null;

    /// <summary>The task is to run.</summary>
    internal static Delivery Run(TaskCell task) => new(task, Kind.Run);

    /// <summary><see cref="Waiter.Wake"/>.</summary>
    internal static Delivery Wake(Frame task, uint number, WaitStatus status, int which) =>
        new(task, Kind.Wake, ((long)number << 32) | (long)(uint)((which << 8) | (int)status));

    /// <summary><see cref="Frame.Cancel"/>.</summary>
    internal static Delivery Cancel(Frame task, int generation) => new(task, Kind.Cancel, generation);

    /// <summary><see cref="Frame.AddJoiner"/>.</summary>
    internal static Delivery Join(Frame task, Frame joiner, uint number, int generation) =>
        new(task, Kind.Join, ((long)generation << 32) | number, joiner);

    /// <summary><see cref="Frame.RemoveJoiner"/>.</summary>
    internal static Delivery Unjoin(Frame task, Frame joiner, int generation) => new(task, Kind.Unjoin, generation, joiner);

    /// <summary><see cref="Frame.Detach"/>.</summary>
    internal static Delivery Detach(Frame task, int generation) => new(task, Kind.Detach, generation);

    /// <summary><see cref="Scheduler.RemoveTimer"/>.</summary>
    internal static Delivery RemoveTimer(Frame task, int position, uint number) =>
        new(task, Kind.RemoveTimer, ((long)position << 32) | number);

    /// <summary><see cref="Scheduler.EndWatch"/>.</summary>
    internal static Delivery EndWatch(Frame task, int descriptor, uint number) =>
        new(task, Kind.EndWatch, ((long)descriptor << 32) | number);

    /// <summary><see cref="HomedOperation.Arrive"/>.</summary>
    internal static Delivery Operation(Frame task, HomedOperation operation) => new(task, Kind.Operation, other: operation);

    /// <summary>Does what was sent, on the thread of the scheduler that it was sent to.</summary>
    internal void Arrive(Scheduler scheduler)
    {
        if (_kind == Kind.Run) scheduler.Counters.Sent++;
        else scheduler.Counters.HomedOperations++;
        switch (_kind)
        {
            case Kind.Run:
                scheduler.Queue.AddOwn(_task);
                break;
            case Kind.Wake:
                ((Frame)_task).WakeAtHome((uint)(_word >> 32), (WaitStatus)(byte)_word, (ushort)(_word >> 8));
                break;
            case Kind.Cancel:
                ((Frame)_task).CancelAtHome((int)_word);
                break;
            case Kind.Join:
                ((Frame)_task).AddJoiner((Frame)_other!, (uint)_word, (int)(_word >> 32), scheduler);
                break;
            case Kind.Unjoin:
                ((Frame)_task).RemoveJoiner((Frame)_other!, (int)_word, scheduler);
                break;
            case Kind.Detach:
                ((Frame)_task).Detach((int)_word, scheduler);
                break;
            case Kind.RemoveTimer:
                scheduler.RemoveTimer((int)(_word >> 32), (Frame)_task, (uint)_word);
                break;
            case Kind.EndWatch:
                scheduler.Watches.Remove((int)(_word >> 32), (Frame)_task, (uint)_word);
                break;
            case Kind.Operation:
                ((HomedOperation)_other!).Arrive(scheduler);
                break;
        }
    }
}
