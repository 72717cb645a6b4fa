// Turns of tasks. Each round: take in what has arrived, pick, run one turn, and put the task where its turn leaves it.
//
// A task that parks is taken out of the queue first and asked to commit second. In between nobody else can see it as
// runnable, and from the moment the commit succeeds it may be running on another scheduler, or be somebody else's
// altogether: the loop does not touch it again.
//
// The event loop is not polled between turns: today nothing but a wake can be ready in it, and wakes announce work that
// the inbox and the queues show anyway.
using System.Diagnostics;

namespace Rustrt.Federation;

public sealed partial class Scheduler
{
    private void RunUntilGroupEnds()
    {
        do
        {
            while (NextTask() is { } task) RunTurn(task);
        }
        while (FindWork());
        Debug.Assert(_inbox.IsEmpty && Queue.Next() is null, "The group has ended, but there are tasks left to run.");
    }

    private GreenTask? NextTask()
    {
        if (!_inbox.IsEmpty) TakeIn();
        return Queue.Next();
    }

    private void TakeIn()
    {
        var task = _inbox.TakeAll();
        while (task is not null)
        {
            var following = task.Next; // the queue uses the link
            Queue.AddOwn(task);
            task = following;
        }
    }

    private void RunTurn(GreenTask task)
    {
        if (task.Home is null && task.StaysWhereItRan) task.BindTo(this);
        switch (task.RunTurn(this))
        {
            case Turn.Yielded:
                Queue.Yielded(task);
                break;
            case Turn.Parked:
                Queue.Left(task);
                task.MarkUnscheduled();
                if (task.CommitPark()) break;
                task.MarkScheduled();
                Queue.AddOwn(task); // behind the others, or a task that is woken again and again would starve them
                break;
            case Turn.Finished:
                Queue.Left(task);
                task.MarkUnscheduled();
                task.Finished(this);
                break;
            case var turn:
                throw new UnreachableException($"A {task.GetType()} left its turn with {turn}, which is no way to leave one.");
        }
    }
}
