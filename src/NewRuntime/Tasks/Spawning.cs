using System.Runtime.CompilerServices;

namespace Rustrt.Federation;

/// <summary>How a cold call becomes a task.</summary>
internal static class Spawning
{
    internal static void Start(Frame frame, SchedulerGroup group, Scheduler? current, ReadOnlySpan<Possession> ends = default)
    {
        foreach (var end in ends) end.CheckOwner(); // before anything has been done that cannot be undone
        if (!group.PlaceManaged(frame, current)) Refuse(frame, group);
        Launch(frame, group, current, ends);
    }

    internal static void Start(Frame frame, SpawnOptions options, SchedulerGroup? here, Scheduler? current, ReadOnlySpan<Possession> ends)
    {
        foreach (var end in ends) end.CheckOwner();
        ExitNotice.Check(options.NotifyExit);
        var group = options.Scheduler?.Group ?? options.Group ?? here!;
        if (options.Group is { } other && other != group)
            throw new ArgumentException($"{options.Scheduler} is not in {other}: a task is pinned to a scheduler of its own group.");
        var parent = current?.CurrentTask;
        if (options.Failure != FailurePolicy.Unlinked && parent is null)
            throw OutsideException.NeedsTask($"SpawnOptions.Failure = {options.Failure}, a relation to the task that spawns,");
        var extras = frame.Extras;
        extras.Name = options.Name;
        extras.SpawnSite = options.Site;
        extras.IsWeak = options.IsWeak;
        bool placed = options.Scheduler is { } pin ? group.PlaceOn(frame, pin)
            : options.IsWeak ? group.Place(frame) // counted by itself, for it is taken off the live count by itself
            : group.PlaceManaged(frame, current);
        if (!placed) Refuse(frame, group);
        if (options.Failure != FailurePolicy.Unlinked) Link(frame, parent!, options.Failure);
        if (options.NotifyExit is { } exits) ExitNotice.Watch(frame, exits, current);
        if (options.CancellationToken.CanBeCanceled) (extras.Cancellation = new TaskCancellation(frame)).CancelBy(options.CancellationToken);
        Launch(frame, group, current, ends, options.IsWeak);
        if (options.IsWeak) group.Federation.DecrementLiveCount();
    }

    /// <summary>As <see cref="Start(Frame, SchedulerGroup, Scheduler?, ReadOnlySpan{Possession})"/>, for a task that nobody joins.</summary>
    internal static void StartDetached(Frame<Nothing> frame, SchedulerGroup group, Scheduler? current)
    {
        var handle = new JoinHandle(frame);
        Start(frame, group, current);
        handle.Detach();
    }

    /// <summary>As <see cref="Start(Frame, SchedulerGroup, Scheduler?, ReadOnlySpan{Possession})"/>. False: the group has ended, and the
    /// frame is back in its pool.</summary>
    internal static bool TryStart(Frame frame, SchedulerGroup group, Scheduler? current)
    {
        if (!group.PlaceManaged(frame, current))
        {
            frame.Recycle();
            return false;
        }
        Launch(frame, group, current, []);
        return true;
    }

    /// <summary>The task that runs on this thread.</summary>
    internal static Frame CurrentTask(string what) => Here(what).CurrentTask ?? throw OutsideException.NeedsTask(what);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Scheduler Here(string what) => Scheduler.Current ?? throw OutsideException.NeedsTask(what);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Launch(Frame frame, SchedulerGroup group, Scheduler? current, ReadOnlySpan<Possession> ends, bool weak = false)
    {
        frame.BecomeRoot();
        if (!group.Admission.Admits(frame.ListedIn)) group.Federation.Tasks.Admit(frame, current);
        if (weak) group.Federation.Tasks.AdmitWeak(frame);
        foreach (var end in ends) end.HandOver(frame);
        group.ScheduleNewborn(frame, current);
    }

    private static void Link(Frame child, Frame parent, FailurePolicy how)
    {
        if (parent.Extras.Links is not { } links)
        {
            links = new LinkGroup(null);
            links.Enlist(parent);
        }
        (how == FailurePolicy.Linked ? links : links.Supervise()).Enlist(child);
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void Refuse(Frame frame, SchedulerGroup group)
    {
        frame.Recycle();
        throw new InvalidOperationException($"{group} has ended: nothing can be spawned into it.");
    }
}
