namespace Rustrt.Federation;

/// <summary>Something that only a green task can do was tried elsewhere.</summary>
public sealed class OutsideException : InvalidOperationException
{
    internal OutsideException(string message)
        : base(message)
    {
    }

    internal static OutsideException Awaited() => new(
        "Only an async method that returns GreenTask can await this. From an async Task, or from a thread, use JoinHandle.AsTask or "
        + "Federation.Run.");

    internal static OutsideException NotOnScheduler(string what) => new(
        $"{what} is for green tasks: this thread runs no scheduler. From other threads use SchedulerGroup.Spawn.");
}
