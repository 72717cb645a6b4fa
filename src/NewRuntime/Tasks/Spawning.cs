using System.Runtime.CompilerServices;
using Rustrt.Federation.Pipes;

namespace Rustrt.Federation;

/// <summary>How a cold call becomes a task.</summary>
internal static class Spawning
{
    internal static void Start(Frame frame, SchedulerGroup group, Scheduler? current, ReadOnlySpan<PipeEnd> ends = default)
    {
        foreach (var end in ends) end.CheckOwner(); // before anything has been done that cannot be undone
        if (!TryPlace(frame, group, current)) throw new InvalidOperationException($"{group} has ended: nothing can be spawned into it.");
        foreach (var end in ends) end.HandOver(frame);
        group.ScheduleNewborn(frame, current);
    }

    /// <summary>As <see cref="Start"/>. False: the group has ended, and the frame is back in its pool.</summary>
    internal static bool TryStart(Frame frame, SchedulerGroup group, Scheduler? current)
    {
        if (!TryPlace(frame, group, current)) return false;
        group.ScheduleNewborn(frame, current);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPlace(Frame frame, SchedulerGroup group, Scheduler? current)
    {
        frame.BecomeRoot();
        if (group.PlaceManaged(frame, current)) return true;
        frame.Recycle();
        return false;
    }

    internal static Scheduler Here(string what) => Scheduler.Current ?? throw OutsideException.NotOnScheduler(what);
}
