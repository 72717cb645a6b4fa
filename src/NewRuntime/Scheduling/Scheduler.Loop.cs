// Turns of tasks. Each round: take in what has arrived, pick, run one turn, and put the task where its turn leaves it.
//
// A task that parks is taken out of the queue first and asked to commit second. In between nobody else can see it as
// runnable, and from the moment the commit succeeds it may be running on another scheduler, or be somebody else's
// altogether: the loop does not touch it again.
//
// The event loop is polled between batches of turns while something is watched. Otherwise nothing but a wake can be ready in
// it, and wakes announce work that the inbox and the queues show anyway.
//
// RunTurn is inlined into the loop on purpose. A native task leaves its stack by a jump, so that the processor mispredicts
// every return between one resume and the next: a frame less is 6 ns less per turn.
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
    private bool RunTurns()
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
            RunTurn(task);
        }
        return true;
    }

    /// <summary>Runs what there is to run, but not for long, and ends waits whose time is over or whose descriptor is ready. False:
    /// there is nothing more.</summary>
    internal bool RunBatch() => RunTurns() | FireDueTimers() | PollIfWatching();

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
        foreach (ref readonly var delivery in deliveries) delivery.Arrive(this);
        _inbox.Done(deliveries.Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RunTurn(TaskCell task)
    {
        Settle(task, GiveTurn(task));
    }

    /// <summary>Gives a task a turn; it has to be put somewhere after that (<see cref="Settle"/>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Turn GiveTurn(TaskCell task)
    {
        if (task.Home is null && task.StaysWhereItRan) task.BindTo(this);
        return task.RunTurn(this);
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
            task.MarkScheduled();
            Queue.AddOwn(task); // behind the others, or a task that is woken again and again would starve them
        }
    }
}
