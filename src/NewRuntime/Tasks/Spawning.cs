using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>How a cold call becomes a task.</summary>
internal static class Spawning
{
    internal static void Start(Frame frame, SchedulerGroup group, Scheduler? current, ReadOnlySpan<PipeEnd> ends = default)
    {
        foreach (var end in ends) end.CheckOwner(); // before anything has been done that cannot be undone
        frame.BecomeRoot();
        if (!group.PlaceManaged(frame, current))
        {
            frame.Recycle();
            throw new InvalidOperationException($"{group} has ended: nothing can be spawned into it.");
        }
        foreach (var end in ends) end.HandOver(frame);
        group.ScheduleNewborn(frame, current);
    }

    internal static Scheduler Here(string what) => Scheduler.Current ?? throw OutsideException.NotOnScheduler(what);
}
