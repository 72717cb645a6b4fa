// Turns of tasks. Each round: take in what has arrived, pick, run one turn, and put the task where its turn leaves it.
//
// A task that parks is taken out of the queue first and asked to commit second. In between nobody else can see it as
// runnable, and from the moment the commit succeeds it may be running on another scheduler, or be somebody else's
// altogether: the loop does not touch it again.
//
// The event loop is polled between batches of turns while something is watched. Otherwise nothing but a wake can be ready in
// it, and wakes announce work that the inbox and the queues show anyway.
//
// Turns are given by a loop that is compiled for the kind of task (TurnLoop.cs says why).
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private void RunUntilGroupEnds()
    {
        do
        {
            while (RunBatch())
            {
            }
        }
        while (FindWork());
    }

    // Called again and again, so that the JIT compiles it anew with what it has seen of the queue and the tasks; the loop around
    // it is entered once, and would stay as it was compiled first. False: there is nothing more to run.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal bool RunTurns<TKind>()
        where TKind : struct, ITaskKind
    {
        int turns = _turnsPerBatch;
        Counters.Turns += turns;
        for (; turns > 0; turns--)
        {
            if (NextTask() is not { } task)
            {
                Counters.Turns -= turns; // counted in advance: counting behind the loop makes each turn slower
                return false;
            }
            BindIfItStays(task);
            if (!TKind.TryRunTurn(ref task, this, out var turn)) turn = RunAnotherKind(task);
            Settle(task, turn);
        }
        return true;
    }

    /// <summary>Runs what there is to run, but not for long, and ends waits whose time is over or whose descriptor is ready. False:
    /// there is nothing more.</summary>
    internal bool RunBatch()
    {
        Volatile.Write(ref _isInBatch, true);
        bool more = Counters.Turns < _turnTime.NextSample && !IsBatchAwaited ? _turns.RunTurns(this) : RunTimedTurns();
        Volatile.Write(ref _isInBatch, false);
        GiveBackUnitsIfNobodySleeps();
        return more | FireDueTimers() | PollIfWatching();
    }

    /// <summary>What is spare of the task count is given back before a sleep (<see cref="TaskUnits"/>). With weak tasks, which may go on for
    /// ever, none may come.</summary>
    internal void GiveBackUnitsIfNobodySleeps()
    {
        if (Group.Federation.Live.IsAdjusted) Group.GiveBackUnits(this);
    }

    /// <summary>Whether something waits for the end of a batch.</summary>
    private bool IsBatchAwaited => _timers is { Count: > 0 } || _watches is { Count: > 0 } || HasForeignLoop;

    private TaskCell? NextTask()
    {
        if (!_inbox.IsEmpty) TakeIn();
        return Queue.Next();
    }

    /// <summary>Deals with everything that others have sent.</summary>
    internal void TakeIn()
    {
        var deliveries = _inbox.TakeAll();
        Counters.Deliveries += deliveries.Length;
        Counters.SuppressedWakes += deliveries.Length - (_wokenByDelivery ? 1 : 0);
        _wokenByDelivery = false;
        foreach (ref readonly var delivery in deliveries) delivery.Arrive(this);
        _inbox.Done(deliveries.Length);
    }

    /// <summary>Gives a task a turn; it has to be put somewhere after that (<see cref="Settle"/>).</summary>
    internal Turn GiveTurn(TaskCell task)
    {
        BindIfItStays(task);
        if (task is not WaitProbe) Counters.Turns++;
        return task.RunTurn(this);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Turn RunAnotherKind(TaskCell task) => task.RunTurn(this);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BindIfItStays(TaskCell task)
    {
        if (!task.IsBound && task.StaysWhereItRan) task.BindTo(this);
    }

    /// <summary>Puts a task where its turn has left it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Settle(TaskCell task, Turn turn)
    {
        if (turn == Turn.Yielded)
        {
            Queue.Yielded(task);
            return;
        }

        Debug.Assert(turn is Turn.Parked or Turn.Finished, "A task left its turn in a way that is no way to leave one.");
        Queue.Left(task, turn);
        task.MarkUnscheduled();
        if (turn == Turn.Finished)
        {
            task.Finished(this);
        }
        else if (!task.CommitPark())
        {
            ScheduleOwn(task); // behind the others, or a task that is woken again and again would starve them
        }
    }

    /// <summary>Makes a task runnable that is bound here. The scheduler's thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void ScheduleOwn(TaskCell task)
    {
        task.MarkScheduled();
        Queue.AddOwn(task);
    }
}
