namespace Rustrt.Federation;

/// <summary>How a cold call becomes a task.</summary>
internal static class Spawning
{
    internal static void Start(Frame frame, SchedulerGroup group, Scheduler? current)
    {
        frame.BecomeRoot();
        if (!group.PlaceManaged(frame, current))
        {
            frame.Recycle();
            throw new InvalidOperationException($"{group} has ended: nothing can be spawned into it.");
        }
        group.ScheduleNewborn(frame, current);
    }

    internal static Scheduler Here(string what) => Scheduler.Current ?? throw OutsideException.NotOnScheduler(what);
}
