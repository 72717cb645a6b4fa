namespace Rustrt.Federation;

/// <summary>The histograms of one scheduler, while somebody wants to see them.</summary>
internal sealed class SchedulerTimes(Scheduler scheduler)
{
    /// <summary>What turns took.</summary>
    internal TimeHistogram Turns { get; } = new();

    /// <summary>How long tasks that could run waited for their turn.</summary>
    internal TimeHistogram Waits { get; } = new();

    /// <summary>What measures the latter.</summary>
    internal WaitProbe Probe { get; } = new(scheduler);
}
