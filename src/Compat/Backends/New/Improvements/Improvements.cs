namespace Rustrt.Compat.Backends.New;

/// <summary>
/// What RUSTRT_IMPROVE asks for: behaviour better than the old runtime's, off unless named (MIGRATION.md, after you
/// switched). Decided once, when the backend is bound.
/// </summary>
internal sealed record Improvements
{
    /// <summary>Of this process.</summary>
    public static Improvements Chosen { get; private set; } = new();

    /// <summary>taskless-calls: a function that needs nothing of its task may be called outside of tasks.</summary>
    public bool TasklessCalls { get; init; }

    /// <summary>exit-deadline: how long the run may go on once its last ordinary task has ended; null: for ever.</summary>
    public TimeSpan? ExitDeadline { get; init; }

    /// <summary>strict-env: a variable that the old runtime would have misread is refused.</summary>
    public bool StrictEnvironment { get; init; }

    /// <summary>collect-cycles: boxes of a task that only refer to each other are freed while it runs.</summary>
    public bool CollectCycles { get; init; }

    /// <summary>async-log: lines of the log are written by a thread of their own.</summary>
    public bool AsyncLog { get; init; }

    /// <summary>Reads the variable; a mistake in it ends the process before any task runs.</summary>
    public static void Read()
    {
        if (EnvironmentText.Get("RUSTRT_IMPROVE") is not { } text) return;
        if (ImprovementParser.TryParse(text, out Improvements? asked, out string? problem)) Chosen = asked;
        else Refusal.Exit($"RUSTRT_IMPROVE: {problem}");
    }

    /// <summary>Says what is asked for in vain, once the router has said which units are new.</summary>
    public static void TellOfIdle(Func<string, bool> isNew)
    {
        foreach (string name in ImprovementParser.NamesIn(EnvironmentText.Get("RUSTRT_IMPROVE") ?? ""))
        {
            string missing = string.Join(" and ", ImprovementNames.Needs[name].Where(unit => !isNew(unit)).Select(static unit => $"{unit}=new"));
            if (missing.Length > 0) Fatal.Write($"rustrt: RUSTRT_IMPROVE: {name} does nothing in this setting, since it needs {missing}\n");
        }
    }
}
