namespace Rustrt.Federation;

/// <summary>
/// The runnable tasks of one scheduler in the order of a policy. Everything here is called on the scheduler's thread; what
/// others may take, they take from the part that a policy shares.
/// </summary>
internal abstract class RunQueue
{
    /// <summary>There is no <see cref="Line"/>.</summary>
    internal const int NoLine = -1;

    /// <summary>How often <see cref="Next"/> has been called.</summary>
    protected uint Asked;

    /// <summary>The same for other threads: while it stands still there is one turn, or none.</summary>
    internal uint Beat => Volatile.Read(ref Asked);

    /// <summary>A task has become runnable on this thread; any scheduler of the group may run it unless it is bound here.</summary>
    internal abstract void Add(TaskCell task);

    /// <summary>As <see cref="Add"/>, for a managed task that has not run yet.</summary>
    internal virtual void AddNewborn(TaskCell task) => Add(task);

    /// <summary>A task that this scheduler has to run next: it is bound here, or came through the inbox.</summary>
    internal abstract void AddOwn(TaskCell task);

    /// <summary>The task whose turn it is, or null.</summary>
    internal abstract TaskCell? Next();

    /// <summary>The task that had its turn wants another one. Wakes nobody: there is no more work than before.</summary>
    internal abstract void Yielded(TaskCell task);

    /// <summary>The task that had its turn is about to park (nobody else knows yet) or has finished.</summary>
    internal abstract void Left(TaskCell task, Turn how);

    /// <summary>How many tasks wait that nobody but this scheduler may run, and how many that others may; a moment ago. Any thread.</summary>
    internal abstract (int Bound, int Others) Waiting { get; }

    /// <summary>How many tasks wait here, if they have their turns in the order in which they became runnable and no other scheduler
    /// may run them; else <see cref="NoLine"/>.</summary>
    internal virtual int Line => NoLine;

    /// <summary>The task of the line that comes after so many others. Null: it would take long to find, or others may run it.</summary>
    internal virtual TaskCell? InLine(int place) => null;

    /// <summary>Takes the first task out of the line, which has one, other than for a turn that this scheduler gives.</summary>
    internal virtual TaskCell TakeFirstInLine() => throw new InvalidOperationException("The tasks of this queue stand in no line.");

    /// <summary>Hands tasks that lie where no thief looks to the group, since the scheduler is in a long turn. Returns how many it
    /// took. One other thread at a time.</summary>
    internal virtual int Rescue() => 0;

    /// <summary>After how many turns the injection queue comes first; 0: there is none. Any thread.</summary>
    internal virtual uint InjectedEvery => 0;

    /// <summary>Turns take so long on average, lately.</summary>
    internal virtual void TurnsTake(TimeSpan average)
    {
    }

    /// <summary>The parked tasks, in the order in which something that befalls all of them reaches them. Empty where the policy
    /// keeps no account of them. Any thread.</summary>
    internal virtual TaskCell[] Parked() => [];

    /// <summary>Lets go of part of the memory that it does not use now. To be called seldom, when there is nothing to run.</summary>
    internal virtual void LetGoOfRoom()
    {
    }
}
