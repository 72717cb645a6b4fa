namespace Rustrt.Federation;

/// <summary>
/// A service was asked for in a context that lacks it. The message names the service, what it needs, and where the code is.
/// </summary>
public sealed class OutsideException : InvalidOperationException
{
    private OutsideException(string service, string needs, string hint)
        : base($"{service} needs {needs}, and this is {WhereWeAre()}. {hint}") => (Service, Needs) = (service, needs);

    /// <summary>What was asked for.</summary>
    public string Service { get; }

    /// <summary>What it needs.</summary>
    public string Needs { get; }

    /// <summary>For what a green task alone can do.</summary>
    internal static OutsideException NeedsTask(string service) => new(
        service, "a green task", "A thread starts one by SchedulerGroup.Spawn or Federation.Run.");

    /// <summary>For what needs a thread of a federation.</summary>
    internal static OutsideException NeedsFederation(string service) => new(
        service, "a federation", "Elsewhere, ask the Federation object that you have: RuntimeService.Of.");

    /// <summary>For what only an async method of green tasks can await.</summary>
    internal static OutsideException Awaited(string what) => new(
        $"Awaiting {what}", "an async method that returns GreenTask", "In an async Task, or on a thread, use JoinHandle.AsTask or Federation.Run.");

    /// <summary>For what blocks the calling thread.</summary>
    internal static OutsideException Blocks(string service) => new(
        service, "a thread that may block", "It would stand still with all its tasks: await instead of blocking, or use GreenTask.RunBlocking.");

    /// <summary>For what makes the calling thread a scheduler's.</summary>
    internal static OutsideException Runs(string service) => new(
        service, "a thread that runs no scheduler", "Start another thread for it, or use the federation that is there.");

    /// <summary>For what waits for the end of a federation.</summary>
    internal static OutsideException WaitsForEnd(string service) => new(
        service, "a thread that is not of this federation", "The federation would not end while its own code waits for that: call it by Task.Run, or from outside.");

    private static string WhereWeAre() =>
        Place.Here is not { } place ? "a thread that runs no scheduler"
        : place.Running is { } task ? $"{task} on {place}"
        : $"code on {place} that is no green task";
}
