using System.Globalization;

namespace Rustrt.Federation;

/// <summary>What a task waited for when it was looked at.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="For">The thing in words; empty if it is not known.</param>
public sealed record TaskWait(TaskWaitKind Kind, string For)
{
    /// <summary>The tasks that can end the wait, by <see cref="TaskInfo.Id"/>: the one that is joined, or those that own the other ends of
    /// the pipes. Threads are not among them.</summary>
    public IReadOnlyList<long> Tasks { get; init; } = [];

    /// <summary>How long the wait has lasted at least: since the first dump, or sample (<see cref="FederationOptions.WaitSampling"/>),
    /// that saw it; or since the last turn of any task in its group.</summary>
    public TimeSpan AtLeast { get; init; }

    /// <summary>When the wait ends by itself; null: it has no limit.</summary>
    public TimeSpan? Left { get; init; }

    /// <summary>A part of a line.</summary>
    public override string ToString()
    {
        string tasks = Tasks.Count == 0 ? "" : $" (task {string.Join(", ", Tasks)})";
        string since = AtLeast >= TimeSpan.FromMilliseconds(1) ? $" since {Seconds(AtLeast)} s or more" : "";
        string left = Left is { } time ? $", {Seconds(time)} s left" : "";
        return $"{(For.Length > 0 ? For : "something unknown")}{tasks}{since}{left}";
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
