namespace Rustrt.Federation.Tests;

/// <summary>A task whose turns are calls of a function, with the park word that every owner of tasks needs in some form.</summary>
internal sealed class TestTask(Func<TestTask, Scheduler, Turn> turn) : TaskCell
{
    private const int Awake = 0, Parked = 1, Woken = 2;

    private int _word;

    /// <summary>How many turns have begun.</summary>
    public int Turns { get; private set; }

    /// <summary>How many lives have ended.</summary>
    public int Ends { get; private set; }

    /// <summary>Whether the last reference dies with the task, as it does unless somebody keeps one.</summary>
    public bool ReleasedAtEnd { get; init; } = true;

    public bool Stays { get; init; } = true;

    protected internal override bool StaysWhereItRan => Stays;

    /// <summary>Places the task and makes it runnable.</summary>
    public void Start(SchedulerGroup group)
    {
        Assert.True(group.Place(this));
        group.Schedule(this);
    }

    /// <summary>Starts several tasks; all are live before the first can end, so that the live count is zero once.</summary>
    public static void StartAll(SchedulerGroup group, params IReadOnlyList<TestTask> tasks)
    {
        foreach (var task in tasks) Assert.True(group.Place(task));
        foreach (var task in tasks) group.Schedule(task);
    }

    /// <summary>Wakes the task, or leaves one permit for its next park.</summary>
    public void Wake()
    {
        while (true)
        {
            int word = Volatile.Read(ref _word);
            if (word == Woken) return;
            if (Interlocked.CompareExchange(ref _word, word == Parked ? Awake : Woken, word) != word) continue;
            if (word == Parked) Group.Schedule(this);
            return;
        }
    }

    protected internal override Turn RunTurn(Scheduler scheduler)
    {
        Assert.Same(scheduler, Scheduler.Current);
        Turns++;
        return turn(this, scheduler);
    }

    protected internal override bool CommitPark()
    {
        if (Interlocked.CompareExchange(ref _word, Parked, Awake) == Awake) return true;
        Volatile.Write(ref _word, Awake);
        return false;
    }

    protected internal override void Finished(Scheduler scheduler)
    {
        Ends++;
        if (ReleasedAtEnd) Group.TaskReleased();
    }
}
