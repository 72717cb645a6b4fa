namespace Rustrt.Federation.Tests;

/// <summary>
/// Goes through all schedules of a program with a bounded number of preemptions, depth first. A thread that ends or waits
/// hands over without one.
/// </summary>
internal static class ModelSearch
{
    /// <summary>Preemptions a schedule may have: two; four, a minute's work, in the full tier; or RUSTRT_MODEL_PREEMPTIONS.</summary>
    public static int Preemptions { get; } = Environment.GetEnvironmentVariable("RUSTRT_MODEL_PREEMPTIONS") is { } said
        ? int.Parse(said, System.Globalization.CultureInfo.InvariantCulture)
        : Tier.IsFull ? 4 : 2;

    /// <summary>Searches all schedules. Returns the first that fails, null if none does, and how many there were.</summary>
    public static (ModelFailure? Failure, int Schedules) Explore(Func<ModelProgram> make, Func<Access, bool>? weakens = null)
    {
        using var workers = new ModelWorkers(make().Threads.Count);
        var choices = new List<(int Chosen, int Of)>();
        for (int schedules = 1; ; schedules++)
        {
            var failure = new ModelRun(make(), workers, Preemptions, weakens ?? (_ => false), choices, trace: null).Play();
            if (failure is not null) return (Replay(make, [.. choices.Select(choice => choice.Chosen)], weakens), schedules);
            while (choices.Count > 0 && choices[^1].Chosen + 1 == choices[^1].Of) choices.RemoveAt(choices.Count - 1);
            if (choices.Count == 0) return (null, schedules);
            choices[^1] = (choices[^1].Chosen + 1, choices[^1].Of);
        }
    }

    /// <summary>Searches, and fails the test with the schedule that fails.</summary>
    public static void Holds(Func<ModelProgram> make)
    {
        var (failure, schedules) = Explore(make);
        Assert.True(failure is null, $"schedule {schedules}: {failure}");
    }

    /// <summary>Searches with a weakened access and fails the test unless some schedule fails.</summary>
    public static void Breaks(Func<ModelProgram> make, Func<Access, bool> weakens)
    {
        bool used = false;
        var (failure, schedules) = Explore(make, access => weakens(access) && (used = true));
        Assert.True(used, "the program has no such access");
        Assert.True(failure is not null, $"none of {schedules} schedules shows that the access was weakened");
    }

    /// <summary>Plays one schedule again and records it.</summary>
    public static ModelFailure? Replay(Func<ModelProgram> make, IReadOnlyList<int> schedule, Func<Access, bool>? weakens = null)
    {
        var program = make();
        using var workers = new ModelWorkers(program.Threads.Count);
        var trace = new List<string>();
        var run = new ModelRun(program, workers, Preemptions, weakens ?? (_ => false), [.. schedule.Select(chosen => (chosen, ModelRun.Recorded))], trace);
        return run.Play() is { } failure ? new ModelFailure(failure.Message, schedule, trace) : null;
    }
}

/// <summary>A schedule that fails.</summary>
internal sealed record ModelFailure(string Message, IReadOnlyList<int> Schedule, IReadOnlyList<string> Trace)
{
    public override string ToString() =>
        $"{Message}{Environment.NewLine}replay [{string.Join(", ", Schedule)}]{Environment.NewLine}{string.Join(Environment.NewLine, Trace)}";
}
